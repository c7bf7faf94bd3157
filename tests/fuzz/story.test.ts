import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedWords } from "../site/source-words.ts";
import { saidBy } from "./body-words.ts";
import { HANG, runs } from "./runs.ts";
import { checkStory, GOOD_STORY, STORY_PATH, withTitle } from "./virtual-site.ts";

const RICH_STORY = `---
title: "Labs’ model: open, at last"
short: Labs open a model
topic: models
tags: [weights, licence]
source:
  - publisher: example-wire
    title: Labs opens model
    url: https://wire.example.org/labs
    published: 2026-03-03
    kind: primary
  - publisher: example-wire
    title: What it cost
    url: https://wire.example.org/cost
affiliate: true
byline: [robin-example]
corrections:
  - at: 2026-03-04T19:00
    kind: correction
    text: The price was wrong.
draft: false
publish: 2026-03-04T18:30
comments: false
---
Example Labs has put its model[^1] on the [web](https://labs.example.org/), in [a book](affiliate:bookshop).

## Why it matters

1. It is *open*.
2. It is \`cheap\`.

| Size  | Price |
| ----- | ----: |
| Large | 3.10  |

[^1]: With its weights.
`;

/** Every problem stands within its file; nothing that a text holds makes the check itself fail. */
function check(text: string): ReturnType<typeof checkStory> {
  const checked = checkStory(text);
  const lines = text.split("\n");
  for (const { path, line, column, message } of checked.diagnostics) {
    expect(message).not.toBe("");
    if (!path.endsWith(STORY_PATH)) continue;
    expect(line, message).toBeGreaterThanOrEqual(1);
    expect(line, message).toBeLessThanOrEqual(lines.length);
    expect(column, message).toBeGreaterThanOrEqual(1);
    expect(column, message).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 2);
  }
  return checked;
}

/** A story that is not refused says on its page what its file says: its title to the letter, and no word of its body less. */
function checkKept(text: string): void {
  const { story, refused } = check(text);
  if (refused || !story) return;
  const [, body = ""] = /^---\r?\n[\s\S]*?\n---\r?\n([\s\S]*)$/.exec(text.replace(/^\uFEFF/, "")) ?? [];
  const html = story.body.sections.map(({ titleHtml, html }) => `<h2>${titleHtml ?? ""}</h2> ${html}`).join(" ");
  const said = new Set(countedWords(saidBy(html.replace(/<sup\b/g, " <sup"))));
  // Addresses come out as browsers spell them, labels and the numbers of lists not at all; tests of bodies look at those.
  const prose = body
    .replace(/https:[^\s)>"']*|affiliate:[\w-]+|&#?\w+;|\[\^[^\]\s]+\]/g, " ")
    .replace(/^[\s>*+-]*\d+[.)]\s/gm, " ");
  expect(countedWords(prose).filter((word) => !said.has(word))).toEqual([]);
}

const pieces = fc.constantFrom(
  ..."- : # ? & * ! | > ' \" % @ ` { } [ ] , \\ ~ = . / 0 1 e é ﷽ 𝒳 \u0000 \u00A0 \u200B \u202E \uFEFF \r \t".split(
    " ",
  ),
  "\n",
  "  ",
  "---\n",
  "...\n",
  "\n---\n",
  "title: ",
  "topic: models\n",
  "<<: *a\n",
  "&a ",
  "!!binary ",
  "null",
  "true",
  "2026-02-31",
  "2026-03-29T01:30",
  "1e999",
  "0x1F",
  "|\n  a\n",
  ">-\n  a\n",
  "{{ x }}",
  "<script>",
  "\\x",
  '"\\u202E"',
  "https://",
  "affiliate:nobody",
);

type Mutation = (text: string) => string;
const position = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(position, pieces).map(([at, piece]): Mutation => cut(at, 0, piece)),
  fc.tuple(position, fc.integer({ min: 1, max: 30 })).map(([at, length]): Mutation => cut(at, length, "")),
  fc
    .tuple(position, fc.integer({ min: 1, max: 9 }), fc.string({ unit: "binary", maxLength: 9 }))
    .map(([at, length, other]): Mutation => cut(at, length, other)),
  position.map((at): Mutation => (text) => {
    const lines = text.split("\n");
    const index = Math.floor(at * (lines.length - 1));
    lines.splice(index, 0, lines[index] ?? "");
    return lines.join("\n");
  }),
);

function cut(at: number, length: number, other: string): Mutation {
  return (text) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + other + text.slice(from + length);
  };
}

const mutated = fc
  .tuple(fc.constantFrom(GOOD_STORY, RICH_STORY), fc.array(mutation, { minLength: 1, maxLength: 5 }))
  .map(([text, mutations]) => mutations.reduce((changed, one) => one(changed), text));

const KEYS =
  "title short topic tags source affiliate ai byline signoff image follows whatsNew corrections draft publish comments __proto__ constructor toString".split(
    " ",
  );
const scalar = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.constantFrom("models", "example-wire", "human-only", "robin-example", "2026-03-04-evening/open-model", "a.png"),
  fc.constantFrom("2026-03-04T18:30", "2026-03-04", "https://wire.example.org/x", "", "\u202E", "\uD800"),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
/** Front matter as JSON, which YAML reads too: any shape under any key. */
const shapes = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS, "publisher", "url", "src", "alt", "at", "kind", "text"), tie("value"), {
      maxKeys: 4,
    }),
  ),
}));

const generated = fc
  .tuple(fc.dictionary(fc.constantFrom(...KEYS), shapes.value, { maxKeys: 12 }), fc.boolean())
  .map(([front, good]) => {
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const rest = GOOD_STORY.replace(/^---\n/, "");
    return good ? `---\n${lines.join("\n")}\n${rest}` : `---\n${lines.join("\n")}\n---\nWords.\n`;
  });

describe("a story file", () => {
  test("is accepted as it stands", () => {
    expect(checkStory(GOOD_STORY).diagnostics).toEqual([]);
    expect(checkStory(RICH_STORY).refused).toBe(false);
    checkKept(RICH_STORY);
  });

  test(
    "that was changed anywhere keeps its words, or the check says where it is wrong",
    () => {
      fc.assert(fc.property(mutated, checkKept), runs(1000));
    },
    HANG,
  );

  test(
    "with any front matter is read or refused, at a place within it",
    () => {
      fc.assert(
        fc.property(generated, (text) => void check(text)),
        runs(800),
      );
    },
    HANG,
  );

  test(
    "of any bytes is read or refused",
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, fenced) => {
          const head = new TextEncoder().encode(fenced ? "---\ntitle: " : "");
          const { diagnostics } = checkStory(new Uint8Array([...head, ...bytes]));
          for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }),
        runs(200),
      );
    },
    HANG,
  );

  test(
    "has the title that was typed, to the last byte, or is refused",
    () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ unit: "binary", maxLength: 115 }), fc.string({ unit: "grapheme", maxLength: 60 })),
          (title) => {
            const { story, refused } = checkStory(withTitle(title));
            if (!refused) expect(story?.title).toBe(title);
          },
        ),
        runs(800),
      );
    },
    HANG,
  );
});
