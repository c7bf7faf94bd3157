import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { divide } from "../../src/views/search/index-pages.ts";
import { type Bench, createBench } from "./publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const STORY = "editions/2026/03-02-midday/very-long-shorts.md";
const OLD = "editions/2025/12-31-late-evening/a-first-lamp.md";

let bench: Bench;

beforeAll(() => {
  // Cards are no part of what is looked for.
  bench = createBench("--no-cards");
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
});

afterAll(() => {
  bench.remove();
});

/** When each file of a part was written, in milliseconds. */
function times(part: string): Record<string, number> {
  const folder = join(bench.out, "search/parts", part);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    files
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, statSync(join(folder, name)).mtimeMs]),
  );
}

function textsOf(part: string): string {
  const folder = join(bench.out, "search/parts", part, "fragment");
  return readdirSync(folder)
    .map((name) => gunzipSync(readFileSync(join(folder, name))).toString())
    .join("\n");
}

function add(path: string, word: string): void {
  const file = join(bench.content, path);
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()} ${word}.\n`);
}

test("closed years are a part each, and the newest year has one a month", () => {
  const at = (date: string) => ({ dateline: { date, slot: "evening" } });
  const parts = divide(["2023-05-01", "2024-01-01", "2024-12-31", "2026-01-02", "2026-01-03", "2026-03-01"].map(at));
  expect([...parts].map(([name, own]) => [name, own.map(({ dateline }) => dateline.date)])).toEqual([
    ["2026-03", ["2026-03-01"]],
    ["2026-01", ["2026-01-03", "2026-01-02"]],
    ["2024", ["2024-12-31", "2024-01-01"]],
    ["2023", ["2023-05-01"]],
  ]);
  expect(divide([])).toEqual(new Map());
});

test.each([
  { path: STORY, changed: "2026-03", same: "2025" },
  { path: OLD, changed: "2025", same: "2026-03" },
])("a word more in $changed leaves the part $same as it was", ({ path, changed, same }) => {
  const before = times(same);
  add(path, "Zanzibar");
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  expect(textsOf(changed)).toContain("Zanzibar");
  expect(times(same)).toEqual(before);
  const cold = bench.buildCold(NOW);
  expect(cold).toMatchObject({ code: 0 });
  expect(bench.snapshot()).toEqual(cold.site);
});

test("a page that is no story leaves the whole index as it was", () => {
  const before = [times("2025"), times("2026-03")];
  const page = join(bench.content, "pages/about.md");
  writeFileSync(page, `${readFileSync(page, "utf8")}\nA word more.\n`);
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  expect([times("2025"), times("2026-03")]).toEqual(before);
});

test("a site has no index when it is built without, and has it again when it is built with", () => {
  expect(bench.build(NOW, "--no-search")).toMatchObject({ code: 0 });
  expect(existsSync(join(bench.out, "search/parts"))).toBe(false);
  expect(existsSync(join(bench.out, "search/parts.json"))).toBe(false);
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  expect(existsSync(join(bench.out, "search/parts.json"))).toBe(true);
});

test("no indexer outlives its build, not even one that is killed", async () => {
  const running = () =>
    spawnSync("ps", ["-eo", "args"], { encoding: "utf8" })
      .stdout.split("\n")
      .filter((line) => /pagefind\S* --service/.test(line)).length;
  const before = running();
  add(STORY, "Timbuktu");
  const build = bench.start(NOW);
  let seen = 0;
  while (build.exitCode === null && build.signalCode === null) {
    seen = Math.max(seen, running() - before);
    if (seen > 0) build.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(seen).toBeGreaterThan(0);
  for (let tries = 0; tries < 100 && running() > before; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(running()).toBeLessThanOrEqual(before);
});
