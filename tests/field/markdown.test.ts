import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Story } from "../../src/content/story.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { PROJECT } from "../command.ts";
import { readWhole } from "../publication.ts";
import { buildOnce } from "../sites.ts";

// Texts of one story each, of kinds that editors somewhere had typed and that were published wrongly.

const NOW = "2026-03-04T19:00:00Z";
const PAGE = "2026/03/04/evening/x/index.html";
const EDITION = "2026/03/04/evening/index.html";

function contentOf(name: string): string {
  return join(PROJECT, "tests/fixtures/field", name, "content");
}

async function readStory(name: string): Promise<{ story: Story; diagnostics: readonly Diagnostic[] }> {
  const { site, diagnostics } = await readWhole(contentOf(name), Date.parse(NOW));
  const [story] = site.editions.flatMap(({ stories }) => stories);
  if (!story) throw new Error(`${name} has no story`);
  return { story, diagnostics };
}

/** Reads a file of the site of a text. */
function built(name: string): (path: string) => string {
  const site = buildOnce({ content: contentOf(name), now: NOW }, "--no-cards", "--no-search");
  return (path) => readFileSync(join(site, path), "utf8");
}

function describedAs(page: string): string | undefined {
  return /<meta name="?description"? content="([^"]*)"/.exec(page)?.[1];
}

function summariesOf(read: (path: string) => string): (string | undefined)[] {
  const feed = JSON.parse(read("feed.json")) as { items: { summary?: string }[] };
  return [feed.items[0]?.summary, /<summary[^>]*>([^<]*)</.exec(read("stories.xml"))?.[1]];
}

describe("quotation marks and apostrophes", () => {
  test.each([
    [
      "quotes-after-sign",
      "<p>Rust’s and C++’s library, Yahoo!’s sale, and C#’s runtime. C++’s lead over developers’ tools. The <code>vec!</code>’s size, (sic)’s end, 4.5%’s worth.</p>\n",
    ],
    [
      "quotes-elision",
      "<p>Rock ’n’ roll, ’tis the season, get ’em, the class of ’26, ’24 elections, the ’90s, ’90s, ’cause it is. She’s 5’10&quot; tall. “It’s ‘fine’,” she said. ‘Round two.’</p>\n",
    ],
    ["quotes-cjk", "<p>开发者对“本地优先”体验的需求，以及‘终端原生’的体验。日本語の“生成AI”技術。</p>\n"],
    ["quotes-pt-br", "<p>Word “quoted” here.</p>\n"],
    ["quotes-sk", "<p>Word „quoted“ here.</p>\n"],
    [
      "cjk-emphasis",
      "<p>The lab said <strong>强调。</strong>之后继续, and <strong>「新模型」</strong>发布了, and <strong>重要（beta）</strong>版。</p>\n",
    ],
  ])("and emphasis of %s are as they should be", async (name, html) => {
    const { story, diagnostics } = await readStory(name);
    // In languages that are not complete, the program's own words are English, which is told.
    expect(diagnostics.filter(({ rule }) => rule !== "words-in-english")).toEqual([]);
    expect(story.summary.html).toBe(html);
  });
});

test("each link that is none is told, and no page prints its signs", async () => {
  const { diagnostics } = await readStory("broken-links");
  expect(diagnostics.map(({ severity, rule, column }) => `${severity} ${rule} ${column}`)).toEqual(
    [5, 43, 89, 107, 119, 149, 168].map((column) => `warning dead-markdown ${column}`),
  );
  const read = built("broken-links");
  for (const path of [PAGE, EDITION, "feed.xml", "feed.json", "stories.xml"])
    expect(read(path), path).not.toMatch(/\]\s?[([]/);
  expect(read(PAGE)).toContain('<a href="https://example.org/My%20Report.pdf">my file</a>, words, OpenAI, ');
});

test("a block of code that never ends is told, with the analysis that it takes in", async () => {
  const { diagnostics } = await readStory("unclosed-fence");
  expect(diagnostics.map(({ severity, line, message }) => `${severity} ${line} ${message}`)).toEqual([
    "warning 11 this block of code never ends, and takes in “## The analysis” and all that follows",
  ]);
});

test("a wrapped line of Japanese or Chinese has no space in it, on the page, in the description and in feeds", () => {
  const text = "今日のAIニュースは新しいモデルの話です。中国の团队今天发布了模型。";
  const read = built("cjk-line-break");
  expect(read(PAGE)).toContain(`<p>${text}</p>`);
  expect(describedAs(read(PAGE))).toBe(text);
  expect(summariesOf(read)).toContain(text);
  expect(read("feed.xml")).toContain(text);
});

test("a link leads to a heading of any script", () => {
  const read = built("heading-link-korean");
  for (const id of ["page_자주-묻는-질문", "page_プログラム"]) {
    expect(read(PAGE)).toContain(`href="/faq/#${id.normalize("NFC")}"`);
    expect(read("faq/index.html")).toContain(`id="${id.normalize("NFC")}"`);
  }
});

test("a text that begins with a picture is described by its first words", () => {
  const text = "Prices fell by half in a year, says the first sentence that a reader meets.";
  const read = built("picture-first");
  expect(describedAs(read(PAGE))).toBe(text);
  expect(summariesOf(read)).toContain(text);
});

test("notes stand where they are first read, and every mark has a way back", () => {
  const page = built("footnote-shapes")(PAGE);
  const marks = [...page.matchAll(/ id="(x__mark-[^"]*)"/g)].map(([, id]) => id);
  const back = [...page.matchAll(/class="footnote-back" href="#([^"]*)"/g)].map(([, id]) => id);
  expect(marks).toEqual(["x__mark-1", "x__mark-1-2", "x__mark-2", "x__mark-1-3", "x__mark-3"]);
  expect(back.sort()).toEqual(marks.sort());
  expect(page.indexOf('id="x__note-1"')).toBeLessThan(page.indexOf('id="x__analysis"'));
  expect(page.indexOf('id="x__note-3"')).toBeGreaterThan(page.indexOf('id="x__analysis"'));
});
