import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storySchema } from "../../src/content/schema/schema.ts";
import { run } from "../command.ts";
import { ARCHIVES, IMPORT, listAll } from "../import/importing.ts";

const HAS_FORMERLY = Object.hasOwn(storySchema.shape, "formerly");

let folder = "";
let content = "";
const importEdition = (...more: string[]) =>
  run(["wxr", join(ARCHIVES, "edition.xml"), "--out", content, "--map", join(folder, "map.yaml"), ...more], {
    main: IMPORT,
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-imported-"));
  content = join(folder, "paper/content");
  writeFileSync(join(folder, "map.yaml"), "zone: Europe/London\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an archive", () => {
  test("that is only tried writes nothing, and says what it would write", () => {
    const { code, stdout } = importEdition("--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("editions/2025/11-12-evening/edition.md\n");
    expect(stdout).toContain("# Import report");
    expect(listAll(folder)).toEqual(["map.yaml"]);
  });

  test("builds once editors have taken “draft” away, with each analysis under its story", () => {
    expect(importEdition().code).toBe(0);
    for (const path of listAll(content).filter((name) => name.endsWith(".md"))) {
      const text = readFileSync(join(content, path), "utf8").replace("draft: true\n", "");
      writeFileSync(join(content, path), HAS_FORMERLY ? text : text.replace(/^formerly: .*\n/m, ""));
    }
    writeFileSync(
      join(content, "site.yaml"),
      `${readFileSync(join(content, "site.yaml"), "utf8")}responsible: mara-example\n`,
    );
    const out = join(folder, "site");
    const { code, stdout, stderr } = run([
      "build",
      "--content",
      content,
      "--out",
      out,
      "--now",
      "2026-01-01T00:00:00Z",
      "--no-cards",
    ]);
    expect({ code, stderr }, stdout).toMatchObject({ code: 0 });
    const edition = readFileSync(join(out, "2025/11/12/evening/index.html"), "utf8");
    const places = [
      "Three decisions about the coast",
      "The survey office renewed",
      "Two ferries on the short crossing",
      "Why this matters",
      "Long records are made by boring contracts",
      "What electric crossings ask",
      "Eleven families and one licence",
    ].map((words) => edition.lastIndexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(existsSync(join(out, "2025/11/12/evening/ferry-operator-picks-battery-hulls/index.html"))).toBe(true);
  });

  test("is never written over what exists: a second import keeps every byte, and says so", () => {
    writeFileSync(
      join(content, "publishers.yaml"),
      "ferries: { name: The Ferries, url: https://ferries.example.com/ }",
    );
    const before = new Map(listAll(content).map((path) => [path, readFileSync(join(content, path), "utf8")]));
    const { code } = importEdition();
    expect(code).toBe(0);
    const report = readFileSync(join(folder, "paper/import-report-2.md"), "utf8");
    expect(report).toContain("stay as they are\n\n- editions/2025/11-12-evening/edition.md\n");
    expect(listAll(content)).toEqual([...before.keys()]);
    for (const [path, text] of before) {
      const after = readFileSync(join(content, path), "utf8");
      if (path === "publishers.yaml") expect(after.startsWith(`${text}\nsurvey-example-net:\n`)).toBe(true);
      else expect(after, path).toBe(text);
    }
    expect(report).toContain("Vocabularies with new terms at their end\n\n- publishers.yaml\n");
  });

  test("is refused, with the line, where the map has a mistake or the content folder has", () => {
    writeFileSync(join(folder, "bad.yaml"), "zone: Europe/Londn\nslotz: {}\n");
    const args = ["wxr", join(ARCHIVES, "edition.xml"), "--out", content];
    const bad = run([...args, "--map", join(folder, "bad.yaml")], { main: IMPORT });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/bad\.yaml:1:7 error bad-zone.*bad\.yaml:2:1 error unknown-key/s);
    writeFileSync(join(content, "topics.yaml"), "coast: [\n");
    const broken = run(args, { main: IMPORT });
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain("topics.yaml has mistakes");
  });
});
