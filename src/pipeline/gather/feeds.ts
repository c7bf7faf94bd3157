import type { Vocabularies } from "../../content/vocabularies.ts";
import type { Feed } from "./gather.ts";

/** What editors are told where there are none. */
export const NO_FEEDS = "no publisher in publishers.yaml has a feed: add a line “feed: https://…” to one";

/** The feeds of publishers.yaml. */
export function listFeeds({ publishers }: Pick<Vocabularies, "publishers">): Feed[] {
  return Object.entries(publishers).flatMap(([publisher, { feed = [] }]) => feed.map((url) => ({ publisher, url })));
}
