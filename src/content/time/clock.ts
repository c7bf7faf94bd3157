import { addDays, dayOf, type Instant, parseInstant } from "./calendar.ts";

/** The build's clock. It remembers what it was asked, and so knows for how long its answers stay the same. */
export interface Clock {
  /** Whether a moment is past or now. */
  hasCome(at: Instant): boolean;
  /** The calendar month in UTC, `YYYY-MM`. */
  month(): string;
  /** Every clock of this span, its end left out, gives the answers that were given so far. */
  span(): { readonly from: Instant; readonly until: Instant };
}

/** In milliseconds. */
export const DAY = 86_400_000;

/** Whether fewer than so many days, of 24 hours each, have passed since a moment. */
export function isYoung({ hasCome }: Pick<Clock, "hasCome">, at: Instant, days: number): boolean {
  return !hasCome(at + days * DAY);
}

/** A clock that stands still at `now`. */
export function createClock(now: Instant): Clock {
  let from = -Infinity;
  let until = Infinity;
  const hasCome = (at: Instant): boolean => {
    if (at <= now) from = Math.max(from, at);
    else until = Math.min(until, at);
    return at <= now;
  };
  return {
    hasCome,
    month() {
      const month = dayOf(now, "UTC").slice(0, 7);
      for (const first of [`${month}-01`, `${addDays(`${month}-01`, 31).slice(0, 7)}-01`])
        hasCome(parseInstant(first) ?? now);
      return month;
    },
    span: () => ({ from, until }),
  };
}
