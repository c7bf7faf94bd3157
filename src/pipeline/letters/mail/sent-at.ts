import type { Instant } from "../../../content/time/calendar.ts";
import { DAY } from "../../../content/time/clock.ts";

/** A date as mails write it (RFC 5322, 3.3; zones by name are of older ones, 4.3). Without a zone it would be read by this computer's. */
const WRITTEN =
  /^(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|UTC?|GMT|Z|[ECMP][SD]T)(?=$|\s|\()/i;
/** A computer without a battery begins at 1970 or 1980; no mail of that time is a letter to this site. */
const FIRST: Instant = Date.UTC(2000, 0, 1);

/**
 * When a mail was sent, by its header `Date`. Undefined where it cannot be read or cannot be true: from before 2000, or more than
 * a day after `now`. A clock that is less fast than that is taken for a fast clock, and the mail for one of now.
 */
export function sentAt(date: string | undefined, now: Instant): Instant | undefined {
  const [written] = WRITTEN.exec((date ?? "").replace(/\s+/g, " ").trim()) ?? [];
  if (written === undefined) return undefined;
  const at = Date.parse(written.replace(/\bUT$/i, "UTC"));
  return at >= FIRST && at <= now + DAY ? Math.min(at, now) : undefined;
}
