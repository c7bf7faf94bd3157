import type { Instant } from "./calendar.ts";

/** What the build's clock makes of a story or edition. */
export type Status = "published" | "scheduled" | "draft";

export function statusOf(draft: boolean, publish: Instant, now: Instant): Status {
  return draft ? "draft" : publish <= now ? "published" : "scheduled";
}
