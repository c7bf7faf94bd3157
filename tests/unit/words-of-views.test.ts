import { describe, expect, test } from "vitest";
import type { Edition } from "../../src/content/edition.ts";
import { outlineEdition } from "../../src/content/outline.ts";
import type { Site } from "../../src/content/site.ts";
import { en } from "../../src/locales/en.ts";
import { listTextFeeds } from "../../src/views/feeds/feeds.ts";
import { listNewsSitemap } from "../../src/views/files/news-sitemap.ts";
import { findOnward } from "../../src/views/onward.ts";
import type { Page } from "../../src/views/page.ts";
import { listEditionPages } from "../../src/views/pages/edition-pages.ts";
import { listHomePage } from "../../src/views/pages/home-page.ts";
import { type Assets, viewShell } from "../../src/views/shell.ts";
import { listOverview } from "../../src/views/views.ts";
import { rewrite } from "../pseudo-words.ts";
import { readFiles } from "../publication.ts";

/** A publication whose own words are all Greek, so that every word in Latin letters is the program's. */
const CONTENT: Readonly<Record<string, string>> = {
  "site.yaml": `name: Ημερα
tagline: Ολα
url: https://e.example
zone: UTC
publisher: { name: Εκδοτης, email: e@e.example }
slots: { m: { name: Πρωι, time: "07:00" }, e: { name: Βραδυ, time: "18:00" } }
byline: p
responsible: p
comments: true
subscribe: https://s.example/join
`,
  "people.yaml": "p: { name: Ποπη, role: Συνταξη }\nq: { name: Κωστας, role: Ελεγχος }\n",
  "topics.yaml": "t: { name: Θεμα, aliases: [u] }\n",
  "publishers.yaml":
    "w: { name: Πηγη, url: https://w.example, paywall: true }\nv: { name: Αλλη, url: https://b.example }\n",
  "affiliates.yaml": "b: { name: Βιβλια, url: https://b.example, hosts: [b.example] }\n",
  "sponsors.yaml":
    "s: { advertiser: Χορηγος, text: Αγορα, url: https://s.example, from: 2026-03-04, to: 2026-03-04 }\n",
  "letters/2026/a.md":
    "---\nstory: 2026-03-03-m/a\nname: Νικος\nat: 2026-03-04T08:00\naccepted: { by: p, at: 2026-03-04T09:00 }\nreply: { by: q, text: Ναι. }\n---\nΓραμμα.\n",
  "pages/standards.md": "---\ntitle: Κανονες\n---\nΛογια.\n",
  ...Object.fromEntries(
    ["03-01-m", "03-02-e", "03-03-m", "03-04-e"].flatMap((day, index, days) => {
      const story = (more: string) => `---
title: Τιτλος ${index}
short: λιγα ${index}
topic: t
tags: [ετικετα]
whatsNew: ${index > 0 ? "Νεο." : '""'}
sources:
  - { publisher: w, title: Ενα, url: https://w.example/1, kind: primary, published: 2026-02-01 }
  - { publisher: v, title: Δυο, url: https://b.example/2, kind: analysis, archived: https://w.example/3 }
corrections: [{ at: "2026-03-04T19:00", kind: update, text: Λαθος. }]
${more}---
Λεξεις.

## Αναλυση

Αλλες.
`;
      return [
        [
          `editions/2026/${day}/edition.md`,
          `---\nstories: [a, c, d]\nai: ${index === 1 ? "ai-assisted" : "human-only"}\n---\nΑρχη.\n`,
        ],
        [
          `editions/2026/${day}/a.md`,
          story(index > 0 ? `follows: 2026-${days[index - 1] ?? ""}/a\n` : "").replace(
            index > 0 ? "\u0000" : /whatsNew.*\n/,
            "",
          ),
        ],
        [`editions/2026/${day}/c.md`, story("ai: ai-autonomous\n").replace(/whatsNew.*\n/, "")],
        [`editions/2026/${day}/d.md`, story("ai: ai-assisted\n").replace(/whatsNew.*\n/, "")],
      ];
    }),
  ),
};

/** Every message in Greek letters, its values kept. */
const STRANGE = rewrite(en, ["one", "other"]);

