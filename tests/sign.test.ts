import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BASE } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const IDENTITY = "2026-03-04-evening/open-model";
const NOW = "2026-03-04T17:00:00Z";
let content = "";
let story = "";

beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), "evening-update-sign-")), "content");
  cpSync(BASE, content, { recursive: true });
  story = join(content, "editions/2026/03-04-evening/open-model.md");
  const text = readFileSync(story, "utf8");
  const front = "# A comment stays.\ntags:   [one,  two]\nai: ai-assisted\ntopic: models";
  const analysis = "\n## Why\n\nBecause “it” can[^1].\n\n[^1]: A note.\n";
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
  ])("a flipped letter of the %s fails the check, which says so", async (part, replace) => {
    await sign(...REVIEW);
    edit(replace);
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain(`stale-sign-off  ${part} changed after sign-off`);
  });

  test("other tags, a comment and another byline change nothing", async () => {
    await sign(...REVIEW);
    edit((text) =>
      text.replace("[one,  two]", "[three]").replace("# A comment stays.", "# Another.\nbyline: robin-example"),
    );
    expect(await check()).toMatchObject({ code: 0 });
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
