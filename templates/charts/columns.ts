import type { Picture, Series } from "../../src/views/trends/chart.ts";
import { DIGITS, type Drawing, type Plot, type Write } from "./draw.ts";
import { drawNames } from "./names.ts";
import { FEW, insetOf, periodScale, SIDE, timeAxis, UNDER } from "./time-axis.ts";

const ROW = 62;
const TITLE = 21;
const NUMBER = 15;

interface Column {
  readonly row: number;
  readonly period: number;
  readonly value: number;
  /** Whether its number stands on it. */
  readonly isTold: boolean;
}

/** Small pictures under each other, all of one scale: a row for each series. */
export function drawColumns(
  plot: Plot,
  { series, periods }: Extract<Picture, { kind: "columns" }>,
  write: Write,
): Drawing {
  const columns = series.flatMap(({ values }, row) => {
    const highest = values.indexOf(Math.max(...values));
    return values.map((value, period): Column => ({
      row,
      period,
      value,
      isTold: value > 0 && (periods.length <= FEW || period === highest),
    }));
  });
  const titles = series.map((own, row) => ({ ...own, row }));
  const inset = insetOf(periods.length);
  const at = { x: "period", y: "value", fy: "row" } as const;
  const title = { fy: "row", fontWeight: 600, lineAnchor: "top", dy: 7 } as const;
  return {
    height: series.length * ROW + UNDER,
    margin: 0,
    marginBottom: UNDER,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: periodScale(periods.length),
    y: { axis: null, domain: [0, Math.max(...columns.map(({ value }) => value))], insetTop: TITLE + NUMBER },
    fy: { axis: null, domain: titles.map(({ row }) => row), padding: 0 },
    marks: [
      plot.barY(
        columns.filter(({ value }) => value > 0),
        { ...at, insetLeft: inset, insetRight: inset, fill: "var(--accent)", className: "column" },
      ),
      plot.text(
        columns.filter(({ isTold }) => isTold),
        { ...at, text: ({ value }: Column) => write(value), ...DIGITS, lineAnchor: "bottom", dy: -2 },
      ),
      plot.ruleY([0], { stroke: "var(--soft)", insetLeft: -SIDE, insetRight: -SIDE }),
      ...drawNames(
        plot,
        series.map(({ name, total }) => ({ name, number: write(total) })),
        (row) => ({ ...title, fy: () => row, frameAnchor: "top-left", dx: -SIDE }),
      ),
      plot.text(titles, {
        ...title,
        text: ({ total }: Series) => write(total),
        ...DIGITS,
        frameAnchor: "top-right",
        dx: SIDE,
      }),
      timeAxis(plot, periods, series.length - 1),
    ],
  };
}
