import { describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import { compareStory } from "../../src/rules/silent-edits.ts";

const BODY =
  "It has 12 parts, said she: “we did count them”. [All](https://x.example/2026) 1,200 `3`.\n\n## Why\n\nTwo doors.\n";

function story(front: string, body = BODY): string {
  return `---\ntitle: A house has doors\n${front}---\n${body}`;
}

function compare(old: string, now: string) {
  const { document } = readMarkdownFile("content/a.md", new TextEncoder().encode(now));
  if (!document) throw new Error("the new text cannot be read");
  return compareStory(old, document, "en");
}

const CORRECTION = "corrections:\n  - { at: 2026-03-04T20:00, kind: correction, text: So. }\n";
const SECOND = "  - { at: 2026-03-04T21:00, kind: update, text: So. }\n";

describe("a published story", () => {
  test.each([
    ["a number of the summary", BODY.replace("12", "13"), "12 became 13"],
    ["a number of the analysis", BODY.replace("Two", "Three"), "two became three"],
    ["a quotation", BODY.replace("we did", "we never did"), "a quotation"],
    ["a quotation that goes", BODY.replace("“we did count them”", "nothing"), "a quotation"],
    ["a number that goes", BODY.replace(" 1,200", ""), "1200 went"],
    ["a number that comes", BODY.replace("Two doors", "Two doors, 44 hinges"), "44 was added"],
    [
      "several things",
      BODY.replace("12", "13").replace("1,200", "1,300").replace("we did", "they did"),
      "12 became 13, 1200 became 1300 and a quotation",
    ],
    ["very much", "1 22 33 44 55 66", "12 became 1, 1200 became 22, two became 33, 44 was added and 3 more"],
  ])("whose text changed without a correction is told: %s", (_, body, what) => {
    expect(compare(story(""), story("", body))).toEqual([
      {
        path: "content/a.md",
        line: 2,
        column: 1,
        severity: "warning",
        rule: "silent-edit",
        message: `this published story changed and no correction says so: ${what}`,
        hint: "record it under “corrections”, with “at”, “kind” and “text”",
      },
    ]);
  });

  test("whose title changed is told, at its corrections where it has some", () => {
    const now = story(CORRECTION).replace("has doors", "has a door");
    expect(compare(story(CORRECTION), now)).toMatchObject([
      { line: 3, message: "this published story changed and no correction says so: the title" },
    ]);
  });

  test.each([
    ["nothing", story("")],
    ["words alone", story("", BODY.replace("parts", "pieces"))],
    ["the order of the text", story("", "Two.\n\n12 parts, “we did count them”.\n\n## Why\n\n1,200.\n")],
    ["how a number or a quotation is typed", story("", BODY.replace("1,200", "1200").replace(/[“”]/g, '"'))],
    ["an address or code", story("", BODY.replace("2026", "2027").replace("`3`", "`4`"))],
    ["how the title is typed", story("").replace("title: A house has doors", 'title: "A  house has doors"')],
  ])("in which %s changed is not", (_, now) => {
    expect(compare(story(""), now)).toEqual([]);
  });

  test("that records the change is not, but an old record is none of a new change", () => {
    const changed = BODY.replace("12", "13");
    expect(compare(story(""), story(CORRECTION, changed))).toEqual([]);
    expect(compare(story(CORRECTION), story(CORRECTION + SECOND, changed))).toEqual([]);
    expect(compare(story(CORRECTION), story(CORRECTION, changed))).toHaveLength(1);
    expect(compare(story(CORRECTION), story(CORRECTION.replace("So.", "Thus."), changed))).toHaveLength(1);
    expect(compare(story(CORRECTION + SECOND), story(CORRECTION, changed))).toHaveLength(1);
  });

  test("that was a draft, or no story, is not", () => {
    const changed = story("", BODY.replace("12", "13"));
    expect(compare(story("draft: true\n"), changed)).toEqual([]);
    expect(compare("no front matter", changed)).toEqual([]);
    expect(compare(story("draft: false\n"), changed)).toHaveLength(1);
  });
});
