import type { Instant } from "./calendar.ts";
import type { Clock } from "./clock.ts";

/** What the build's clock makes of a story or edition. */
export type Status = "published" | "scheduled" | "draft";

export function statusOf(draft: boolean, publish: Instant, clock: Clock): Status {
  return draft ? "draft" : clock.hasCome(publish) ? "published" : "scheduled";
}
