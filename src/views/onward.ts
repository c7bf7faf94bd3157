import type { PlacedEdition } from "../content/time/schedule.ts";
import { findThreads } from "../content/threads.ts";

/** A thread as one of its stories names it. */
export interface ThreadPlace {
  readonly path: string;
  /** The few words of the story that began it. */
  readonly title: string;
  /** Which of its stories this is, from 1. */
  readonly number: number;
  readonly of: number;
}

/** A story in the list of editions. */
interface StoryPlace {
  /** Of its edition. */
  readonly place: number;
  readonly identity: string;
}

/** Where a story leads beside its own edition. */
export interface Onward<Related> {
  readonly thread: ThreadPlace | undefined;
  /** Of its topic, the newest first. */
  readonly related: readonly Related[];
}

type Listed = Pick<PlacedEdition, "dateline"> & {
  readonly stories: readonly Pick<PlacedEdition["stories"][number], "identity" | "topic" | "short" | "follows">[];
};

const MOST_RELATED = 3;

/** The stories nearest to one of a topic's: the next, and those before it, so that a new story changes few pages of old ones. */
function nearest(stories: readonly StoryPlace[], at: number): StoryPlace[] {
  const own = stories[at]?.place;
  const take = (step: 1 | -1): StoryPlace[] => {
    const found: StoryPlace[] = [];
    for (let index = at + step; found.length < MOST_RELATED; index += step) {
      const story = stories[index];
      if (!story) break;
      if (story.place !== own) found.push(story);
    }
    return found;
  };
  const [later, earlier] = [take(1), take(-1)];
  const before = earlier.slice(0, later.length > 0 ? MOST_RELATED - 1 : MOST_RELATED);
  return [...later.slice(0, MOST_RELATED - before.length).reverse(), ...before];
}

/** Where the stories of the visible editions lead, these given oldest first, by identity: to which others, by theirs. */
export function findOnward(editions: readonly Listed[]): ReadonlyMap<string, Onward<string>> {
  const byTopic = new Map<string, StoryPlace[]>();
  editions.forEach(({ stories }, place) => {
    for (const { identity, topic = "" } of stories) {
      const own = byTopic.get(topic);
      if (own) own.push({ place, identity });
      else byTopic.set(topic, [{ place, identity }]);
    }
  });
  const threads = new Map(
    findThreads(editions).flatMap(({ path, parts }) =>
      parts.map(({ story }, index): [string, ThreadPlace] => [
        story.identity,
        { path, title: parts[0]?.story.short ?? "", number: index + 1, of: parts.length },
      ]),
    ),
  );
  return new Map(
    [...byTopic].flatMap(([topic, stories]) =>
      stories.map(({ identity }, at): [string, Onward<string>] => [
        identity,
        {
          thread: threads.get(identity),
          related: topic === "" ? [] : nearest(stories, at).map((other) => other.identity),
        },
      ]),
    ),
  );
}
