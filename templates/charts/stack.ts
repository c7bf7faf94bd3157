import type { Picture } from "../../src/views/trends/chart.ts";
import { DIGITS, type Drawing, type Plot, type Write } from "./draw.ts";
import { FEW, insetOf, periodScale, SIDE, timeAxis, UNDER } from "./time-axis.ts";

const LINE = 18;
const COLUMNS = 120;
const NUMBER = 16;
const SWATCH = 11;

/** The pattern that stands in the page beside the drawing. */
export const HATCH = "_hatch";

/** Told apart by more than colour, from the ground up. */
const FILLS = ["var(--accent)", `url(#${HATCH})`, "var(--paper)"];

/** Columns of several parts, with a key above them in the order of the parts. */
export function drawStack(plot: Plot, { series, periods }: Extract<Picture, { kind: "stack" }>, write: Write): Drawing {
  const inset = insetOf(periods.length);
  const sums = periods.map((_, period) => series.reduce((sum, { values }) => sum + (values[period] ?? 0), 0));
  const highest = sums.indexOf(Math.max(...sums));
  const key = series.length * LINE;
  const parts = series.flatMap(({ values }, level) => {
    const below = (period: number) => series.slice(0, level).reduce((sum, own) => sum + (own.values[period] ?? 0), 0);
    return values.map((value, period) => ({ level, period, from: below(period), to: below(period) + value }));
  });
  const tops = sums.flatMap((sum, period) =>
    sum > 0 && (periods.length <= FEW || period === highest) ? [{ sum, period }] : [],
  );
  const lineOf = (level: number) => (series.length - 1 - level) * LINE + LINE / 2;
  return {
    height: key + NUMBER + COLUMNS + UNDER,
    margin: 0,
    marginBottom: UNDER,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: periodScale(periods.length),
    y: { axis: null, domain: [0, Math.max(...sums)], insetTop: key + NUMBER },
    marks: [
      ...FILLS.map((fill, level) =>
        plot.barY(
          parts.filter((part) => part.level === level && part.to > part.from),
          {
            x: "period",
            y1: "from",
            y2: "to",
            fill,
            stroke: "var(--accent)",
            insetLeft: inset,
            insetRight: inset,
            className: "column",
          },
        ),
      ),
      plot.text(tops, {
        x: "period",
        y: "sum",
        text: (top: { readonly sum: number }) => write(top.sum),
        ...DIGITS,
        lineAnchor: "bottom",
        dy: -3,
      }),
      plot.ruleY([0], { insetLeft: -SIDE, insetRight: -SIDE }),
      ...series.flatMap(({ name, total }, level) => [
        plot.dot([level], {
          frameAnchor: "top-left",
          symbol: "square",
          r: SWATCH / 2,
          dx: -SIDE + SWATCH / 2 + 1,
          dy: lineOf(level),
          fill: FILLS[level] ?? "none",
          stroke: "var(--accent)",
          className: "key",
        }),
        plot.text([name], {
          frameAnchor: "top-left",
          lineAnchor: "middle",
          dx: -SIDE + 2 * SWATCH,
          dy: lineOf(level),
          text: (line: string) => line,
        }),
        plot.text([write(total)], {
          ...DIGITS,
          frameAnchor: "top-right",
          lineAnchor: "middle",
          dx: SIDE,
          dy: lineOf(level),
          text: (line: string) => line,
        }),
      ]),
      timeAxis(plot, periods),
    ],
  };
}
