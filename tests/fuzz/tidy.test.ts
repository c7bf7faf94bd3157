import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, openEditable } from "../../src/content/edit/editable.ts";
import { schemaOf } from "../../src/content/edit/schema-of.ts";
import { tidyText } from "../../src/content/edit/tidy.ts";
import { createMeanings } from "../../src/content/schema/meanings.ts";
import { createTopicIndex } from "../../src/content/topics.ts";
import { LONG, runs } from "./runs.ts";

const TOPICS = { models: { name: "Models & Methods", aliases: ["open-weights"] }, policy: { name: "政策" } };

const MEANINGS = createMeanings(
  {
    publishers: {
      "example-wire": { name: "Example Wire", url: "https://wire.example.org" },
      wiener: { name: "Wiener Bote: Ausgabe „A“", url: "https://bote.example.org" },
    },
    people: { "robin-example": { name: "Robin Example", role: "Editor" } },
    topics: TOPICS,
  },
  createTopicIndex(TOPICS),
);

/** A value as an editor may type it, and the word as the format has it; in YAML both. */
const quoted = (word: string) => fc.constantFrom(JSON.stringify(word), `'${word}'`);
const either = (word: string, ...more: readonly string[]) => fc.oneof(fc.constantFrom(word, ...more), quoted(word));

/** A line or several, as typed and as tidied. */
type Lines = readonly [typed: string, tidy: string];

const line = (key: string, typed: fc.Arbitrary<string>, tidy: string): fc.Arbitrary<Lines> =>
  fc
    .tuple(typed, fc.constantFrom("", " # why", "   "))
    .map(([value, after]) => [`${key}: ${value}${after}`, `${key}: ${tidy}${after}`]);
const same = (...texts: readonly string[]): fc.Arbitrary<Lines> =>
  fc.constantFrom(...texts).map((text) => [text, text]);
const dash = fc.constantFrom("  - ", "- ", "    -  ");
const spaces = (item: string): string => " ".repeat(item.length);

const publish = line("publish", either("2026-03-04 18:30"), "2026-03-04T18:30");

const corrections = dash.map((item): Lines => {
  const rest = `\n${spaces(item)}kind: correction\n${spaces(item)}text: At 2026-03-04 18:30 it was.`;
  return [
    `corrections:\n${item}at: "2026-03-04 20:00" # told${rest}`,
    `corrections:\n${item}at: 2026-03-04T20:00 # told${rest}`,
  ];
});

const gone = fc.constantFrom<Lines>(
  ["gone: { at: 2026-03-04 18:30 , reason: 'a' }", "gone: { at: 2026-03-04T18:30 , reason: 'a' }"],
  ["gone:\n  reason: a\n  at: '2026-03-04 18:30' # so", "gone:\n  reason: a\n  at: 2026-03-04T18:30 # so"],
);

const byline = fc.oneof(
  line("byline", either("Robin Example", "robin-EXAMPLE"), "robin-example"),
  line("byline", fc.constant("[ Robin Example ,  ]"), "[ robin-example ,  ]"),
  dash.map((item): Lines => [`byline:\n${item}Robin Example # she`, `byline:\n${item}robin-example # she`]),
);

const WRITTEN = '{ publisher: example-wire, title: "wire.example.org/a", url: "https://wire.example.org/a" }';

const source = fc.oneof(
  line("source", either("https://wire.example.org/a"), WRITTEN),
  dash.map((item): Lines => {
    const rest = `\n${spaces(item)}title: “T” — 題\n${spaces(item)}# a note\n${spaces(item)}url: https://bote.example.org/x`;
    return [
      `source:\n${item}publisher: 'Wiener Bote: Ausgabe „A“'${rest}\n${item}https://wire.example.org/a`,
      `source:\n${item}publisher: wiener${rest}\n${item}${WRITTEN}`,
    ];
  }),
);

const stories = fc.oneof(
  fc.constantFrom<Lines>(["stories: [a.md, 'b.md' ,c]", "stories: [a, b ,c]"], ["stories: [ a.md ]", "stories: [ a ]"]),
  dash.map((item): Lines => [
    `stories: # in order\n${item}a.md # first\n${item}"b.md"\n${item}c`,
    `stories: # in order\n${item}a # first\n${item}b\n${item}c`,
  ]),
);

const notes = same("# 2026-03-04 18:30, Robin Example", "whatsNew: >-\n  At 18:30,\n  folded", "");

/** Files of one kind: what may stand in them, in any order. */
interface Kind {
  readonly name: string;
  /** Whether it was taken back. */
  readonly isGone?: boolean;
  readonly parts: readonly fc.Arbitrary<Lines>[];
  /** At least so many places are tidied. */
  readonly least: number;
}

