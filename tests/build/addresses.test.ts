import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileAt, FILES, feedOf, PAGES } from "../../src/content/addresses.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { addEditions, createOperations, keepContent } from "./address-moves.ts";
import { type Bench, createBench } from "./publication.ts";

const ROUNDS = 10;
const SEED = 17;
const { now } = PUBLICATIONS.fixture;
let bench: Bench;
let known = new Set<string>();
const ids = new Map<string, string>();

beforeAll(() => {
  bench = createBench("--no-cards", "--no-search");
  addEditions(bench.content);
});

afterAll(() => {
  bench.remove();
});

function readSite(path: string): string {
  return readFileSync(join(bench.out, fileAt(path)), "utf8");
}

/** The addresses that a site says are to last. */
function readList(): string[] {
  return readSite(FILES.addresses).split("\n").slice(0, -1);
}

/** Why an address does not answer, following where it leads. */
function failure(path: string, steps = 0): string | undefined {
  if (!existsSync(join(bench.out, fileAt(path)))) return `nothing stands at ${path}`;
  if (!path.endsWith("/")) return undefined;
  const [, to] = /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(readSite(path)) ?? [];
  if (to === undefined) return undefined;
  const base = new URL(readSite(feedOf(PAGES.home)).match(/<id>(https:[^<]*)<\/id>/)?.[1] ?? "").pathname;
  return steps > 3
    ? `${path} leads on without end`
    : failure(to.slice(base.length - feedOf(PAGES.home).length), steps + 1);
}

/** What each entry of the feeds is called, by its title. */
function readIds(): [title: string, id: string][] {
  return [FILES.storyFeed, feedOf(PAGES.home)].flatMap((feed) =>
    Array.from(
      readSite(feed).matchAll(/<entry>\s*<id>([^<]*)<\/id>\s*<title[^>]*>([^<]*)<\/title>/g),
      ([, id = "", title = ""]) => [title, id] as [string, string],
    ),
  );
}

function lostIn(stdout: string): string[] {
  return stdout.split("\n").filter((line) => line.includes(" error lost-address "));
}

/** Builds, and looks whether all that ever answered still does, and feeds call each text what they called it first. */
function buildAndLook(what: string): void {
  const { code, stdout, stderr } = bench.build(now);
  expect(code, `${what}\n${stdout}${stderr}`).toBe(0);
  const list = readList();
  expect(
    [...known].filter((path) => !list.includes(path) && failure(path) !== undefined),
    what,
  ).toEqual([]);
  known = new Set([...known, ...list]);
  expect(
    [...known].flatMap((path) => failure(path) ?? []),
    what,
  ).toEqual([]);
  const entries = readIds();
  expect(entries.length).toBeGreaterThan(20);
  for (const [title, id] of entries) {
    expect(id, `${what}: ${title}`).toBe(ids.get(title) ?? id);
    ids.set(title, id);
  }
}

test("fifty moves and deletions with what keeps their addresses, and each refused without, one line each", () => {
  return (async () => {
    buildAndLook("a first build");
    const draw = createOperations(bench.content, SEED, now);
    let count = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const operations = draw(round);
      const what = `round ${round}: ${operations.map(({ name }) => name).join("; ")}`;
      const back = keepContent(bench.content);
      for (const { run } of operations) await run(false);
      const refused = bench.build(now);
      expect(refused.code, what).toBe(1);
      const told = lostIn(refused.stdout);
      for (const { path } of operations)
        expect(
          told.filter((line) => line.includes(` was at ${path}, `)),
          `${path} in ${what}`,
        ).toHaveLength(1);
      back();
      for (const { run } of operations) await run(true);
      count += operations.length;
      buildAndLook(what);
      const cold = bench.buildCold(now);
      expect(cold.code, what).toBe(0);
      expect(bench.snapshot(), what).toEqual(cold.site);
    }
    expect(count).toBe(50);
  })();
}, 900_000);

test("only the build is refused that would take the place of the site with the address, whatever program made that", () => {
  bench.reset();
  rmSync(bench.state, { recursive: true, force: true });
  expect(bench.build(now).code).toBe(0);
  const list = readSite(FILES.addresses);
  const story = join(bench.content, "editions/2026/03-02-midday/very-long-shorts.md");
  writeFileSync(story, readFileSync(story, "utf8").replace("---\n", "---\ndraft: true\n"));
  const refused = bench.build(now);
  expect([refused.code, lostIn(refused.stdout).length]).toEqual([1, 1]);
  expect(refused.stdout + refused.stderr).toContain("add --unpublished");
  expect(refused.stdout).toMatch(/very-long-shorts\.md:1:1 error lost-address .*\n {4}hint: .*“gone: \{ at: 2026-/);
  expect(readSite(FILES.addresses)).toBe(list);
  expect(lostIn(bench.build(now, "--unpublished", "--strict").stdout)).toEqual([]);
  // Before that story, or elsewhere, no reader misses it.
  expect(lostIn(bench.build("2026-03-01T20:00:00Z", "--strict").stdout)).toEqual([]);
  const elsewhere = join(bench.out, "..", "elsewhere");
  expect(
    bench.run("build", "--content", bench.content, "--out", elsewhere, "--now", now, "--no-cards", "--no-search").code,
  ).toBe(0);
  const back = bench.keep();
  rmSync(bench.state, { recursive: true, force: true });
  expect(bench.build(now).code).toBe(0);
  back();
  appendFileSync(join(bench.templates, "moved.11ty.ts"), "\n// Another version of the program.\n");
  expect(lostIn(bench.build(now).stdout)).toHaveLength(1);
}, 300_000);
