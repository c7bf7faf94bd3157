import type { Instant } from "../../content/time/calendar.ts";
import type { Announcement, Channel, Failure } from "./channel.ts";

/** In milliseconds, how far the clock of a service may be behind that of whoever claimed. */
const SKEW = 10 * 60_000;

/** From when on what a claim made may stand at a service, by the service's clock. */
function earliestOf(claimed: Instant): Instant {
  return claimed - SKEW;
}

/** So many pages are looked through; what would be further back is for a person to look for. */
export const MOST_PAGES = 50;

/** Where it cannot be said that nothing was made: nothing is sent again. */
export function notFoundIn(name: string): Failure {
  return { kind: "open", problem: `${name} gave no list of what stands there that could be looked through` };
}

/** How a channel resumes that can look back: what `find` has since the claim is told already, by its receipt; else it is sent. */
export function resumeBy(
  find: (announcement: Announcement, earliest: Instant) => Promise<string | undefined | Failure>,
  send: Channel["send"],
): Channel["resume"] {
  return async (announcement, claimed) => {
    const found = await find(announcement, earliestOf(claimed));
    if (typeof found === "object") return found;
    return found === undefined ? send(announcement) : { kind: "done", receipt: found };
  };
}
