import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editFields } from "../../src/content/edit/edit-fields.ts";
import { NotEditable, openEditable } from "../../src/content/edit/editable.ts";
import { type FuzzedStory, NAME, stories } from "./fuzzed-stories.ts";

const RUNS = 200;
const SEED = 19;

/** The lines of a text that are not the other's, of two that have as many. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  expect(now.length, after).toBe(old.length);
  return now.filter((line, at) => line !== old[at]);
}

type Front = Readonly<Record<string, unknown>>;

interface Sourced {
  readonly title: string;
}

/** A letter is typed somewhere in a text. */
function typed(text: string, at: number): string {
  const letters = Array.from(text);
  const place = Math.round(at * letters.length);
  return [...letters.slice(0, place), "x", ...letters.slice(place)].join("");
}

const FIELDS: readonly [name: string, edit: (front: Front, type: (text: string) => string) => Front][] = [
  ["title", ({ title }, type) => ({ title: type(title as string) })],
  ["short", ({ short }, type) => ({ short: type(short as string) })],
  [
    "alt",
    ({ image }, type) => {
      const own = image as { readonly alt: string };
      return { image: { ...own, alt: type(own.alt) } };
    },
  ],
  [
    "source",
    ({ source }, type) => {
      const [first, ...others] = source as Sourced[];
      return { source: [...others.slice(0, 0), { ...first, title: type(first?.title ?? "") }, ...others] };
    },
  ],
  [
    "corrections",
    ({ corrections }, type) => {
      const [first] = corrections as { readonly text: string }[];
      return { corrections: [{ ...first, text: type(first?.text ?? "") }] };
    },
  ],
];

/** Every comment that the stories have, and no other “#” of theirs. */
const COMMENT = /# (?:why: “this”|one|two|title: not this|hold|a: b|as they say|a|b|until noon)(?=\r?\n)/g;

function dataOf(text: string): Front {
  return openEditable(NAME, new TextEncoder().encode(text))?.document.yaml.data as Front;
}

