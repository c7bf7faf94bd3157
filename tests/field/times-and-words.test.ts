import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../command.ts";
import { readWhole } from "../publication.ts";
import { buildOnce } from "../sites.ts";

const FIELD = join(PROJECT, "tests/fixtures/field");
const EDITION = "editions/2026/03-04-evening";
const NOW = "2026-03-04T19:00:00Z";

const contentOf = (name: string) => join(FIELD, name, "content");

/** A page of the site that a folder of the field makes. */
function pageOf(content: string, path: string): string {
  const site = buildOnce({ content, now: NOW }, "--no-cards", "--no-search");
  return readFileSync(join(site, path, "index.html"), "utf8");
}

const storyOf = (name: string) => pageOf(contentOf(name), "2026/03/04/evening/x");

test("a day that the zone left out is an error that names both, and never a day of 1969", async () => {
  const { diagnostics, site } = await readWhole(contentOf("skipped-day-apia"), Date.parse("2026-12-31T00:00:00Z"));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    { rule: "folder-name", message: expect.stringMatching(/2011-12-30 never was in Pacific\/Apia/) as string },
  ]);
  expect(site.editions.map(({ identity }) => identity)).toEqual(["2026-03-04-evening"]);
});

test("two aliases that differ in their signs are two, each at its own address", async () => {
  const { diagnostics, site } = await readWhole(contentOf("alias-same-address"), Date.parse(NOW));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(Object.fromEntries(site.topics.redirects)).toMatchObject({
    "c-plus-plus": "open-models",
    "c-sharp": "models",
  });
});

describe("a story’s reading time", () => {
  test("counts words of Hindi as one each", () => {
    expect(storyOf("hindi-reading-time")).toContain(">2 minutes’ reading<");
  });

  test("is the same in whichever way accents are written", () => {
    expect(storyOf("reading-time-nfd")).toContain(">2 minutes’ reading<");
  });
});

test("an address is made as browsers make it, percent-encoded", () => {
  const links = storyOf("url-signs").match(/https:\/\/tools\.example[^"]*/g);
  expect(links).toEqual([
    "https://tools.example/search?q=a%7Cb",
    "https://tools.example/%7Bid%7D/x",
    "https://tools.example/?q=a%5Eb",
    "https://tools.example/%60x%60",
  ]);
});

describe("a site in Dutch, in which the program has no words", () => {
  const DUTCH = /\b(?:maart|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b/;
  const ENGLISH = /\b(?:and|at|by|for|from|is|more|of|on|page|the|to|with)\b/i;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "evening-update-field-"));
    cpSync(contentOf("site-german"), folder, { recursive: true });
    const config = join(folder, "site.yaml");
    writeFileSync(config, readFileSync(config, "utf8").replace("language: de", "language: nl"));
    const at = (name: string) => join(folder, EDITION, name);
    const story = readFileSync(at("x.md"), "utf8");
    const titles = ["eins", "zwei", "drei"].map((word) => `Neue Regel Nummer ${word} für alle Systeme`);
    for (const [index, title] of titles.entries())
      writeFileSync(
        at(`x${index}.md`),
        story.replace(/title: ".*"\ntopic/, `title: ${title}\nfollows: 2026-03-04-evening/x\nwhatsNew: Neu.\ntopic`),
      );
    writeFileSync(at("edition.md"), "---\nstories: [x, x0, x1, x2]\n---\nWorte.\n");
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("folds a headline without an English word", () => {
    expect(pageOf(folder, "2026/03/04/evening")).toMatch(/<title>[^<]*Neue Regel für KI-Systeme, [^<]*, …/);
  });

  test("says in English wholly, and marked, what it says in English", () => {
    const page = pageOf(folder, "2026/03/04/evening");
    expect(page).toContain(
      '<p class="closing end" lang="en" dir="ltr"><strong>You’re up to date.</strong> The next edition, <a href="/morning/">AI Morning Briefing</a>, appears on <time datetime="2026-03-05T07:00:00+00:00">Thursday 5 March at 07:00 London time</time>.</p>',
    );
    expect(page).toContain('<p class="byline" lang="en" dir="ltr">By Pat Example</p>');
    expect(page).toContain('>woensdag <span class="whole">4 maart 2026</span></time>');
  });

  test.each([
    "2026/03/04/evening",
    "2026/03/04/evening/x0",
    "threads",
    "threads/x",
    "archive/2026/03",
    "trends",
    "subscribe",
    "corrections",
    "disclosures",
    "",
  ])("has no Dutch within a phrase that is marked as English: /%s", (path) => {
    const page = pageOf(folder, path);
    const said = [...page.matchAll(/<(\w+)[^>]* lang="en" dir="ltr"[^>]*>(.*?)<\/\1>/gs)].map(([, , words = ""]) =>
      words.replace(/<a [^>]*>.*?<\/a>/gs, "").replace(/<[^>]*>/g, ""),
    );
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => DUTCH.test(words))).toEqual([]);
    const dates = [...page.matchAll(/<(?:time|title)[^>]*>([^<]*)</g)].map(([, words = ""]) => words);
    expect(dates.filter((words) => DUTCH.test(words) && ENGLISH.test(words))).toEqual([]);
  });
});
