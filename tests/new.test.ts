import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEditable } from "../src/content/edit/editable.ts";
import { addToRunningOrder } from "../src/content/edit/front-matter.ts";
import { slugOf } from "../src/content/words/slug.ts";
import { PUBLICATIONS } from "./fixtures.ts";
import { runWithin } from "./within.ts";

let content = "";

beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), "evening-update-new-")), "content");
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
});

afterEach(() => {
  rmSync(join(content, ".."), { recursive: true, force: true });
});

const STORY = [
  ...["--date", "2026-03-04", "--slot", "evening", "--topic", "research", "--publisher", "arxiv"],
  ...["--title", 'A "new" story: C# & more', "--source-title", "A paper", "--url", "https://arxiv.org/abs/1706.03762"],
];

function create(...args: string[]) {
  return runWithin(["new", ...args, "--content", content]);
}

test("a story from flags is a draft that passes the checks, at the end of its edition's running order", async () => {
  const edition = join(content, "editions/2026/03-04-evening/edition.md");
  const before = readFileSync(edition, "utf8");
  expect((await create("story", ...STORY)).code).toBe(0);
  const story = readFileSync(join(content, "editions/2026/03-04-evening/a-new-story-c-more.md"), "utf8");
  expect(story).toContain("draft: true");
  expect(story).toContain(String.raw`title: "A \"new\" story: C# & more"`);
  const after = readFileSync(edition, "utf8");
  expect(after).toBe(before.replace("openai-data-agent]", "openai-data-agent, a-new-story-c-more]"));
  const { code, stdout } = await runWithin(["check", "--content", content]);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain("missing-summary");
});

test("an edition and a story in a folder that does not exist yet pass the checks", async () => {
  expect((await create("edition", "--date", "2026-03-09", "--slot", "morning")).code).toBe(0);
  expect((await create("story", ...STORY, "--date", "2026-03-10")).code).toBe(0);
  const { code, stdout } = await runWithin(["check", "--content", content]);
  expect(code, stdout).toBe(0);
});

test("a file that exists is never written over", async () => {
  const path = join(content, "editions/2026/03-04-evening/gemini-flash-lite.md");
  const before = readFileSync(path, "utf8");
  const { code, stderr } = await create("story", ...STORY, "--slug", "gemini-flash-lite");
  expect(code).toBe(2);
  expect(stderr).toContain("exists already");
  expect(readFileSync(path, "utf8")).toBe(before);
});

