import type { Markish } from "@observablehq/plot";
import { type Plot, WIDTH } from "./draw.ts";

/** Room at the sides for half a day’s name, under the columns for all of it. */
export const SIDE = 18;
export const UNDER = 20;

const MOST_TICKS = 5;
const WIDEST = 30;

/** So few columns have each its number; of more only the highest has. */
export const FEW = 8;

/** The places of the periods that are named: at equal distances, the latest among them. */
export function ticksOf(number: number): number[] {
  const step = Math.ceil(number / MOST_TICKS);
  return Array.from({ length: number }, (_, index) => index).filter((index) => (number - 1 - index) % step === 0);
}

/** What is left free at each side of a column, so that it is neither touching the next nor a wide board. */
export function insetOf(number: number): number {
  const band = (WIDTH - 2 * SIDE) / number;
  return Math.max(1.5, band / 10, (band - WIDEST) / 2);
}

/** The scale of a picture’s periods, which are known by their places. */
export function periodScale(number: number) {
  return {
    type: "band",
    domain: Array.from({ length: number }, (_, index) => index),
    padding: 0,
    round: false,
    axis: null,
  } as const;
}

/** The periods’ names under the picture; `row` is the last of its rows, if it has several. */
export function timeAxis(plot: Plot, periods: readonly string[], row?: number): Markish {
  return plot.text(ticksOf(periods.length), {
    x: (index: number) => index,
    ...(row !== undefined && { fy: () => row }),
    text: (index: number) => periods[index],
    frameAnchor: "bottom",
    lineAnchor: "top",
    dy: 5,
    fill: "var(--soft)",
  });
}
