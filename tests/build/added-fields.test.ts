import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, createBench } from "./publication.ts";

/**
 * Fields that nobody has thought of are added where one would add them, in a view and its template alone, and the builds that
 * follow must not carry over a page that shows one. So what a page shows cannot be missing in its key.
 */
const NOW = "2026-03-05T00:00:00Z";

/** Each by what is put into a view and what into a template: the file, the text there, and what it becomes. */
const FIELDS: Readonly<Record<string, readonly (readonly [file: string, there: string, becomes: string])[]>> = {
  "a teaser tells how long the story is": [
    ["src/views/parts/teaser.ts", "  readonly prefix:", "  readonly words?: number;\n  readonly prefix:"],
    ["src/views/parts/teaser.ts", "    text: story.title,\n", "    text: story.title,\n    words: story.words,\n"],
    ["templates/partials/teaser.ts", "notice, note }: Teaser", "notice, note, words }: Teaser"],
    [
      "templates/partials/teaser.ts",
      '</p>\n<${tag}><a href="${href}">',
      '</p>\n<p>${words} words</p>\n<${tag}><a href="${href}">',
    ],
  ],
  "a row of an edition tells what its stories cite": [
    [
      "src/views/parts/teaser.ts",
      "    text: rest,\n",
      "    text: `${rest} (${edition.stories.flatMap(({ kinds }) => kinds).join()})`,\n",
    ],
  ],
  "a feed tells how long an entry is": [
    [
      "src/views/feeds/feed-entries.ts",
      "    url: url + story.path,\n",
      "    url: url + story.path + `?${alone.story.summaryHtml.length}`,\n",
    ],
  ],
  "the home tells how long earlier editions are": [
    [
      "src/views/pages/home-page.ts",
      "  readonly archive: string;",
      "  readonly archive: string;\n  readonly lengths: string;",
    ],
    [
      "src/views/pages/home-page.ts",
      "    archive: base",
      '    lengths: around.earlier.map(({ words, stories }) => words + (stories[0]?.words ?? 0)).join(" "),\n    archive: base',
    ],
    ["templates/home.11ty.ts", "${m.home.earlier}</h2>", "${m.home.earlier}</h2>\n<p>${page.lengths}</p>"],
  ],
  "a card tells how many sources a story has": [
    [
      "src/views/cards/card.ts",
      "    headline: story.title,",
      "    headline: `${story.title} ${story.sources.length}`,",
    ],
  ],
};

let bench: Bench;

beforeAll(() => {
  bench = createBench();
  const program = dirname(bench.templates);
  for (const [file, there, becomes] of Object.values(FIELDS).flat()) {
    const path = join(program, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(there)) throw new Error(`${file} does not hold “${there}”`);
    writeFileSync(
      path,
      text.replace(there, () => becomes),
    );
  }
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
});

afterAll(() => {
  bench.remove();
});

const WORDS = "Two hundred more words follow one another here so that the text grows. ".repeat(16);

/** Changes of content each of which one of the fields shows, and other pages do not know of. */
const EDITS: readonly (readonly [name: string, file: string, change: (text: string) => string])[] = [
  ["a longer story", "2026/03-02-midday/third-long-short.md", (text) => `${text.trimEnd()} ${WORDS}\n`],
  [
    "another kind of source",
    "2026/03-04-morning/ferry-tickets.md",
    (text) => text.replace(/^ {2}- publisher/m, "  - kind: analysis\n    publisher"),
  ],
  [
    "a longer summary",
    "2026/03-04-morning/main.md",
    (text) => text.replace(/\n---\n/, "\n---\nOne sentence is put before all others.\n\n"),
  ],
  ["a longer edition", "2026/03-03-midday/emoji.md", (text) => `${text.trimEnd()} ${WORDS}\n`],
  [
    "one source more",
    "2026/03-01-morning/weather-house.md",
    (text) =>
      text.replace(
        /^source:\n/m,
        "source:\n  - publisher: town-crier\n    title: One more\n    url: https://crier.example/one-more\n",
      ),
  ],
];

test.each(EDITS)("after %s, what a warm build writes is what a cold one would", (_, file, change) => {
  const path = join(bench.content, "editions", file);
  const before = bench.snapshot();
  writeFileSync(path, change(readFileSync(path, "utf8")));
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  const cold = bench.buildCold(NOW);
  expect(cold).toMatchObject({ code: 0 });
  const warm = bench.snapshot();
  expect(warm).not.toEqual(before);
  expect(warm).toEqual(cold.site);
});
