import type { Picture } from "../../src/views/trends/chart.ts";
import type { Drawing, Plot, Write } from "./draw.ts";
import { FEW, insetOf, periodScale, SIDE, timeAxis, UNDER } from "./time-axis.ts";

const HEIGHT = 200;
const TOP = 18;

/** A line from the least to the most and a dot at the average of each period. */
export function drawRanges(
  plot: Plot,
  { ranges, periods }: Extract<Picture, { kind: "ranges" }>,
  write: Write,
): Drawing {
  const known = ranges.flatMap((range, period) => (range ? [{ ...range, period }] : []));
  const most = Math.max(...known.map((range) => range.most));
  const inset = insetOf(periods.length) + 2;
  const end = { x: "period", stroke: "var(--accent)", insetLeft: inset, insetRight: inset } as const;
  return {
    height: HEIGHT,
    margin: 0,
    marginTop: TOP,
    marginBottom: UNDER,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: periodScale(periods.length),
    y: { axis: null, domain: [0, most], nice: true },
    marks: [
      plot.gridY({ ticks: 4, stroke: "var(--rule)", strokeOpacity: 1, insetLeft: -SIDE, insetRight: -SIDE }),
      plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => (value === 0 ? "" : write(value)),
        textAnchor: "start",
        lineAnchor: "bottom",
        dx: -SIDE + 9,
        dy: -2,
        fill: "var(--soft)",
      }),
      plot.ruleY([0], { insetLeft: -SIDE, insetRight: -SIDE }),
      plot.ruleX(known, {
        x: "period",
        y1: "least",
        y2: "most",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
        className: "range",
      }),
      plot.tickY(known, { ...end, y: "least" }),
      plot.tickY(known, { ...end, y: "most" }),
      plot.dot(known, {
        x: "period",
        y: "average",
        r: periods.length <= FEW ? 4.5 : 3.5,
        fill: "var(--accent)",
        className: "average",
      }),
      timeAxis(plot, periods),
    ],
  };
}