/** What nobody reads as words: addresses, ids, moments for machines, names that stand for a form of a view. */
const TECHNICAL =
  /^(?:href|path|url|id|identity|slug|iso|light|level|ai|direction|relation|kind|type|format|canonical|self|alternate|icon|largeIcon|logo|origin|language|lights|@\w+|item|digest|html|titleHtml|date|formats|powers|aiOfParts|host|inLanguage|digitalSourceType|publishingPrinciples|\w+Policy|ownershipFundingInfo|isBasedOn|email|name@|assets|extras|messages|json|archive|action|list|wordsTag|lead\w*)$/;
/** Names of days and months and what joins a list, as every language has them in CLDR; and of firms. */
const NOT_OURS =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|Mar|and|UTC|Bluesky|LinkedIn|(?:\w+\.)?example(?:\/\d)?|https)\b/g;

/** Of a letter that a reader is to write, its subject. */
function wordsOf(text: string): string {
  return text.startsWith("mailto:") ? decodeURIComponent(text.slice(text.indexOf("=") + 1)) : text;
}

function* textsIn(value: unknown, trail: string): Generator<string> {
  if (typeof value === "string" && !/^\d{4}-\d\d-\d\dT/.test(value))
    yield `${trail}: ${wordsOf(value)
      .replace(NOT_OURS, "")
      .replace(/\{\w+\}/g, "")}`;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) if (!TECHNICAL.test(key)) yield* textsIn(inner, `${trail}.${key}`);
}

function strangeSite(preview: boolean): Site {
  const files = Object.entries(CONTENT).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const { site } = readFiles(files, Date.parse("2026-03-04T20:00:00Z"), preview);
  const reviewed = <T extends { readonly ai: string }>(text: T): T =>
    text.ai === "ai-assisted" ? { ...text, signOff: { by: "q", at: Date.parse("2026-03-01T00:00:00Z") } } : text;
  const editions = site.editions.map((edition) => ({ ...reviewed(edition), stories: edition.stories.map(reviewed) }));
  return { ...site, editions, publication: { ...site.publication, messages: STRANGE } };
}

/** Everything that the pages of the publication show, each text with where it stands. */
function listTexts(site: Site): string[] {
  const assets = { script: { sha256: "" }, cards: "1" } as unknown as Assets;
  const shell = viewShell(site, assets, { cards: true, search: true });
  const outlines = site.editions.map(outlineEdition);
  const onward = findOnward(outlines);
  const stories = new Map(outlines.flatMap((edition) => edition.stories.map((story) => [story.identity, story])));
  const lead = ({ thread, related }: NonNullable<ReturnType<typeof onward.get>>) => ({
    thread,
    related: related.flatMap((identity) => stories.get(identity) ?? []),
  });
  const textOf = (name: { readonly edition: string }) => ({
    site,
    edition: site.editions.find(({ identity }) => identity === name.edition) as Edition,
    pictures: [],
    recordings: [],
  });
  const viewsOf = ({ kind, path, around, texts }: Page) =>
    Object.values(
      kind.view({
        setting: site,
        shell,
        path,
        around,
        texts: texts.map((name) => (kind.excerpt ? kind.excerpt.of(textOf(name), name) : textOf(name))),
      }),
    );
  const [promised] = outlines;
  const pages = [
    ...listOverview({ ...site, month: "2026-03" }, outlines, shell),
    ...listTextFeeds(site, outlines, {}),
    listNewsSitemap(site, outlines, () => true),
    listHomePage(outlines, promised),
    ...outlines.map(({ identity, path, stories }, index) =>
      listEditionPages(identity, path, {
        neighbours: {
          previous: outlines[index - 1],
          next: outlines[index + 1],
          previousInSlot: outlines[index - 2],
          nextInSlot: outlines[index + 2],
        },
        promised,
        onward: Object.fromEntries(
          stories.map(({ identity: own }) => [own, lead(onward.get(own) ?? { thread: undefined, related: [] })]),
        ),
      }),
    ),
  ];
  return pages
    .filter(({ path }) => !/\.(?:txt|js|json|webmanifest)$|^\/sitemap|(?:_headers|_redirects)$/.test(path))
    .flatMap((page) => [...textsIn(viewsOf(page), page.path)]);
}

describe("what pages show, but for the texts of content,", () => {
  test.each([false, true])("has no word that is not among the messages (in the preview: %s)", (preview) => {
    const texts = listTexts(strangeSite(preview));
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => /[A-Za-z]{2}/.test(text.slice(text.indexOf(": "))))).toEqual([]);
  });
});
