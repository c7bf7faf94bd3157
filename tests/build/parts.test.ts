import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Bench, createBench } from "./publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const YEARS = ["2024", "2025", "2026"];

let bench: Bench;
/** Brings back the parts of each year as they are at first. */
let bringParts: () => void;

/** Three years: of the first and the second, the editions are the same but for their dates. */
function lay(): void {
  bench.reset();
  cpSync(join(bench.content, "editions/2025"), join(bench.content, "editions/2024"), { recursive: true });
}

beforeAll(() => {
  bench = createBench();
  lay();
  for (const years of YEARS) expect(makePart(years)).toMatchObject({ code: 0 });
  const [kept, parts] = [join(bench.content, "../kept"), folderOf("")];
  cpSync(parts, kept, { recursive: true });
  bringParts = () => {
    rmSync(parts, { recursive: true, force: true });
    cpSync(kept, parts, { recursive: true });
  };
});

beforeEach(() => {
  lay();
  bringParts();
});

afterAll(() => {
  bench.remove();
});

function folderOf(years: string): string {
  return join(bench.content, "../parts", years);
}

function makePart(years: string, now = NOW) {
  return bench.run("part", "--years", years, "--content", bench.content, "--out", folderOf(years), "--now", now);
}

function change(path: string, from: RegExp | string, to: string): void {
  const file = join(bench.content, path);
  const text = readFileSync(file, "utf8");
  const changed = text.replace(from, to);
  expect(changed, path).not.toBe(text);
  writeFileSync(file, changed);
}

/** Puts parts together where there is no site, holds that against a plain build, and returns what was said of the parts. */
function together(years: readonly string[], now = NOW): string[] {
  rmSync(bench.out, { recursive: true, force: true });
  const built = bench.build(now, "--format", "json", "--parts", ...years.map(folderOf));
  const cold = bench.buildCold(now);
  expect({ code: built.code, stdout: built.stdout }).toEqual({ code: cold.code, stdout: cold.stdout });
  expect(bench.snapshot()).toEqual(cold.code === 0 ? cold.site : []);
  const said = built.stderr.split("\n").filter((line) => line.startsWith(folderOf("")));
  return said.map((line) => line.slice(folderOf("").length + 1));
}

/** How many pages of a part were taken over, and of how many. */
function takenOf(said: readonly string[], years: string): [taken: number, all: number] {
  const [, taken, all] =
    /^\d+[\d-]*: (\d+) of (\d+) pages/.exec(said.find((line) => line.startsWith(years)) ?? "") ?? [];
  return [Number(taken), Number(all)];
}

describe("a site that is put together is that of a plain build, byte for byte, with", () => {
  test.each([[["2024-2026"]], [["2024-2025", "2026"]], [YEARS]])("the parts %j", (parts) => {
    for (const years of parts) if (!YEARS.includes(years)) expect(makePart(years)).toMatchObject({ code: 0 });
    const said = together(parts);
    for (const years of parts) {
      const [taken, all] = takenOf(said, years);
      expect(taken).toBe(all);
      expect(all).toBeGreaterThan(0);
    }
  });

  test("the site before in its place, and nothing is lost that the next build needs", () => {
    const story = "editions/2026/03-02-midday/third-long-short.md";
    expect(bench.build(NOW)).toMatchObject({ code: 0 });
    change(story, /^title: .*$/m, "title: Another title");
    bench.build(NOW, "--parts", ...YEARS.map(folderOf));
    expect(bench.snapshot()).toEqual(bench.buildCold(NOW).site);
    expect(bench.build(NOW).stdout).toContain("nothing has changed");
    change(story, /^title: .*$/m, "title: Yet another title");
    bench.build(NOW);
    expect(bench.snapshot()).toEqual(bench.buildCold(NOW).site);
  });
});

/** The first file of a name in a folder. */
function first(folder: string, name: RegExp): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()[0] ?? "";
}

function cut(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 100));
}

