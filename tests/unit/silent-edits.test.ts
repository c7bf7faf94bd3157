import { describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import { editionSchema, storySchema } from "../../src/content/schema/schema.ts";
import { findChanges } from "../../src/content/words/changed-words.ts";
import { createMeanings } from "../../src/content/schema/meanings.ts";
import { createTopicIndex } from "../../src/content/topics.ts";
import { compareText } from "../../src/rules/silent-edits.ts";

const BODY =
  "It has 12 parts, said she: “we did count them”. [All](https://x.example/2026) 1,200 `3`.\n\n## Why\n\nTwo doors.\n";

function story(front: string, body = BODY): string {
  return `---\ntitle: A house has doors\n${front}---\n${body}`;
}

const MEANINGS = createMeanings(
  { publishers: { wire: { name: "The Wire", url: "https://wire.example/" } }, people: {}, topics: {} },
  createTopicIndex({}),
);

function compare(old: string, now: string) {
  const { document } = readMarkdownFile("content/a.md", new TextEncoder().encode(now));
  if (!document) throw new Error("the new text cannot be read");
  return compareText(old, { document, schema: storySchema }, { language: "en", ai: "human-only", meanings: MEANINGS });
}

const CORRECTION = "corrections:\n  - { at: 2026-03-04T20:00, kind: correction, text: So. }\n";
const SECOND = "  - { at: 2026-03-04T21:00, kind: update, text: So. }\n";

describe("a published story", () => {
  test.each([
    ["a word put in", BODY.replace("It has", "It has not"), "“has” became “has not”"],
    ["a word taken out", BODY.replace("we did count", "we count"), "“we did” became “we”"],
    ["a number of the summary", BODY.replace("12", "13"), "“12” became “13”"],
    ["a number of the analysis", BODY.replace("Two", "Three"), "“Two” became “Three”"],
    ["a quotation", BODY.replace("we did", "we never did"), "“we” became “we never”"],
    ["a number that goes", BODY.replace(" 1,200", ""), "“All 1200” became “All”"],
    ["a line that comes", BODY.replace("Two", "But no windows.\n\nTwo"), "“But no windows.” was added"],
    ["a line that goes", BODY.replace("## Why\n\n", ""), "“Why” went"],
    ["capitals", BODY.replace("she", "SHE"), "“she” became “SHE”"],
    ["a sign", BODY.replace("doors.", "doors?"), "“.” became “?”"],
    ["code", BODY.replace("`3`", "`4`"), "“3” became “4”"],
    [
      "the order of the text",
      "Two doors.\n\nOne.\n",
      '“It has 12 parts, said she: "we did count them". All 1200 3. Why” went and “One.” was added',
    ],
    [
      "several things",
      BODY.replace("12", "13").replace("1,200", "1,300").replace("we did", "they did"),
      "“12” became “13”, “we” became “they” and “1200” became “1300”",
    ],
    [
      "very much",
      "It had 1 part, says he: “we do count these”. [Some](https://x.example/2026) 1,200 `3`.\n\n## Why\n\nTwo doors.\n",
      "“has 12 parts” became “had 1 part”, “said she” became “says he”, “did” became “do”, “them” became “these” and 1 more",
    ],
    ["all", Array.from({ length: 1200 }, (_, at) => `w${at}`).join(" "), "most of its words"],
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

  test.each([
    ["title", "title: A house has doors", "title: A house has a door", "“doors” became “a door” (title)"],
    ["label", "", "ai: ai-autonomous", "“human-only” became “ai-autonomous” (ai)"],
    ["byline", "byline: kim-example", "byline: [kim-example, robin-example]", "“robin-example” was added (byline)"],
    [
      "source",
      "source: { publisher: wire, title: A report, url: https://x.example/a }",
      "source: { publisher: labs, title: A report, url: https://x.example/a }",
      "“wire” became “labs” (publishers)",
    ],
    [
      "picture",
      "image: { src: a.png, alt: A cat }",
      "image: { src: a.png, alt: No cat }",
      "“A” became “No” (image.alt)",
    ],
    [
      "correction itself",
      CORRECTION.trim(),
      CORRECTION.trim().replace("So.", "Thus."),
      "“So” became “Thus” (corrections)",
    ],
    ["correction that goes", (CORRECTION + SECOND).trim(), CORRECTION.trim(), "“update So.” went (corrections)"],
  ])("whose %s changed is told", (_, old, now, what) => {
    const told = compare(
      story("").replace("title: A house has doors", old),
      story("").replace("title: A house has doors", now),
    );
    expect(told).toMatchObject([{ message: `this published story changed and no correction says so: ${what}` }]);
  });

  test("is told at its corrections where it has some", () => {
    const now = story(CORRECTION).replace("has doors", "has a door");
    expect(compare(story(CORRECTION), now)).toMatchObject([{ line: 3 }]);
  });

  test.each([
    ["nothing", story("")],
    ["how its lines are set", story("", BODY.replace("parts, said", "parts,\nsaid").replace("## Why", "**Why**"))],
    ["how a number or a quotation is typed", story("", BODY.replace("1,200", "1200").replace(/[“”]/g, '"'))],
    ["an address", story("", BODY.replace("2026", "2027"))],
    ["how the title is typed", story("").replace("title: A house has doors", 'title: "A  house has doors"')],
    ["what readers do not see", story("topic: models\npublish: 2026-03-04T20:00\ncomments: true\n")],
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

test("a story that says in the format’s words what it said in others is the same", () => {
  const front = (publisher: string, time: string) =>
    story(`source: { publisher: ${publisher}, title: T, url: https://wire.example/t }\npublish: ${time}\n`);
  const before = front("The Wire", "2026-03-04 18:30");
  expect(compare(before, front("wire", "2026-03-04T18:30"))).toEqual([]);
  expect(compare(before, front("other", "2026-03-04T18:30"))).toHaveLength(1);
});

test("an edition’s own text is held to the same", () => {
  const file = (text: string) => `---\ntitle: The evening\n---\n${text}\n`;
  const { document } = readMarkdownFile("content/edition.md", new TextEncoder().encode(file("They are not safe.")));
  if (!document) throw new Error("the new text cannot be read");
  const setting = { language: "en", ai: "human-only", meanings: MEANINGS } as const;
  expect(compareText(file("They are safe."), { document, schema: editionSchema }, setting)).toMatchObject([
    { message: "this published edition changed and no correction says so: “are” became “are not”" },
  ]);
});

describe("words are told apart", () => {
  test.each([
    ["where none stands before", "en", "Safe it is.", "Not safe it is.", [{ from: "Safe", to: "Not safe" }]],
    ["after a sign", "en", "It is. End.", "It is. Not so. End.", [{ from: "is.", to: "is. Not so." }]],
    ["without spaces", "zh", "他们是安全的。", "他们不是安全的。", [{ from: "是", to: "不是" }]],
    ["by the language’s own numbers", "de", "1.200", "1200", []],
    ["which are others in another", "de", "1,200", "1200", [{ from: "1,200", to: "1200" }]],
    ["with their accents, however stored", "fr", "e\u0301te\u0301", "été", []],
    ["whatever the hyphen and the space", "en", "a – b\u00A0c…", "a - b c...", []],
    ["when there were none", "en", "", "New.", [{ from: "", to: "New." }]],
  ])("%s", (_, language, old, now, changes) => {
    expect(findChanges(old, now, language)).toEqual(changes);
  });

  test("in time that grows with their number", () => {
    const text = Array.from({ length: 30_000 }, (_, at) => `word${at}`).join(" ");
    expect(findChanges(text, text.replace("word7 ", "not word7 "), "en")).toEqual([{ from: "word6", to: "word6 not" }]);
  });
});
