import type { Vocabularies } from "../../content/vocabularies.ts";
import type { Feed } from "./gather.ts";

/** The feeds of publishers.yaml. */
export function listFeeds({ publishers }: Pick<Vocabularies, "publishers">): Feed[] {
  return Object.entries(publishers).flatMap(([publisher, { feed = [] }]) => feed.map((url) => ({ publisher, url })));
}