test.each<[what: string, damages: Record<string, (folder: string) => void>]>([
  [
    "a page was changed, a card is cut short, and nothing is there",
    {
      "2024": (folder) => {
        writeFileSync(first(join(folder, "site"), /\.html$/), "by hand");
      },
      "2025": (folder) => {
        cut(first(join(folder, "site"), /\.png$/));
      },
      "2026": (folder) => {
        rmSync(folder, { recursive: true });
      },
    },
  ],
  [
    "a page is missing, what is known of a month is cut short, and the list is another's",
    {
      "2024": (folder) => {
        rmSync(first(join(folder, "site"), /\.html$/));
      },
      "2025": (folder) => {
        cut(first(join(folder, "known"), /^20/));
      },
      "2026": (folder) => {
        cpSync(join(folderOf("2025"), "known/part"), join(folder, "known/part"));
      },
    },
  ],
])("parts that are not whole are made anew, and that is said, where %s", (_, damages) => {
  for (const [years, damage] of Object.entries(damages)) damage(folderOf(years));
  const said = together(YEARS);
  for (const [at, years] of YEARS.entries())
    expect(said[at]).toMatch(new RegExp(`^${years}: .*; what it should have is made anew$`));
  // What stands there is no reason not to make it again.
  expect(makePart("2025")).toMatchObject({ code: 0 });
  const again = together(YEARS);
  expect(again).toHaveLength(3);
  expect(takenOf(again, "2025")).toEqual([2, 2]);
});

describe("of parts that are older than the content, what is still so is taken over, after", () => {
  test("the title of a story that one of another year follows", () => {
    change("editions/2025/12-31-late-evening/a-first-lamp.md", /^title: .*$/m, "title: A lamp at last");
    const said = together(YEARS);
    const [taken, all] = takenOf(said, "2026");
    expect(taken).toBeLessThan(all);
    expect(taken).toBeGreaterThan(0);
    expect(takenOf(said, "2025")).toEqual([0, 2]);
  });

  test("a draft more and one fewer, an edition that is gone and a new one, and a page that is gone", () => {
    change("editions/2026/03-04-late-evening/canary-draft-story.md", /^draft: true\n/m, "");
    change("editions/2025/12-31-late-evening/the-year-ends.md", /^title:/m, "draft: true\ntitle:");
    rmSync(join(bench.content, "editions/2024"), { recursive: true });
    const folder = join(bench.content, "editions/2025/06-01-midday");
    cpSync(join(bench.content, "editions/2026/03-02-midday"), folder, { recursive: true });
    together(YEARS);
  });

  test("another tagline, which stands on every page", () => {
    change("site.yaml", /^tagline: .*$/m, "tagline: Other news");
    expect(takenOf(together(YEARS), "2026")[0]).toBe(0);
  });

  test("a mistake, which is told like any other", () => {
    change("editions/2025/12-31-late-evening/a-first-lamp.md", /^topic: .*$/m, "topic: lampz");
    together(YEARS);
    // So it is where a part is to be made; those of other years are left to their parts.
    const { code, stdout } = makePart("2025");
    expect(code).toBe(1);
    expect(stdout).toContain("a-first-lamp.md:3:8 error unknown-topic");
    expect(stdout).toContain("is as it was");
    expect(makePart("2026").code).toBe(0);
  });

  test.each(["2026-03-05T12:00:00Z", "2026-03-02T20:00:00Z"])("the clock came to %s", (now) => {
    const [taken, all] = takenOf(together(YEARS, now), "2026");
    expect(taken).toBeLessThan(all);
  });
});

test("a part that is made again is as one that is made for the first time", () => {
  change("editions/2026/03-02-midday/third-long-short.md", /^title: .*$/m, "title: Another title");
  const list = () => readFileSync(join(folderOf("2026"), "known/part"), "latin1");
  const again = makePart("2026");
  const known = list();
  rmSync(folderOf("2026"), { recursive: true });
  expect(makePart("2026")).toEqual(again);
  expect(list()).toBe(known);
  const [taken, all] = takenOf(together(YEARS), "2026");
  expect(taken).toBe(all);
});

test("a link of a template to a part of a page of another year is looked for once all are there", () => {
  const template = join(bench.templates, "story.11ty.ts");
  const text = readFileSync(template, "utf8");
  writeFileSync(template, text.replace('<a href="${story.edition.href}">', '<a href="/standards/#nowhere">'));
  expect(readFileSync(template, "utf8")).not.toBe(text);
  expect(makePart("2024-2026")).toMatchObject({ code: 0 });
  rmSync(bench.out, { recursive: true, force: true });
  const built = bench.build(NOW, "--parts", folderOf("2024"), folderOf("2024-2026"));
  expect(built.code).toBe(1);
  expect(built.stdout).toContain("nothing stands at /standards/#nowhere, to which it links");
  expect(built.stdout).toContain("parts/2024: it was made otherwise: this program is another");
});
