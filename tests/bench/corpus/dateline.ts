/** Editions are numbered by their distance from one fixed evening: 0 is that evening, −1 the morning before it. */

export type Slot = "morning" | "evening";

export interface Dateline {
  readonly slot: Slot;
  /** `2026-10-31` */
  readonly date: string;
  /** The edition's identity: `2026-10-31-evening`. */
  readonly identity: string;
  /** Its folder below `editions/`: `2026/10-31-evening`. */
  readonly folder: string;
  /** Its path on the site: `/2026/10/31/evening/`. */
  readonly path: string;
}

const LAST_EVENING = Date.UTC(2026, 9, 31);
const DAY = 86_400_000;

/** The clock of every build: later than all editions, those that a run adds included. */
export const NOW = "2026-12-24T12:00:00Z";

export const STORIES_AN_EDITION = 4;

const MONTHS_ENOUGH = 20;
const HALF_DAYS_A_MONTH = 61;

/** The quickest pace at which so many stories reach back into an earlier year, over some twenty months. */
export function paceOver(stories: number): number {
  const least = Math.ceil((MONTHS_ENOUGH * HALF_DAYS_A_MONTH * STORIES_AN_EDITION) / stories);
  return least % 2 === 0 ? least + 1 : least;
}

export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** When an edition appears; `pace` is the number of half days from one edition to the next, an odd one. */
export function datelineOf(edition: number, pace = 1): Dateline {
  const halfDays = edition * pace;
  const slot: Slot = halfDays % 2 === 0 ? "evening" : "morning";
  const date = new Date(LAST_EVENING + Math.ceil(halfDays / 2) * DAY).toISOString().slice(0, 10);
  const [year = "", month = "", day = ""] = date.split("-");
  return {
    slot,
    date,
    identity: `${date}-${slot}`,
    folder: `${year}/${month}-${day}-${slot}`,
    path: `/${year}/${month}/${day}/${slot}/`,
  };
}
