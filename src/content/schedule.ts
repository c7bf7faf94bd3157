import type { Clock } from "./clock.ts";
import type { Edition, EditionHead } from "./edition.ts";
import { statusOf } from "./status.ts";
import type { Story, StoryHead } from "./story.ts";

/** A story that knows its moment. */
export type DatedStory = StoryHead & Pick<Story, "publish" | "status">;

/** An edition that knows what the clock makes of it and of its stories. */
export interface DatedEdition {
  readonly head: EditionHead;
  readonly status: Edition["status"];
  /** Every slug of the folder, those of unreadable files included. */
  readonly slugs: readonly string[];
  readonly stories: readonly DatedStory[];
}

/** Adds what the clock says: a story is never out before its edition, an edition never without a story. */
export function schedule(
  head: EditionHead,
  stories: readonly StoryHead[],
  slugs: readonly string[],
  clock: Clock,
): DatedEdition {
  const dated = stories.map((story): DatedStory => {
    const publish = Math.max(head.publish, story.ownTime ?? head.publish);
    return { ...story, publish, status: statusOf(head.draft || story.draft, publish, clock) };
  });
  const own = statusOf(head.draft, head.publish, clock);
  if (own !== "published" || dated.some(({ status }) => status === "published"))
    return { head, slugs, status: own, stories: dated };
  return {
    head,
    slugs,
    status: dated.some(({ status }) => status === "scheduled") ? "scheduled" : "draft",
    stories: dated,
  };
}
