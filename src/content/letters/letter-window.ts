import type { Instant } from "../time/calendar.ts";
import { DAY } from "../time/clock.ts";

/** When a story that appeared at a moment takes no more letters: after so many days of 24 hours. */
export function closesAt(appearedAt: Instant, days: number): Instant {
  return appearedAt + days * DAY;
}
