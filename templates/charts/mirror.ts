import type { Picture } from "../../src/views/trends/chart.ts";
import { DIGITS, type Drawing, type Plot, type Write } from "./draw.ts";
import { FEW, insetOf, periodScale, SIDE, timeAxis, UNDER } from "./time-axis.ts";

const HEIGHT = 230;
const TITLE = 17;
const NUMBER = 15;

/** One series above a line and one below it, on one scale; the lower is hollow. */
export function drawMirror(
  plot: Plot,
  { up, down, periods }: Extract<Picture, { kind: "mirror" }>,
  write: Write,
): Drawing {
  const inset = insetOf(periods.length);
  const columns = [
    { values: up.values, sign: 1 },
    { values: down.values, sign: -1 },
  ].map(({ values, sign }) => {
    const highest = values.indexOf(Math.max(...values));
    const own = values.map((value, period) => ({
      value,
      period,
      end: sign * value,
      isTold: periods.length <= FEW || period === highest,
    }));
    return own.filter(({ value }) => value > 0);
  });
  const [above = [], below = []] = columns;
  const at = { x: "period", y: "end" } as const;
  const bar = { ...at, insetLeft: inset, insetRight: inset };
  const numberOf = ({ value }: { readonly value: number }) => write(value);
  const title = { fontWeight: 600, text: (line: string) => line } as const;
  return {
    height: HEIGHT,
    margin: 0,
    marginBottom: UNDER,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: periodScale(periods.length),
    y: {
      axis: null,
      domain: [-Math.max(...down.values), Math.max(...up.values)],
      insetTop: TITLE + NUMBER,
      insetBottom: TITLE + NUMBER,
    },
    marks: [
      plot.barY(above, { ...bar, fill: "var(--accent)", className: "column" }),
      plot.barY(below, {
        ...bar,
        fill: "var(--paper)",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
        className: "column",
      }),
      plot.text(
        above.filter(({ isTold }) => isTold),
        { ...at, text: numberOf, ...DIGITS, lineAnchor: "bottom", dy: -2 },
      ),
      plot.text(
        below.filter(({ isTold }) => isTold),
        { ...at, text: numberOf, ...DIGITS, lineAnchor: "top", dy: 3 },
      ),
      plot.ruleY([0], { insetLeft: -SIDE, insetRight: -SIDE }),
      plot.text([up.name], { ...title, frameAnchor: "top-left", lineAnchor: "top", dx: -SIDE, dy: 2 }),
      plot.text([write(up.total)], {
        ...title,
        ...DIGITS,
        frameAnchor: "top-right",
        lineAnchor: "top",
        dx: SIDE,
        dy: 2,
      }),
      plot.text([down.name], { ...title, frameAnchor: "bottom-left", lineAnchor: "bottom", dx: -SIDE, dy: -2 }),
      plot.text([write(down.total)], {
        ...title,
        ...DIGITS,
        frameAnchor: "bottom-right",
        lineAnchor: "bottom",
        dx: SIDE,
        dy: -2,
      }),
      timeAxis(plot, periods),
    ],
  };
}