const IN_EDITION = "editions/2026/03-04-evening";
const STORY = [
  fc.oneof(
    line("topic", quoted("政策"), "policy"),
    line("topic", either("Models & Methods", "Open weights"), "models"),
  ),
  publish,
  byline,
  source,
  corrections,
  notes,
  same("tags: [Robin Example, 政策]"),
  same("title: 'It''s “2026-03-04 18:30”: Models & Methods'"),
];
const EDITION = [stories, publish, corrections, notes, same("title: 'a.md'", "description: Robin Example")];

const KINDS: readonly Kind[] = [
  { name: `${IN_EDITION}/a.md`, parts: STORY, least: 5 },
  { name: `${IN_EDITION}/a.md`, isGone: true, parts: [...STORY, gone], least: 6 },
  { name: `${IN_EDITION}/edition.md`, parts: EDITION, least: 3 },
  { name: `${IN_EDITION}/edition.md`, isGone: true, parts: [...EDITION, gone], least: 4 },
  {
    name: "site.yaml",
    parts: [
      line("byline", either("Robin Example"), "robin-example"),
      line("responsible", either("ROBIN  example"), "robin-example"),
      same("name: Robin Example", "name: 'a.md'"),
      same("slots:\n  a: { name: 2026-03-04 18:30, time: '07:00' }", "slots: {} # Example Wire"),
    ],
    least: 2,
  },
  {
    name: "publishers.yaml",
    parts: [same("Example Wire: { name: Example Wire, url: https://wire.example.org/a }"), same("a: { name: a.md }")],
    least: 0,
  },
  { name: "people.yaml", parts: [same("robin: { name: Robin Example, role: 'Robin Example' }")], least: 0 },
  { name: "topics.yaml", parts: [same("policy: { name: 政策, aliases: [Open weights, a.md] }")], least: 0 },
  { name: "sponsors.yaml", parts: [same("a: { name: Example Wire, from: 2026-03-04 18:30 }")], least: 0 },
  { name: "affiliates.yaml", parts: [same("a: { name: Example Wire, hosts: [wire.example.org] }")], least: 0 },
  { name: "house.yaml", parts: [same("names: { Example Wire: [Robin Example, 政策] }")], least: 0 },
  { name: "messages.yaml", parts: [same("a: Robin Example", "b: 2026-03-04 18:30")], least: 0 },
  { name: "pages/a.md", parts: [same("title: Robin Example"), same("description: 2026-03-04 18:30")], least: 0 },
];

/** A text with its line ends and its byte-order mark, as typed and as it is to be. */
function textsOf({ name, parts }: Kind): fc.Arbitrary<Lines> {
  const isYaml = name.endsWith(".yaml");
  return fc
    .tuple(...parts)
    .chain((lines) => fc.shuffledSubarray([...lines], { minLength: lines.length }))
    .chain((lines) =>
      fc
        .tuple(
          fc.constantFrom("\n", "\r\n"),
          fc.constantFrom("", "\uFEFF"),
          fc.constantFrom("", "\n", "\n\n## More\n\nRobin Example  \n"),
        )
        .map(([ending, mark, body]): Lines => {
          const write = (at: 0 | 1): string => {
            const data = lines.map((part) => part[at]).join("\n");
            const text = isYaml ? `${data}${body.slice(0, 1)}` : `---\n${data}\n---\nBody${body}`;
            return mark + text.replaceAll("\n", ending);
          };
          return [write(0), write(1)];
        }),
    );
}

/** 60 files of each kind, the same in each run of all tests; others whenever they are looked for. */
const RUNS = LONG ? runs(60) : { ...runs(60), seed: 20_260_304 };

describe("every other byte of a random file is as it was", () => {
  test.each(KINDS)("of $name, taken back: $isGone", (kind) => {
    const schema = schemaOf(kind.name, kind.isGone);
    if (!schema) throw new Error(`${kind.name} is no text of the format`);
    fc.assert(
      fc.property(textsOf(kind), ([typed, wanted]) => {
        const before = new TextEncoder().encode(typed);
        const file = openEditable(kind.name, before);
        if (!file) throw new Error(`cannot be read: ${typed}`);
        const { file: tidy, tidied, left } = tidyText(file, schema, MEANINGS, () => true);
        expect(left).toEqual([]);
        expect(tidied.length).toBeGreaterThanOrEqual(kind.least);
        expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(tidy, before))).toBe(wanted);
        expect(tidyText(tidy, schema, MEANINGS, () => true).tidied).toEqual([]);
      }),
      RUNS,
    );
  });
});
