import type { Instant } from "../../content/time/calendar.ts";
import { workThrough } from "../work-through.ts";
import type { Entry } from "./entries.ts";
import type { Shelf } from "./shelf.ts";
import { createVisits, type Visitor } from "./visit.ts";

/** A feed of a publisher, by the publisher's id. */
export interface Feed {
  readonly publisher: string;
  readonly url: string;
}

/** What a feed has, each with its time, or when it was first seen. */
export interface Gathered {
  readonly feed: Feed;
  readonly entries: readonly (Entry & { readonly published: Instant })[];
  readonly isNew: boolean;
  /** Why it could not be read, so that what it had before stands here. */
  readonly problem?: string;
  /** What to type, though it was read. */
  readonly note?: string;
}

/** So many hosts are asked beside each other. */
const AT_ONCE = 24;

/** Visits feeds, and puts what is known of each on the shelf; `onVisit` is called after each. Never throws for what a host is like. */
export async function gatherFeeds(
  feeds: readonly Feed[],
  shelf: Shelf,
  visitor: Omit<Visitor, "robots">,
  onVisit: () => void = () => undefined,
): Promise<Gathered[]> {
  const visit = createVisits({ ...visitor, robots: shelf.robots });
  const seenAt = (url: string): Instant => {
    const at = shelf.seen.get(url) ?? visitor.now;
    shelf.seen.set(url, at);
    return at;
  };
  return workThrough(feeds, AT_ONCE, async (feed) => {
    const { known, isNew, problem, note } = await visit(feed.url, shelf.feeds.get(feed.url));
    shelf.feeds.set(feed.url, known);
    onVisit();
    return {
      feed,
      entries: known.entries.map((entry) => ({ ...entry, published: entry.published ?? seenAt(entry.url) })),
      isNew,
      ...(problem !== undefined && { problem }),
      ...(note !== undefined && { note }),
    };
  });
}
