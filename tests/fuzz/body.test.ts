import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLive, hasError, htmlOf, MARKED, missingMarked, render, saidBy } from "./body-words.ts";
import { damaged, markdown, signsAndWords } from "./markdown-text.ts";
import { HANG, runs } from "./runs.ts";

/** Labels are the only words that nobody is meant to read: of definitions, footnotes and references by label. */
function withoutLabels(text: string): string {
  return text
    .replace(/\[\^[^\]\s]+\]/g, " ")
    .replace(/\]\[[^\]]*\]/g, "]")
    .replace(/^[\s>*+\d.)-]*\[[^\]]+\]:/gm, " ");
}

/** The words of the text, footnotes aside, that do not come after all that stood before them; they are numbered in order. */
function shownOrder(html: string): string[] {
  const shown = html.replace(/<div class="footnotes">.*?<\/ol><\/div>/gs, "").replace(/<[^>]*>/g, "");
  let last = -1;
  return [...shown.matchAll(MARKED)].flatMap(([word]) => {
    const number = Number(word.slice(1, -1));
    const late = number <= last;
    last = Math.max(last, number);
    return late ? [word] : [];
  });
}

function check(text: string): void {
  const body = render(text);
  const html = htmlOf(body);
  expect(findLive(html)).toEqual([]);
  const last = text.split("\n").length;
  for (const { at, message } of body.problems) {
    expect(at.line, message).toBeGreaterThanOrEqual(1);
    expect(at.line, message).toBeLessThanOrEqual(last);
    expect(at.column, message).toBeGreaterThanOrEqual(1);
  }
  if (!hasError(body)) expect(missingMarked(withoutLabels(text), saidBy(html))).toEqual([]);
}

describe("words in are words out", () => {
  test(
    "of a text as an editor writes it, which has no error",
    () => {
      fc.assert(
        fc.property(markdown, (text) => {
          expect(render(text).problems).toEqual([]);
          check(text);
          expect(shownOrder(htmlOf(render(text)))).toEqual([]);
        }),
        runs(1500),
      );
    },
    HANG,
  );

  test(
    "of a damaged text, unless an error says what is wrong",
    () => {
      fc.assert(fc.property(damaged, check), runs(4000));
    },
    HANG,
  );

  test(
    "of any signs and words, unless an error says what is wrong",
    () => {
      fc.assert(fc.property(signsAndWords, check), runs(4000));
    },
    HANG,
  );

  test("and the properties have teeth: what is lost, doubled in the source or alive is found", () => {
    expect(missingMarked("w1x w2x w2x", "w2x")).toEqual(["w1x", "w2x"]);
    expect(shownOrder("<p>w1x w3x</p><p>w2x w3x</p>")).toEqual(["w2x", "w3x"]);
    expect("w1x w22x".match(MARKED)).toHaveLength(2);
    for (const live of ["<script>", '<a onclick="x">', '<a href="javascript:x">', "<b>", "<img src=x>", "<!-- -->"])
      expect(findLive(live), live).not.toEqual([]);
    expect(findLive('<p class="subhead">a</p><hr><img src="/x/a.png" alt="&lt;b&gt;">')).toEqual([]);
  });
});
