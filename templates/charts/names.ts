import type { Markish, TextOptions } from "@observablehq/plot";
import { type Plot, WIDTH } from "./draw.ts";

/** What stands at the two ends of a line above columns or a bar. */
export interface Ends {
  readonly name: string;
  readonly number: string;
}

/** Sizes of letters in units of the picture, as `trends.css` sets them from the narrowest page to the widest, by their class. */
const SIZES = [
  ["narrow", 13],
  ["middle", 11],
  ["wide", 9.5],
] as const;

/** What a wide letter takes at most of its size, and what Latin letters take on average, for which the library takes all letters. */
const WIDE = 0.7;
const USUAL = 0.5;
/** Letters that take more: those as wide as high, and those of the faces that stand in where ours has none. */
const WIDER = [
  {
    letters:
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/gu,
    more: 0.5,
  },
  { letters: /\p{Script=Cyrillic}|\p{Script=Greek}/gu, more: 0.15 },
] as const;
/** What a digit takes with its share of the sign of per cent, and what stands between name and number. */
const DIGIT = 0.6;
const GAP = 0.5;
/** The library measures letters of a face that is by a seventh wider than ours; some room is left for fonts that stand in for it. */
const NARROWER = 1.06;

/**
 * The names of some rows, each cut only where its number leaves no room for it on that page: three times, for letters of three
 * sizes of which the stylesheet shows one, unless it has room in any case.
 */
export function drawNames(plot: Plot, rows: readonly Ends[], optionsOf: (row: number) => TextOptions): Markish[] {
  return rows.flatMap(({ name, number }, row) => {
    const more = WIDER.reduce((sum, own) => sum + (name.match(own.letters)?.length ?? 0) * own.more, 0);
    const roomAt = (size: number) => WIDTH / size - GAP - number.length * DIGIT;
    const fits = name.length * WIDE + more <= roomAt(SIZES[0][1]);
    const draw = (options: TextOptions) =>
      plot.text([name], { ...optionsOf(row), ...options, text: (own: string) => own });
    if (fits) return [draw({})];
    const share = (name.length * USUAL) / (name.length * USUAL + more);
    return SIZES.map(([className, size]) =>
      draw({
        className,
        lineWidth: roomAt(size) * share * NARROWER,
        textOverflow: "ellipsis-end",
      }),
    );
  });
}
