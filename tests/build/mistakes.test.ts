import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import { layMistakes } from "../fixtures.ts";
import { EDITION, STORY } from "../hostile.ts";

const INVALID = join(PROJECT, "tests/fixtures/invalid");

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-mistakes-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("twelve mistakes in twelve files", () => {
  const MISTAKES: readonly [fixture: string, from: string, to: string, at: string][] = [
    ["site-zone", "site.yaml", "site.yaml", "site.yaml:4:7 error bad-zone"],
    ["topic-id", "topics.yaml", "topics.yaml", "topics.yaml:6:1 error bad-id"],
    ["publisher-kind", "publishers.yaml", "publishers.yaml", "publishers.yaml:1:74 error unknown-value"],
    ["person-team", "people.yaml", "people.yaml", "people.yaml:2:15 error not-a-person"],
    ["affiliate-host", "affiliates.yaml", "affiliates.yaml", "affiliates.yaml:1:69 error bad-host"],
    ["sponsor-backwards", "sponsors.yaml", "sponsors.yaml", "sponsors.yaml:6:7 error bad-date"],
    ["page-nav", "pages/about.md", "pages/about.md", "about.md:3:6 error wrong-type"],
    ["running-order-twice", `${EDITION}/edition.md`, `${EDITION}/edition.md`, "edition.md:2:23 error running-order"],
    ["duplicate-key", STORY, STORY, "open-model.md:8:1 error duplicate-key"],
    ["raw-html-script", STORY, `${EDITION}/script.md`, "script.md:11:1 error raw-html"],
    ["unknown-topic", STORY, `${EDITION}/topical.md`, "topical.md:3:8 error unknown-topic"],
    ["fence-language", STORY, `${EDITION}/fenced.md`, "fenced.md:1:1 error front-matter"],
  ];

  test("are printed by one run of build, with line and column, and the last site stays as it was", () => {
    const root = join(folder, "twelve");
    const content = join(root, "content");
    const out = join(root, "site");
    layMistakes(content);
    expect(run(["build", "--content", content, "--out", out, "--now", "2026-03-05T00:00:00Z"])).toMatchObject({
      code: 0,
    });
    const before = snapshot(out);
    expect(before.size).toBeGreaterThan(10);
    for (const [fixture, from, to] of MISTAKES) cpSync(join(INVALID, fixture, from), join(content, to));

    const { code, stdout, stderr } = run(["build", "--content", content, "--out", out]);
    expect(code).toBe(1);
    for (const [, , to, at] of MISTAKES)
      expect(stdout).toContain(`/content/${to.slice(0, to.lastIndexOf("/") + 1)}${at}  `);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
    expect(snapshot(out)).toEqual(before);
  });
});

function snapshot(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, readFileSync(path).toString("base64")]));
}