describe("nothing is written through a link", () => {
  const elsewhere = () => join(content, "..", "elsewhere");

  test.each([
    ["the folder of editions", "editions", "story"],
    ["the folder of a year", "editions/2026", "edition"],
    ["an edition’s folder", "editions/2026/03-12-evening", "story"],
  ])("that stands for %s", async (_, path, kind) => {
    mkdirSync(elsewhere());
    rmSync(join(content, path), { recursive: true, force: true });
    symlinkSync(elsewhere(), join(content, path), "junction");
    const flags = kind === "story" ? STORY : ["--slot", "evening"];
    const { code, stdout, stderr } = await create(kind, ...flags, "--date", "2026-03-12");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${path} is not a folder but a symbolic link; nothing was written\n`);
    expect(readdirSync(elsewhere())).toEqual([]);
  });

  test.each([
    ["an edition", "edition.md", true],
    ["an edition and leads nowhere", "edition.md", false],
    ["a story", "a-new-story-c-more.md", true],
    ["a story and leads nowhere", "a-new-story-c-more.md", false],
  ])("that stands for %s", async (_, name, isThere) => {
    const folder = join(content, "editions/2026/03-04-evening");
    const before = "---\nstories: []\n---\n";
    if (isThere) writeFileSync(elsewhere(), before);
    rmSync(join(folder, name), { force: true });
    symlinkSync(elsewhere(), join(folder, name));
    const names = readdirSync(folder);
    expect((await create("story", ...STORY)).code).toBe(2);
    expect(readdirSync(folder)).toEqual(names);
    expect(existsSync(elsewhere()) ? readFileSync(elsewhere(), "utf8") : undefined).toBe(isThere ? before : undefined);
  });

  test("that is a hard one, nor is a file read that is too large for a text", async () => {
    const edition = join(content, "editions/2026/03-04-evening/edition.md");
    linkSync(edition, elsewhere());
    expect((await create("story", ...STORY)).stderr).toContain("edition.md is a hard link");
    rmSync(elsewhere());
    truncateSync(edition, 3 * 1024 ** 3);
    expect((await create("story", ...STORY)).stderr).toContain("the file has 3145728 KiB; 256 KiB is the most");
    expect(existsSync(join(edition, "..", "a-new-story-c-more.md"))).toBe(false);
  });
});

test("every missing or wrong flag is named at once, with what was meant", async () => {
  const { code, stderr } = await create("story", "--topic", "reserch", "--url", "http://x.example", "--slug", "search");
  expect(code).toBe(2);
  for (const flag of ["--slot", "--title", "--topic", "--publisher", "--source-title", "--url", "--slug"])
    expect(stderr).toContain(`${flag}:`);
  expect(stderr).toContain("did you mean “research”?");
  expect(stderr).not.toMatch(/^\s+at /m);
});

describe("what is proposed", () => {
  beforeEach(() => {
    const config = join(content, "site.yaml");
    const calendar = "{ days: [mon, wed], except: 2026-03-11, slots: { morning: { days: [mon] } } }";
    writeFileSync(config, `${readFileSync(config, "utf8")}calendar: ${calendar}\n`);
  });

  const FRIDAY = { BUILD_NOW: "2026-03-06T20:00:00Z" };
  const at = (env: Record<string, string>, ...args: string[]) => runWithin(["new", ...args, "--content", content], env);

  test("for an edition is the next that is expected, and then the one after it", async () => {
    expect((await at(FRIDAY, "edition")).stderr).toBe("--slot: is missing\n");
    for (const slot of ["morning", "evening"])
      expect((await at(FRIDAY, "edition", "--slot", slot)).stdout).toContain(`2026/03-09-${slot}/edition.md`);
    // Both of Monday are there now, Wednesday is an exception, and on the next Monday there are two again.
    expect((await at(FRIDAY, "edition", "--slot", "evening")).stdout).toContain("2026/03-16-evening/edition.md");
    // Only one slot has a Wednesday.
    expect((await at(FRIDAY, "edition", "--date", "2026-03-18")).stdout).toContain("2026/03-18-evening/edition.md");
  });

  test("for a story is the next edition, be it there or not", async () => {
    const [, , , , ...rest] = STORY;
    expect((await at(FRIDAY, "edition", "--slot", "evening")).code).toBe(0);
    const { stdout } = await at(FRIDAY, "story", "--slot", "evening", ...rest);
    expect(stdout).toContain("2026/03-09-evening/a-new-story-c-more.md");
  });

  test("is nothing in a pause without an end", async () => {
    const config = join(content, "site.yaml");
    writeFileSync(config, readFileSync(config, "utf8").replace("except: 2026-03-11", "except: 2026-03-06/2999-12-31"));
    expect(await at(FRIDAY, "edition", "--slot", "evening")).toMatchObject({ code: 2, stderr: "--date: is missing\n" });
  });
});

describe("the running order keeps every other character", () => {
  test.each([
    ["a list on one line", "stories: [a, b]", "stories: [a, b, new]"],
    ["an empty list", "stories: []", "stories:\n  - new"],
    ["an empty list with a comment", "stories: [] # none", "stories: [new] # none"],
    ["a list on one line with a final comma", "stories: [a, b, ]", "stories: [a, b, new, ]"],
    ["a list of lines", "stories:\n  - a\n  - b # why", "stories:\n  - a\n  - b # why\n  - new"],
    ["a list with the line ends of Windows", "stories:\r\n- a\r\n- b", "stories:\r\n- a\r\n- b\r\n- new"],
    ["no list", "title: T", "title: T"],
    ["a list that has it", "stories: [new]", "stories: [new]"],
  ])("%s", (_, before, after) => {
    const end = before.includes("\r") ? "\r\n" : "\n";
    const file = (front: string) => ["---", "# a comment", front, "draft: true", "---", "Lede.", ""].join(end);
    const text = file(before);
    const edition = openEditable("edition.md", Buffer.from(text));
    expect(edition && addToRunningOrder(edition, "new").text).toBe(file(after));
  });
});

test.each([
  ["OpenAI’s “data agent”: built by two", "en", "openais-data-agent-built-by-two"],
  ["Élan vital, naïve Über & co", "en", "elan-vital-naive-uber-co"],
  ["Straße und Öl", "de-AT", "strasse-und-oel"],
  ["L’été à Nîmes", "fr", "lete-a-nimes"],
  ["İstanbul’da yağmur", "tr", "istanbulda-yagmur"],
  ["Москва и Київ", "ru", "moskva-i-kiyiv"],
  ["الذكاء", "ar", "aldhkae"],
  ["通义千问", "zh", ""],
  ["日本のAI", "ja", ""],
  ["word ".repeat(30), "en", "word-word-word-word-word-word-word-word-word-word-word-word"],
])("the slug of %s in %s", (title, language, slug) => {
  expect(slugOf(title, language)).toBe(slug);
});

describe("what check would refuse is not written", () => {
  test.each([
    ["a title that is too long", ["--title", "long ".repeat(30)], "--title: this has"],
    ["a title on two lines", ["--title", "a\nb"], "--title: this must stand on one line"],
    ["a title with a character that nobody sees", ["--title", "a\u200Bb"], "--title: the invisible character"],
    ["an address that follows readers", ["--url", "https://arxiv.org/a?utm_source=x"], "--url: this address follows"],
    ["an address that is none", ["--url", "arxiv.org"], "--url: “arxiv.org” is not an address"],
    ["a source’s title that is too long", ["--source-title", "long ".repeat(100)], "--source-title: this has"],
    ["a topic that is none", ["--topic", "gardening"], "--topic: “gardening” is not known"],
  ])("%s", async (_, args, expected) => {
    const { code, stdout, stderr } = await create("story", ...STORY, ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(expected);
  });
});

describe("a new publisher", () => {
  const [date, day, slot, evening, topic, research, , , ...rest] = STORY;
  const WITHOUT = [date, day, slot, evening, topic, research, ...rest].map(String);

  test("is added to publishers.yaml, every other byte of which stays", async () => {
    const path = join(content, "publishers.yaml");
    const before = readFileSync(path, "utf8");
    const flags = ["--new-publisher", "Why: “C#” & co", "--publisher-url", "https://voice.example.org"];
    const { code, stderr } = await create("story", ...WITHOUT, ...flags);
    expect([code, stderr]).toEqual([0, ""]);
    expect(readFileSync(path, "utf8")).toBe(
      `${before}why-c-co: { name: "Why: “C#” & co", url: "https://voice.example.org" }\n`,
    );
    expect((await runWithin(["check", "--content", content])).code).toBe(0);
  });

  test("that is known already is refused", async () => {
    const flags = ["--new-publisher", "arXiv", "--publisher-url", "https://arxiv.org"];
    const { code, stderr } = await create("story", ...WITHOUT, ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain("“arxiv” is a publisher already");
  });
});

/** Bits of titles at which YAML or a terminal stumbles. */
const BITS = "C# |: |- |2026|true|\"|'|“|”|#|[|]|{x}|&|*|!|%|@|`|\\\\|é|通义|🚀|why|null|, |? |> ||~|=|<".split("|");

test("200 titles that nobody would write pass the checks, or are refused", { timeout: 300_000 }, async () => {
  let seed = 20_260_304;
  const random = (most: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const make = () => Array.from({ length: 1 + random(7) }, () => BITS[random(BITS.length)]).join("");
  let written = 0;
  for (let count = 0; count < 200; count++) {
    const args = ["--title", make(), "--source-title", make(), "--slug", `made-${count}`];
    const url = `https://arxiv.org/abs/${count}?q=${encodeURIComponent(make())}`;
    const { code } = await create("story", ...STORY, ...args, "--url", url);
    if (code === 0) written++;
  }
  expect(written).toBeGreaterThan(150);
  const { stdout } = await runWithin(["check", "--content", content, "--format", "json"]);
  const told = (JSON.parse(stdout) as { path: string; rule: string }[]).filter(({ path }) => path.includes("/made-"));
  expect(told.filter(({ rule }) => rule !== "missing-summary")).toEqual([]);
});
