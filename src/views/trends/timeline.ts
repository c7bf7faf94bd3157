import { addDays, daysBetween, weekOf } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import { groupBy } from "../pages/list-pages.ts";

/** A day or a week, and the editions of it; there may be none. */
export interface Period {
  /** Its first day, `YYYY-MM-DD`; a week's is a Monday (ISO 8601). */
  readonly from: string;
  readonly editions: readonly EditionOutline[];
}

/** Consecutive periods up to the latest edition. */
export interface Timeline {
  readonly unit: "day" | "week";
  /** The first and the last day of it that can have an edition. */
  readonly from: string;
  readonly to: string;
  readonly periods: readonly Period[];
}

const DAYS = { day: 1, week: 7 } as const;

/** Four weeks: of fewer days, weeks would be too few to make a picture. */
const MOST_DAYS = 28;

/** Half a year: more columns than that cannot be told apart on a small telephone. */
const MOST_WEEKS = 26;

/**
 * Divides the time of these editions, oldest first, by their datelines: into days while the first is less than four weeks
 * old when the latest appears, else into the last weeks, 26 at most. Undefined without an edition.
 */
export function divideTime(editions: readonly EditionOutline[]): Timeline | undefined {
  const first = editions[0]?.dateline.date;
  const to = editions.at(-1)?.dateline.date;
  if (first === undefined || to === undefined) return undefined;
  const unit = daysBetween(first, to) < MOST_DAYS ? "day" : "week";
  const startOf = (day: string): string => (unit === "day" ? day : weekOf(day));
  const most = unit === "day" ? MOST_DAYS : MOST_WEEKS;
  const number = Math.min(daysBetween(startOf(first), startOf(to)) / DAYS[unit] + 1, most);
  const start = addDays(startOf(to), (1 - number) * DAYS[unit]);
  const groups = groupBy(
    editions.filter(({ dateline }) => dateline.date >= start),
    ({ dateline }) => startOf(dateline.date),
  );
  const periods = Array.from({ length: number }, (_, index) => {
    const from = addDays(start, index * DAYS[unit]);
    return { from, editions: groups.get(from) ?? [] };
  });
  return { unit, from: start > first ? start : first, to, periods };
}
