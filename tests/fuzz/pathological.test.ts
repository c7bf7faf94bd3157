import { describe, expect, test } from "vitest";
import { findLive, htmlOf, render } from "./body-words.ts";
import { PATHOLOGICAL } from "./pathological-text.ts";
import { LONG } from "./runs.ts";

/** The largest file that is read at all, and a quarter of it in the short run. */
const SIZE = (LONG ? 256 : 64) * 1024;
/** Ten times what the slowest takes; what grows with the square of the size takes minutes. */
const GUARD = LONG ? 20_000 : 5_000;
/** Bytes of HTML for a byte of text: a quotation mark is escaped, a footnote's mark is an element with two addresses. */
const MOST_GROWTH = 64;

describe("a hard text becomes HTML of a sane size, or problems", () => {
  test.each(PATHOLOGICAL)(
    "%s",
    (_, make) => {
      const text = make(SIZE).slice(0, SIZE);
      const body = render(text);
      const html = htmlOf(body);
      expect(html.length).toBeLessThan(MOST_GROWTH * SIZE);
      expect(findLive(html).slice(0, 3)).toEqual([]);
      const last = text.split("\n").length;
      expect(body.problems.filter(({ at }) => at.line < 1 || at.line > last || at.column < 1)).toEqual([]);
    },
    GUARD,
  );
});
