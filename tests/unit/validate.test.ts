import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { readYamlFile } from "../../src/content/parse/document.ts";
import {
  affiliatesSchema,
  peopleSchema,
  siteSchema,
  storySchema,
  topicsSchema,
} from "../../src/content/schema/schema.ts";
import { validate } from "../../src/content/schema/validate.ts";

const STORY =
  "title: Labs opens model\ntopic: models\nsource: { publisher: wire, title: T, url: https://wire.example }\n";

function told(text: string, schema: z.ZodType = storySchema): string[] {
  const { document, diagnostics } = readYamlFile("a.yaml", Buffer.from(text));
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return validate(document, schema).diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

function hintOf(text: string, schema: z.ZodType = storySchema): string | undefined {
  const { document } = readYamlFile("a.yaml", Buffer.from(text));
  return document && validate(document, schema).diagnostics[0]?.hint;
}

const titled = (title: string) => STORY.replace("Labs opens model", title);

describe("a text field", () => {
  test.each([
    ["a decimal number", "3.10", "1:8 not-text"],
    ["a whole number", "2026", "1:8 not-text"],
    ["a date", "2026-03-04", "1:8 not-text"],
    ["a date and time", "2026-03-04T18:30", "1:8 not-text"],
    ["true", "true", "1:8 not-text"],
    ["a comment behind it", "Why C# beats F #1", "1:23 trailing-comment"],
    ["nothing", "", "1:8 missing-value"],
    ["an empty text", '""', "1:8 missing-value"],
    ["spaces", '"  "', "1:8 missing-value"],
    ["null", "null", "1:8 missing-value"],
    ["a list", "[a, b]", "1:8 wrong-type"],
    ["two lines", '"a\\nb"', "1:8 line-break"],
    ["111 characters", "x".repeat(111), "1:8 too-long"],
  ])("refuses %s", (_, title, expected) => {
    expect(told(titled(title))).toEqual([expected]);
  });

  test.each([
    ["in quotes, a number", '"3.10"'],
    ["in quotes, a date", "'2026-03-04'"],
    ["in quotes, a number sign", '"Why C# beats F #1"'],
    ["C#", "Why C# wins"],
    ["yes", "yes"],
    ["a number among words", "3.10 is out"],
    ["a comment on the line below", "Labs opens model\n# a remark"],
    ["a comment behind quotes", '"Labs opens model" # a remark'],
    ["110 characters", "x".repeat(110)],
    ["110 emoji of two units each", "😀".repeat(110)],
  ])("takes %s", (_, title) => {
    expect(told(titled(title))).toEqual([]);
  });

  test("shows how to type what is not text", () => {
    expect(hintOf(titled("3.10"))).toBe('put it in quotes: "3.10"');
    expect(hintOf(titled("Why C# beats F #1"))).toContain('"Why C# beats F #1"');
  });

  test("may be followed by a comment where it is an id, a date or an address", () => {
    expect(told(`${STORY}publish: 2026-03-04T18:30 # late\nbyline: robin # for once\n`)).toEqual([]);
  });

  test("is checked in lists, in mappings and in lists of one", () => {
    expect(told(`${STORY}tags: [3.10]\n`)).toEqual(["4:8 not-text"]);
    expect(told(STORY.replace("title: T", "title: 3.10"))).toEqual(["3:35 not-text"]);
    expect(told(STORY.replace("title: T", "title: 2026-03-04"))).toEqual(["3:35 not-text"]);
    expect(told(`${STORY}corrections:\n  - { at: 2026-03-04T19:00, kind: update, text: 2026-03-04 }\n`)).toEqual([
      "5:49 not-text",
    ]);
  });
});

describe("source", () => {
  test.each([
    ["one mapping", "source: { publisher: w, title: T, url: https://w.example }"],
    ["one mapping on lines", "source:\n  publisher: w\n  title: T\n  url: https://w.example"],
    ["a list of one", "source: [{ publisher: w, title: T, url: https://w.example }]"],
    [
      "a list of two",
      "source:\n  - { publisher: w, title: T, url: https://w.example/1 }\n  - { publisher: w, title: T, url: https://w.example/2 }",
    ],
  ])("may be %s", (_, source) => {
    expect(told(`title: T\ntopic: t\n${source}\n`)).toEqual([]);
  });

  test.each([
    ["missing", "", "1:1 missing-key"],
    ["empty", "source:", "3:8 missing-value"],
    ["an empty list", "source: []", "3:9 missing-value"],
    ["text", "source: https://w.example", "3:9 wrong-type"],
    ["without an address", "source: { publisher: w, title: T }", "3:1 missing-key"],
    ["of a list, without an address", "source:\n  - { publisher: w, title: T }", "4:5 missing-key"],
    ["with a strange key", "source: { publisher: w, titel: T, title: T, url: https://w.example }", "3:25 unknown-key"],
    ["with plain http", "source: { publisher: w, title: T, url: http://w.example }", "3:40 bad-link"],
    ["with a script", 'source: { publisher: w, title: T, url: "javascript:alert(1)" }', "3:40 bad-link"],
    ["with a user name", "source: { publisher: w, title: T, url: https://bank@w.example }", "3:40 bad-link"],
    ["with a number for a host", "source: { publisher: w, title: T, url: https://10.0.0.1 }", "3:40 bad-link"],
    ["with localhost", "source: { publisher: w, title: T, url: https://localhost }", "3:40 bad-link"],
    ["with a space", 'source: { publisher: w, title: T, url: "https://w.example/a b" }', "3:40 bad-link"],
    [
      "of 31 February",
      "source: { publisher: w, title: T, url: https://w.example, published: 2026-02-31 }",
      "3:70 bad-date",
    ],
    [
      "of a strange kind",
      "source: { publisher: w, title: T, url: https://w.example, kind: blog }",
      "3:65 unknown-value",
    ],
  ])("%s is told at its place", (_, source, expected) => {
    const lines = told(`title: T\ntopic: t\n${source}\n`);
    expect([...new Set(lines)]).toContain(expected);
    expect(new Set(lines.map((line) => line.split(" ")[1])).size).toBe(1);
  });
});

test("one mistake does not hide the next, nor what is right", () => {
  const { document } = readYamlFile("a.yaml", Buffer.from(`${STORY}shrot: S\nai: robot\ndraft: maybe\n`));
  if (!document) throw new Error("unreadable");
  const { value, partial, diagnostics } = validate(document, storySchema);
  expect(value).toBeUndefined();
  expect(partial).toMatchObject({ title: "Labs opens model", topic: "models" });
  expect(partial).not.toHaveProperty("ai");
  expect(diagnostics.map(({ rule }) => rule).sort()).toEqual(["unknown-key", "unknown-value", "wrong-type"]);
});

test.each([
  ["shrot: S", "did you mean “short”?"],
  ["whatsnew: S", "type “whatsNew:” in its place"],
  ["ai: human-olny", "did you mean “human-only”?"],
  ["draft: 'true'", "type “draft: true”, without quotes"],
  ["publish: 2026-03-04", "type its time as well, as in 2026-03-04T18:30"],
])("the mistake “%s” is answered “%s”", (line, hint) => {
  expect(hintOf(`${STORY}${line}\n`)).toBe(hint);
});

describe("a vocabulary", () => {
  test.each<[string, z.ZodType, string, string]>([
    ["an id with capitals", topicsSchema, "Models: { name: Models }", "1:1 bad-id"],
    ["an entry that is text", topicsSchema, "models: Models", "1:9 wrong-type"],
    ["an entry without a name", topicsSchema, "models: { description: All of them }", "1:1 missing-key"],
    ["a team", peopleSchema, "us: { name: Editorial Team, role: All }", "1:13 not-a-person"],
    ["a newsroom", peopleSchema, "us: { name: The Newsroom, role: All }", "1:13 not-a-person"],
    [
      "a host with a scheme",
      affiliatesSchema,
      "p: { name: P, url: https://p.example, hosts: https://p.example }",
      "1:46 bad-host",
    ],
    ["a language with an underscore", siteSchema.pick({ language: true }), "language: en_GB", "1:11 bad-language"],
    ["a zone that is none", siteSchema.pick({ zone: true }), "zone: London", "1:7 bad-zone"],
  ])("refuses %s", (_, schema, text, expected) => {
    expect(told(`${text}\n`, schema)).toEqual([expected]);
  });

  test("takes a person whose name only sounds like a team's", () => {
    expect(told("steam: { name: Ann Steamer, role: Editor }\n", peopleSchema)).toEqual([]);
  });

  test("keeps its good entries when one is wrong", () => {
    const { document } = readYamlFile("t.yaml", Buffer.from("models: { name: Models }\nBAD: { name: Bad }\n"));
    expect(document && validate(document, topicsSchema).partial).toEqual({ models: { name: "Models" } });
  });
});