function sampled(): FuzzedStory[] {
  return fc.sample(stories, { numRuns: RUNS, seed: SEED });
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe(`of ${RUNS} stories`, () => {
  test.each(FIELDS)("a letter typed in “%s” changes one line, and no other byte", (_, edit) => {
    for (const [at, { text, front }] of sampled().entries()) {
      const fields = edit(front, (own) => typed(own, (at % 5) / 4));
      const after = editFields(NAME, text, { fields });
      expect(changedLines(text, after), text).toHaveLength(1);
      expect(after.length, text).toBeGreaterThan(text.length);
      expect(after.length, `${text}\n\n${after}`).toBeLessThanOrEqual(text.length + 3);
      expect(dataOf(after)).toEqual({ ...front, ...fields });
    }
  });

  test("a letter typed in the body changes one line, and no other byte", () => {
    for (const [at, { text, body }] of sampled().entries()) {
      const after = editFields(NAME, text, { body: typed(body, (at % 5) / 4) });
      expect(changedLines(text, after), text).toHaveLength(1);
      expect(after.length).toBe(text.length + 1);
    }
  });

  test("what is there already is no change", () => {
    for (const { text, front, body } of sampled()) expect(editFields(NAME, text, { fields: front, body })).toBe(text);
  });

  test("a key that is put in and taken out leaves no trace", () => {
    for (const { text } of sampled()) {
      const fields = { byline: ["kim", "robin"], publish: "2026-03-04T18:30", ai: "ai-assisted" };
      const after = editFields(NAME, text, { fields });
      expect(dataOf(after)["byline"]).toEqual(["kim", "robin"]);
      const gone = Object.fromEntries(Object.keys(fields).map((key) => [key, undefined]));
      expect(editFields(NAME, after, { fields: gone })).toBe(text);
    }
  });

  test("any value of any key can be given, and every comment stays", () => {
    const comments = (text: string) => text.match(COMMENT)?.length ?? 0;
    for (const [at, { text, front }] of sampled().entries()) {
      const sources = front["source"] as Sourced[];
      const fields = {
        title: ["2026-03-04", "a: b # c", "", "- x", "yes\nno", "'\"", "1e3", "[a]", "{{ x }}", "\u00A0x "][at % 10],
        tags: [["two"], ["three", "one", "two"], [], ["a, b", "#c"], ["one", "two, x"]][at % 5],
        source: [...sources.slice(1), { publisher: "b", title: "N: “x”", url: "https://b.example/" }],
        corrections: undefined,
        image: { src: "b.png", alt: "two\nlines", credit: "K" },
        draft: at % 2 === 0 ? undefined : true,
      };
      const after = editFields(NAME, text, { fields });
      expect(plain(dataOf(after)), after).toEqual(plain({ ...front, ...fields }));
      expect(comments(after), `${text}\n\n${after}`).toBeGreaterThanOrEqual(comments(text));
      expect(after.replaceAll("\r\n", "").includes("\n")).toBe(!text.includes("\r\n"));
    }
  });
});

const STORY = (front: string) => `---\n${front}\n---\nBody.\n`;

function edited(front: string, fields: Front, name = NAME): string {
  const after = editFields(name, STORY(front), { fields });
  return after.slice(4, after.lastIndexOf("\n---\nBody."));
}

describe("a key is changed where it stands", () => {
  test.each<[what: string, before: string, fields: Front, after: string]>([
    ["a value that may no longer be plain", "title: A b # c", { title: "A: b" }, 'title: "A: b" # c'],
    ["a value in single quotes", "title: 'It''s'", { title: "It’s 'so'" }, "title: 'It’s ''so'''"],
    ["a day in a text", "title: A", { title: "2026-03-04" }, 'title: "2026-03-04"'],
    [
      "a day in a field of days",
      "publish: 2026-03-04T18:30",
      { publish: "2026-03-05T19:30" },
      "publish: 2026-03-05T19:30",
    ],
    ["a truth", "draft: true # hold", { draft: false }, "draft: false # hold"],
    ["a key that has no value yet", "tags:\ntitle: A", { tags: ["a", "b"] }, "tags: [a, b]\ntitle: A"],
    ["a list given as its only entry", "byline: kim", { byline: ["robin"] }, "byline: robin"],
    ["a second one beside it", "byline: kim # both", { byline: ["kim", "robin"] }, "byline: [kim, robin] # both"],
    [
      "a second source beside one that is no list",
      "source:\n  # first\n  publisher: a\n  title: T\ntopic: t",
      {
        source: [
          { publisher: "a", title: "T" },
          { publisher: "b", title: "U" },
        ],
      },
      "source:\n  # first\n  - publisher: a\n    title: T\n  - publisher: b\n    title: U\ntopic: t",
    ],
    [
      "a source less",
      "source:\n- publisher: a # A\n  title: T\n\n# on b\n- publisher: b\n  title: U\n# end\ntopic: t",
      { source: [{ publisher: "b", title: "U" }] },
      "source:\n# A\n# on b\n- publisher: b\n  title: U\n# end\ntopic: t",
    ],
    [
      "a new key of an entry",
      "source:\n  - title: T\n    url: https://a.example/ # u\n",
      { source: [{ title: "T", url: "https://a.example/", publisher: "a", kind: "primary" }] },
      "source:\n  - publisher: a\n    title: T\n    url: https://a.example/ # u\n    kind: primary\n",
    ],
    [
      "a key of a mapping in braces",
      "image: { src: a.png, alt: A }",
      { image: { src: "a.png", alt: "A", credit: "B, C" } },
      'image: { src: a.png, alt: A, credit: "B, C" }',
    ],
    [
      "one that goes from there",
      "image: { src: a.png, alt: A, credit: B }",
      { image: { src: "a.png", alt: "A" } },
      "image: { src: a.png, alt: A }",
    ],
    [
      "a text of several lines",
      "corrections: []",
      { corrections: [{ at: "2026-03-04T19:00", kind: "update", text: "A\n\nb" }] },
      "corrections:\n  - at: 2026-03-04T19:00\n    kind: update\n    text: |-\n      A\n\n      b",
    ],
    [
      "a line of a block",
      "image:\n  alt: |\n    A\n    b\n\n# c",
      { image: { alt: "A\nbc\nd\n" } },
      "image:\n  alt: |\n    A\n    bc\n    d\n\n# c",
    ],
  ])("%s", (_, before, fields, after) => {
    expect(edited(before, fields)).toBe(after);
  });
});

describe("a new key stands where the schema has it", () => {
  test.each<[what: string, before: string, fields: Front, after: string]>([
    [
      "behind the nearest one before it",
      "title: A\n# short: …\ntopic: t",
      { short: "B" },
      "title: A\nshort: B\n# short: …\ntopic: t",
    ],
    ["above the first", "# what it is about\ntopic: t", { title: "A" }, "title: A\n# what it is about\ntopic: t"],
    ["at the end", "title: A\ntopic: t\n\n# end", { draft: true }, "title: A\ntopic: t\ndraft: true\n\n# end"],
    ["behind a block", "title: |-\n  A\n\n\ntopic: t", { short: "B" }, "title: |-\n  A\nshort: B\n\n\ntopic: t"],
    ["where there is none", "# nothing", { title: "A" }, "# nothing\ntitle: A"],
  ])("%s", (_, before, fields, after) => {
    expect(edited(before, fields)).toBe(after);
  });

  test("in a file of YAML, with its last line ended or not", () => {
    const kim = { kim: { name: "Kim", role: "Editor" } };
    expect(editFields("people.yaml", "robin: { name: R, role: E }", { fields: kim })).toBe(
      "robin: { name: R, role: E }\nkim:\n  name: Kim\n  role: Editor",
    );
    expect(editFields("people.yaml", "# nobody\r\n", { fields: kim })).toBe(
      "# nobody\r\nkim:\r\n  name: Kim\r\n  role: Editor\r\n",
    );
  });
});

describe("a body", () => {
  const front = "---\ntitle: A\n---";

  test.each([
    ["with the line ends of Windows keeps them", "\r\n", "A\r\nb\r\n", "A\nc\nb\n", "A\r\nc\r\nb\r\n"],
    ["with both kinds keeps each", "\n", "A\r\nb\nc\r\n", "A\nb\nB\nc\n", "A\r\nb\nB\r\nc\r\n"],
    ["may lose its last line end", "\n", "A\n", "A", "A"],
    ["may become empty", "\n", "A\n", "", ""],
    ["may have been empty", "\n", "", "A\n", "A\n"],
  ])("%s", (_, end, before, body, after) => {
    const head = `${front.replaceAll("\n", end)}${end}`;
    expect(editFields(NAME, head + before, { body })).toBe(head + after);
  });

  test("may begin behind a fence that has no line end", () => {
    expect(editFields(NAME, front, { body: "A" })).toBe(`${front}\nA`);
  });
});

describe("a running order", () => {
  const edition = "editions/2026/03-04-evening/edition.md";
  test.each([
    [
      "in lines keeps each comment",
      "stories:\n# the lead first\n- a # one\n# on b\n- b\n# end\ntitle: T",
      ["b", "c", "a"],
      "stories:\n# the lead first\n# on b\n- b\n- c\n- a # one\n# end\ntitle: T",
    ],
    ["in brackets stays there", "stories: [a, b,  c]", ["c", "a", "b"], "stories: [c, a, b]"],
    [
      "in brackets with comments becomes lines",
      "stories: [ # first\n  a, b ]",
      ["b", "a"],
      "# first\nstories:\n  - b\n  - a",
    ],
    ["that is new has a line for each", "title: T", ["a", "b"], "stories:\n  - a\n  - b\ntitle: T"],
    ["that is empty is filled", "stories: []", ["a"], "stories:\n  - a"],
    ["may become empty", "stories:\n  - a # b\ntitle: T", [], "stories: [] # b\ntitle: T"],
  ])("%s", (_, before, slugs, after) => {
    expect(editFields(edition, STORY(before), { fields: { stories: slugs } })).toBe(STORY(after));
  });
});

test("a correction stands behind those that there are", () => {
  const correction = { at: "2026-03-05T09:00", kind: "correction", text: "It was 3 %: not 4." } as const;
  const first = editFields(NAME, STORY("title: A"), { fields: { corrections: [correction] } });
  expect(first).toBe(
    STORY('title: A\ncorrections:\n  - at: 2026-03-05T09:00\n    kind: correction\n    text: "It was 3 %: not 4."'),
  );
  const second = editFields(NAME, first, { fields: { corrections: [correction, { ...correction, text: "No." }] } });
  expect(second.startsWith(first.slice(0, first.lastIndexOf("\n---")))).toBe(true);
  expect(dataOf(second)["corrections"]).toHaveLength(2);
});

test.each([
  ["that cannot be read", "---\ntitle: [\n---\n", NAME],
  ["with a key twice", "---\ntitle: A\ntitle: B\n---\n", NAME],
  ["of no name of the format", STORY("title: A"), "editions/../a.md"],
])("a text %s is not changed", (_, text, name) => {
  expect(() => editFields(name, text, { fields: { title: "C" } })).toThrow(NotEditable);
});
