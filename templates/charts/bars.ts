import type { Picture } from "../../src/views/trends/chart.ts";
import type { Drawing, Plot } from "./draw.ts";
import { drawNames } from "./names.ts";

const ROW = 32;
const NAME = 18;

/** A bar for each name, under it, the longest first. */
export function drawBars(plot: Plot, { bars }: Extract<Picture, { kind: "bars" }>): Drawing {
  const rows = bars.map((bar, row) => ({ ...bar, row }));
  return {
    height: bars.length * ROW,
    margin: 0,
    x: { axis: null, domain: [0, Math.max(...bars.map(({ value }) => value))] },
    y: { type: "band", axis: null, domain: rows.map(({ row }) => row), padding: 0, round: false },
    marks: [
      plot.barX(rows, {
        x: "value",
        y: "row",
        insetTop: NAME,
        insetBottom: 5,
        fill: "var(--accent)",
        className: "bar",
      }),
      ...drawNames(
        plot,
        bars.map(({ name, label }) => ({ name, number: label })),
        (row) => ({ y: () => row, frameAnchor: "left", dy: -ROW / 2 + NAME / 2 }),
      ),
      plot.text(rows, { y: "row", text: "label", frameAnchor: "right", dy: -ROW / 2 + NAME / 2 }),
    ],
  };
}
