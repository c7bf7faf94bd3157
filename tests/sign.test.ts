import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BASE } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const IDENTITY = "2026-03-04-evening/open-model";
const NOW = "2026-03-04T17:00:00Z";
const CORRECTION = "corrections: [{ at: 2026-03-04T18:10, kind: update, text: It is open now. }]";
const DOT = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
  .png()
  .toBuffer();
let content = "";
let story = "";

beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), "evening-update-sign-")), "content");
  cpSync(BASE, content, { recursive: true });
  story = join(content, "editions/2026/03-04-evening/open-model.md");
  writeFileSync(join(content, "editions/2026/03-04-evening/dot.png"), DOT);
  const text = readFileSync(story, "utf8");
  const image = "image:\n  src: dot.png\n  alt: A red dot\n  credit: Robin drew it\n";
  const front = `# A comment stays.\ntags:   [one,  two]\n${image}ai: ai-assisted\ntopic: models`;
  const analysis = "\n## Why\n\nBecause “it” can[^1].\n\n![The dot](dot.png)\n\n[^1]: A note.\n";
  writeFileSync(story, text.replace("topic: models", front) + analysis);
});

afterEach(() => {
  rmSync(join(content, ".."), { recursive: true, force: true });
});

function sign(...args: string[]) {
  return runWithin(["sign", ...args, "--content", content, "--now", NOW]);
}

function check() {
  return runWithin(["check", "--content", content, "--now", "2026-03-04T19:00:00Z"]);
}

function edit(replace: (text: string) => string): void {
  writeFileSync(story, replace(readFileSync(story, "utf8")));
}

const REVIEW = [IDENTITY, "--by", "robin-example", "--fact-checked"];

test("signing adds a sign-off to the front matter and changes no other byte", async () => {
  const before = readFileSync(story, "utf8");
  expect((await check()).code).toBe(1);
  expect((await sign(...REVIEW)).code).toBe(0);
  const after = readFileSync(story, "utf8");
  const [block = ""] = /signoff:\n(?: .*\n)+/.exec(after) ?? [];
  expect(block).toContain("by: robin-example\n  at: 2026-03-04T17:00\n  factChecked: true\n  digests:\n");
  expect(after.replace(block, "")).toBe(before);
  expect(await check()).toMatchObject({ code: 0 });
});

test("signing again replaces the earlier sign-off where it stood", async () => {
  await sign(...REVIEW);
  edit((text) => text.replace("    sources:", "    sources:").replace("---\nExample", "draft: false\n---\nExample"));
  const first = readFileSync(story, "utf8");
  edit((text) => text.replace("its model on the web", "its model on the net"));
  expect((await sign(...REVIEW)).code).toBe(0);
  const second = readFileSync(story, "utf8");
  expect(second.match(/signoff:/g)).toHaveLength(1);
  const withoutDigests = (text: string) => text.replace(/"[0-9a-f]{24}"/g, "").replace("the net", "the web");
  expect(withoutDigests(second)).toBe(withoutDigests(first));
  expect(await check()).toMatchObject({ code: 0 });
});

test("a file with the line ends of Windows keeps them", async () => {
  edit((text) => text.replaceAll("\n", "\r\n"));
  const before = readFileSync(story, "utf8");
  expect((await sign(...REVIEW)).code).toBe(0);
  const after = readFileSync(story, "utf8");
  expect(after.replace(/\r\n/g, "")).not.toContain("\n");
  expect(after.replace(/signoff:\r\n(?: .*\r\n)+/, "")).toBe(before);
  expect(await check()).toMatchObject({ code: 0 });
});

describe("after the sign-off", () => {
  test.each([
    ["title", (text: string) => text.replace("opens its model", "opens its Model")],
    ["short", (text: string) => text.replace("tags:", "short: Labs\ntags:")],
    ["summary", (text: string) => text.replace("on the web", "on the Web")],
    ["analysis", (text: string) => text.replace("Because", "because")],
    ["analysis", (text: string) => text.replace("A note.", "A mote.")],
    ["sources", (text: string) => text.replace("Labs opens model", "Labs open model")],
    ["tags", (text: string) => text.replace("two]", "tow]")],
    ["tags", (text: string) => text.replace("tags:   [one,  two]\n", "")],
    ["image.alt", (text: string) => text.replace("A red dot", "A blue dot")],
    ["image.credit", (text: string) => text.replace("Robin drew it", "Robyn drew it")],
    ["image.credit", (text: string) => text.replace("  credit: Robin drew it\n", "")],
    ["image.alt and image.credit", (text: string) => text.replace(/^image:\n(?: .*\n)+/m, "")],
    ["whatsNew", (text: string) => text.replace("tags:", "whatsNew: It is open.\ntags:")],
    ["corrections", (text: string) => text.replace("tags:", `${CORRECTION}\ntags:`)],
    ["analysis", (text: string) => text.replace("![The dot]", "![A dot]")],
  ])("another %s fails the check, which says so", async (part, replace) => {
    await sign(...REVIEW);
    edit(replace);
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain(`stale-sign-off  ${part} changed after sign-off`);
  });

  test("a comment, another byline, another way to write the same tags and an empty list change nothing", async () => {
    await sign(...REVIEW);
    edit((text) =>
      text
        .replace("# A comment stays.", "# Another.\nbyline: robin-example\ncorrections: []")
        .replace("[one,  two]", '\n  - "one"\n  - two'),
    );
    expect(await check()).toMatchObject({ code: 0 });
  });

  test("a changed “whatsNew” of a story that follows another fails the check", async () => {
    const follower = join(content, "editions/2026/03-04-evening/second-story.md");
    const follows = `follows: ${IDENTITY}\nwhatsNew: It is open.\nai: ai-assisted\ntopic: models`;
    const base = readFileSync(join(BASE, "editions/2026/03-04-evening/open-model.md"), "utf8");
    writeFileSync(follower, base.replace("topic: models", follows));
    const edition = join(content, "editions/2026/03-04-evening/edition.md");
    writeFileSync(edition, readFileSync(edition, "utf8").replace("[open-model]", "[open-model, second-story]"));
    await sign(...REVIEW);
    expect((await sign(IDENTITY.replace("open-model", "second-story"), ...REVIEW.slice(1))).code).toBe(0);
    expect(await check()).toMatchObject({ code: 0 });
    writeFileSync(follower, readFileSync(follower, "utf8").replace("It is open.", "It is shut."));
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain("second-story.md:11:1 error stale-sign-off  whatsNew changed after sign-off");
  });

  test("a part that is taken out of it by hand is missed", async () => {
    await sign(...REVIEW);
    edit((text) => text.replace(/^ {4}image\.alt: .*\n/m, ""));
    expect((await check()).stdout).toContain("stale-sign-off  image.alt changed after sign-off");
  });
});

