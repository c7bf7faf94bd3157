import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listParts } from "../../src/pipeline/parts/list-parts.ts";
import { divideYears, isInYears, nameYears, parseYears } from "../../src/pipeline/parts/years.ts";

describe("years", () => {
  test.each([
    ["2021", { from: "2021", to: "2021" }],
    ["2019-2021", { from: "2019", to: "2021" }],
  ])("“%s” are read as they are named", (text, years) => {
    expect(parseYears(text)).toEqual(years);
    expect(nameYears(years)).toBe(text);
  });

  test.each(["", "21", "2021-", "2021-2019", "2021-22", "2021,2022", "../2021", "2021\n"])("“%s” are none", (text) => {
    expect(parseYears(text)).toBeUndefined();
  });

  test("hold the dates from the first to the last of them", () => {
    const years = { from: "2019", to: "2021" };
    const dates = ["2018-12-31", "2019-01-01", "2020-06-01", "2021-12-31", "2022-01-01"];
    expect(dates.map((date) => isInYears(date, years))).toEqual([false, true, true, true, false]);
  });

  test("are joined until they are worth a machine, and the newest are left while they are fewer", () => {
    const divide = (editions: Record<string, number>) =>
      divideYears(new Map(Object.entries(editions)), 100).map(nameYears);
    expect(divide({ "2019": 40, "2020": 60, "2021": 300, "2023": 100, "2024": 99 })).toEqual([
      "2019-2020",
      "2021",
      "2023",
    ]);
    expect(divide({ "2019": 10, "2021": 120, drafts: 500, "20223": 500 })).toEqual(["2019-2021"]);
    expect(divide({ "2019": 10 })).toEqual([]);
    expect(divide({})).toEqual([]);
  });
});

test("the key of a part changes with its own years and with what all have in common, and not with other years", () => {
  const content = mkdtempSync(join(tmpdir(), "evening-update-parts-"));
  const write = (path: string, text: string) => {
    mkdirSync(join(content, path, ".."), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const keys = (extras = { cards: true, search: true }) => {
    const parts = listParts({ content, target: "", extras, preview: false });
    return Object.fromEntries(parts.map(({ years, key }) => [years, key]));
  };
  try {
    for (const year of ["2024", "2025"])
      for (let at = 0; at < 250; at++) mkdirSync(join(content, "editions", year, String(at)), { recursive: true });
    write("site.yaml", "name: A");
    const before = keys();
    expect(Object.keys(before)).toEqual(["2024", "2025"]);
    expect(keys()).toEqual(before);
    write("editions/2025/0/a.md", "a");
    const own = keys();
    expect(own["2024"]).toBe(before["2024"]);
    expect(own["2025"]).not.toBe(before["2025"]);
    write("editions/2026/0/a.md", "a");
    expect(keys()).toEqual(own);
    write("site.yaml", "name: B");
    const common = keys();
    for (const years of ["2024", "2025"]) expect(common[years]).not.toBe(own[years]);
    expect(keys({ cards: false, search: true })["2024"]).not.toBe(common["2024"]);
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
});
