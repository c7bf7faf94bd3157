import type { Instant } from "../time/calendar.ts";
import type { Clock } from "../time/clock.ts";
import { closesAt } from "./letter-window.ts";

/** What of a story decides whether readers may write: whether its editors take letters, and since when it is out. */
export interface Answerable {
  /** By the story, else by its edition, else by the publication; left out where none of them says so. */
  readonly comments?: boolean;
  readonly publish: Instant;
}

/** Whether a story takes letters by a clock: until so many `days`, of 24 hours each, after it appeared. The clock is asked only where that matters. */
export function isOpenForLetters(
  { comments, publish }: Answerable,
  days: number,
  { hasCome }: Pick<Clock, "hasCome">,
): boolean {
  return comments === true && !hasCome(closesAt(publish, days));
}