describe("a sign-off from before every text that readers read was covered", () => {
  /** Signs, and takes out of the sign-off the parts that it did not have then. */
  const signAsBefore = async (): Promise<void> => {
    await sign(...REVIEW);
    edit((text) => text.replace(/^ {4}(?!title|short|summary|analysis|sources)[\w.]+: "\w+"\n/gm, ""));
    expect(
      /digests:\n((?: {4}.*\n)+)/
        .exec(readFileSync(story, "utf8"))?.[1]
        ?.match(/\w+(?=:)/g)
        ?.sort(),
    ).toEqual(["analysis", "short", "sources", "summary", "title"]);
  };

  test("stays valid while what it covers stays, whatever else changes", async () => {
    await signAsBefore();
    expect(await check()).toMatchObject({ code: 0 });
    edit((text) => text.replace("two]", "tow]").replace("A red dot", "A blue dot"));
    edit((text) => text.replace("tags:", `${CORRECTION}\ntags:`));
    expect(await check()).toMatchObject({ code: 0 });
  });

  test.each([
    ["title", (text: string) => text.replace("opens its model", "opens its Model")],
    ["sources", (text: string) => text.replace("Labs opens model", "Labs open model")],
    ["summary", (text: string) => text.replace("on the web", "on the Web")],
    ["title", (text: string) => text.replace(/^ {4}title: "\w+"\n/m, "")],
  ])("is out of date when %s is another", async (part, replace) => {
    await signAsBefore();
    edit(replace);
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain(`stale-sign-off  ${part} changed after sign-off`);
  });
});

test("an edition's own text signs the same way, apart from its stories", async () => {
  await sign(...REVIEW);
  const edition = join(content, "editions/2026/03-04-evening/edition.md");
  writeFileSync(edition, readFileSync(edition, "utf8").replace("---\nOne", "ai: ai-assisted\n---\nOne"));
  expect((await check()).stdout).toContain("edition.md:3:1 error missing-sign-off");
  expect((await sign("2026-03-04-evening", "--by", "robin-example", "--fact-checked")).code).toBe(0);
  expect(await check()).toMatchObject({ code: 0 });
  writeFileSync(edition, readFileSync(edition, "utf8").replace("One story", "A story"));
  expect((await check()).stdout).toContain("lede changed after sign-off");
  writeFileSync(
    edition,
    readFileSync(edition, "utf8").replace("A story", "One story").replace("ai:", `${CORRECTION}\nai:`),
  );
  expect((await check()).stdout).toContain("edition.md:5:1 error stale-sign-off  corrections changed after sign-off");
});

describe("nothing is signed", () => {
  test.each([
    ["without a review of the facts", [IDENTITY, "--by", "robin-example"], 2, "--fact-checked"],
    ["by nobody", [IDENTITY, "--fact-checked"], 2, "--by ID"],
    ["by a stranger", [IDENTITY, "--by", "robin-exampel", "--fact-checked"], 2, "did you mean “robin-example”?"],
    [
      "that does not exist",
      ["2026-03-04-evening/open-modle", "--by", "robin-example", "--fact-checked"],
      2,
      "open-model”?",
    ],
  ])("%s", async (_, args, code, words) => {
    const before = readFileSync(story, "utf8");
    const { code: got, stderr } = await sign(...args);
    expect(got).toBe(code);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(story, "utf8")).toBe(before);
  });

  test("that has a mistake in it", async () => {
    edit((text) => text.replace("Example Labs has", "<b>Example</b> Labs has"));
    const before = readFileSync(story, "utf8");
    const { code, stdout } = await sign(...REVIEW);
    expect(code).toBe(1);
    expect(stdout).toContain("raw-html");
    expect(readFileSync(story, "utf8")).toBe(before);
  });
});
