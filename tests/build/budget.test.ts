import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/pipeline/output/output.ts";
import { compressedSize, describeHeavy, findHeavy, PAGE_BUDGET, verifyLook } from "../../src/pipeline/verify/budget.ts";
import { PROJECT, run } from "../command.ts";
import { listFiles } from "../files.ts";
import { readPages } from "../site/pages.ts";
import { exampleSite, SITES } from "../sites.ts";

const EDITION = "editions/2026/03-04-evening";
const NOW = ["--now", "2026-03-05T00:00:00Z"];

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-budget-"));
  cpSync(join(PROJECT, "tests/fixtures/invalid/_base"), join(folder, "content"), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(...more: string[]) {
  const args = ["build", "--content", join(folder, "content"), "--out", join(folder, "site"), ...NOW, ...more];
  return run(args, { env: { EVENING_UPDATE_CACHE: join(folder, "state") } });
}

function append(file: string, text: string): void {
  const path = join(folder, "content", file);
  writeFileSync(path, `${readFileSync(path, "utf8").trimEnd()}\n\n${text}\n`);
}

/** Words that no compression makes much shorter. */
function makeWords(count: number): string {
  let state = 7;
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0);
  return Array.from({ length: count }, () => `w${next().toString(36)}`).join(" ");
}

describe("content that makes a page heavy", () => {
  const HEAVY =
    /warning heavy-page {2}\/2026\/03\/04\/evening\/open-model\/ takes \d+\.\d kB compressed; 100\.0 kB is what/;

  test("builds, with a warning that names the text and says what to do", () => {
    append(`${EDITION}/open-model.md`, makeWords(30_000));
    const { code, stdout } = build();
    expect(code).toBe(0);
    expect(stdout).toMatch(HEAVY);
    expect(stdout).toMatch(/03-04-evening\/open-model\.md:1:1 warning heavy-page/);
    expect(stdout).toMatch(/03-04-evening\/edition\.md:1:1 warning heavy-page/);
    expect(stdout).toMatch(/^\/:1:1 warning heavy-page/m);
    expect(stdout).toContain("hint: shorten its analyses, or make two editions of it");
  });

  test("is told again by builds that carry the page over, and by one that finds nothing changed", () => {
    append("pages/about.md", "A sentence more.");
    const carried = build();
    expect(carried.stdout).toMatch(HEAVY);
    expect(carried.stdout).toMatch(/^\/:1:1 warning heavy-page/m);
    const unchanged = build();
    expect(unchanged.stdout).toContain("nothing has changed");
    expect(unchanged.stdout).toMatch(HEAVY);
  });

  test("stops a strict build", () => {
    const { code, stdout } = build("--strict");
    expect(stdout).toMatch(HEAVY);
    expect(code).toBe(1);
  });
});

describe("pages over their budget", () => {
  const page = (path: string, content: string): Output => ({ path, content });
  const pages = (content: string) =>
    ["/index.html", "/2026/03/04/evening/index.html", "/2026/03/04/evening/a/index.html", "/topics/a/index.html"].map(
      (path) => page(path, content),
    );

  test("are found by what they take compressed, of whatever type they are", () => {
    const heavy = makeWords(20_000);
    const size = compressedSize(heavy);
    expect(size).toBeGreaterThan(PAGE_BUDGET);
    expect(findHeavy(pages(heavy))).toEqual(Object.fromEntries(pages(heavy).map(({ path }) => [path, size])));
  });

  test("are not those that a phone bears: an edition of ten thousand words, or one that compresses well", () => {
    const much = makeWords(10_000);
    expect(compressedSize(much)).toBeGreaterThan(PAGE_BUDGET / 2);
    expect(findHeavy(pages(much))).toEqual({});
    // Large and light.
    expect(findHeavy(pages("the same ".repeat(100_000)))).toEqual({});
  });

  test("are told by the heaviest when there are many", () => {
    const weights = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`/topics/t${index}/index.html`, 120_000 + index]),
    );
    const told = describeHeavy([weights], { label: "content", pages: [] });
    expect(told).toHaveLength(26);
    expect(told[0]?.path).toBe("/topics/t39/");
    expect(told.at(-1)?.message).toBe("15 more pages are over their budget; the heaviest are told");
  });
});

describe("the look", () => {
  const look = listFiles(exampleSite())
    .filter((path) => path.startsWith("-/"))
    .map((path): Output => ({ path: `/${path}`, content: readFileSync(join(exampleSite(), path)) }));

  test("is within its budgets", () => {
    expect(look.length).toBeGreaterThan(4);
    expect(verifyLook(look)).toEqual([]);
  });

  test("is refused with a stylesheet or fonts over them", () => {
    const heavier = look.map(({ path, content }) => ({
      path,
      content: Buffer.concat([Buffer.from(content), Buffer.from(makeWords(600))]),
    }));
    expect(verifyLook(heavier).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the stylesheet takes \d+\.\d kB; 5\.0 kB is the most$/),
      expect.stringMatching(/^the fonts that an edition needs take \d+\.\d kB; 46\.0 kB is the most$/),
    ]);
  });
});

/** What the format promises of lists: what comes before a phone must ask again (RFC 6928: ten packets). */
const LIST_BUDGET = 14_000;

test.each(SITES)(
  "every page of the $name site is within its budget, and no list takes more than 14 kB",
  ({ folder }) => {
    const pages = readPages(folder).map(({ path, text }) => ({ path: `/${path}`, content: text }));
    expect(pages.length).toBeGreaterThan(20);
    expect(findHeavy(pages)).toEqual({});
    const lists = pages.filter(({ path }) => /^\/(archive|topics|publishers|threads)\//.test(path));
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(({ content }) => compressedSize(content) > LIST_BUDGET)).toEqual([]);
  },
);
