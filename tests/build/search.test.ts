import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { divide } from "../../src/views/search/divide.ts";
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

/** Editions of these days, with so many stories each. */
function editionsOf(days: readonly string[], count: number) {
  const stories = Array.from({ length: count });
  return days.map((date) => ({ dateline: { date }, stories }));
}

/** How many stories the parts have, by name. */
function sizes(parts: ReturnType<typeof divide>): Record<string, number> {
  return Object.fromEntries(
    [...parts].map(([name, own]) => [name, own.reduce((sum, { stories }) => sum + stories.length, 0)]),
  );
}

test("a year is one part until it has many stories, twice as many if it is closed; then its quarters, months and tens of days are", () => {
  const few = ["2023-05-01", "2024-01-01", "2024-12-31"];
  const quarter = ["2025-01-31", "2025-02-01", "2025-03-31", "2025-04-01"];
  const month = ["2026-07-01", "2026-07-10", "2026-07-11", "2026-07-20", "2026-07-21", "2026-07-31", "2026-08-01"];
  const parts = divide([...editionsOf(few, 500), ...editionsOf(quarter, 334), ...editionsOf(month, 250)]);
  expect(sizes(parts)).toEqual({
    "2026-08": 250,
    "2026-07-21": 500,
    "2026-07-11": 500,
    "2026-07-01": 500,
    "2025-q2": 334,
    "2025-03": 334,
    "2025-02": 334,
    "2025-01": 334,
    "2024": 1000,
    "2023": 500,
  });
  expect([...parts.keys()].slice(0, 3)).toEqual(["2026-08", "2026-07-21", "2026-07-11"]);
  expect(parts.get("2024")?.map(({ dateline }) => dateline.date)).toEqual(["2024-12-31", "2024-01-01"]);
  expect(divide([])).toEqual(new Map());
});

/** The fifteenth of each month of a year. */
function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-15`);
}

test("a story more leaves the division as it is, unless the part that it is in gets too large", () => {
  const own = [...editionsOf(monthsOf(2025), 333), ...editionsOf(["2026-01-01"], 1)];
  expect([...divide(own).keys()]).toEqual(["2026", "2025-q4", "2025-q3", "2025-q2", "2025-q1"]);
  const more = [...editionsOf(monthsOf(2025), 333), ...editionsOf(["2025-12-16"], 3), ...editionsOf(["2026-01-01"], 1)];
  expect([...divide(more).keys()]).toEqual(["2026", "2025-12", "2025-11", "2025-10", "2025-q3", "2025-q2", "2025-q1"]);
});

test("closed years have larger parts in a large index, so that a browser can search it; the newest year has not", () => {
  const grown = (years: number) =>
    divide(Array.from({ length: years }, (_, at) => monthsOf(2000 + at)).flatMap((days) => editionsOf(days, 400)));
  const partsOf = (year: number, parts: ReturnType<typeof divide>) =>
    [...parts.keys()].filter((name) => name.startsWith(String(year))).length;
  for (const [years, closed] of [
    [3, 12],
    [7, 4],
    [28, 1],
  ] as const) {
    const parts = grown(years);
    expect(partsOf(2000, parts)).toBe(closed);
    expect(partsOf(2000 + years - 1, parts)).toBe(12);
    expect(parts.size).toBeLessThanOrEqual(40);
  }
});

test.each([
  { path: STORY, changed: "2026", same: "2025" },
  { path: OLD, changed: "2025", same: "2026" },
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
  const before = [times("2025"), times("2026")];
  const page = join(bench.content, "pages/about.md");
  writeFileSync(page, `${readFileSync(page, "utf8")}\nA word more.\n`);
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  expect([times("2025"), times("2026")]).toEqual(before);
});

test("a site has no index when it is built without, and has it again when it is built with", () => {
  expect(bench.build(NOW, "--no-search")).toMatchObject({ code: 0 });
  expect(existsSync(join(bench.out, "search/parts"))).toBe(false);
  expect(existsSync(join(bench.out, "search/parts.json"))).toBe(false);
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  expect(existsSync(join(bench.out, "search/parts.json"))).toBe(true);
});

test("no indexer outlives its build, not even one that is killed", async () => {
  const list = () =>
    Array.from(
      spawnSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).stdout.matchAll(/^ *(\d+) +(\d+) (.*)$/gm),
      ([, pid = "", parent = "", args = ""]) => ({ pid, parent, isIndexer: /pagefind\S* --service/.test(args) }),
    );
  /** Those of this build: another test may index at the same time. */
  const ownIndexers = (root: string) => {
    const all = list();
    const own = new Set([root]);
    for (let size = 0; size < own.size;) {
      size = own.size;
      for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
    }
    return all.filter(({ pid, isIndexer }) => isIndexer && own.has(pid)).map(({ pid }) => pid);
  };
  add(STORY, "Timbuktu");
  const build = bench.start(NOW);
  let seen: string[] = [];
  while (build.exitCode === null && build.signalCode === null) {
    if (seen.length === 0) seen = ownIndexers(String(build.pid));
    if (seen.length > 0) build.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(seen.length).toBeGreaterThan(0);
  const left = () => list().filter(({ pid, isIndexer }) => isIndexer && seen.includes(pid));
  for (let tries = 0; tries < 100 && left().length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(left()).toEqual([]);
});
