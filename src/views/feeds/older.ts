import { feedOf, olderFeed, PAGES } from "../../content/addresses.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { Setting } from "../../content/site.ts";
import { definePages, type Given, type Page, type Leading } from "../page.ts";
import { type FeedAround, viewOlder } from "./feed.ts";
import { completeEntry, type TextEntry, viewTextEntry } from "./feed-entries.ts";

/** The editions that a feed reaches back. */
export const MOST_EDITIONS = 20;
/** The editions of a document with older ones: so many more the feed of all editions holds at most, until they fill the next. */
export const EDITIONS_OF_OLDER = 10;

/** What is known of a visible edition before its texts are read. */
export type FeedEdition = Pick<EditionOutline, "identity" | "path"> & {
  readonly stories: readonly Pick<StoryOutline, "path">[];
};

/** The addresses to which an edition's entry leads. */
export function leadsOfEdition(base: string, { path, stories }: FeedEdition): Leading["leadsTo"] {
  return [path, ...stories.map((story) => story.path)].map((own) => ({ href: base + own }));
}

/**
 * Divides the feed of all editions, which are given the oldest first: whole documents of older ones, counted from the first edition so that a
 * new one changes none of them, and the current document, in which none of those stands again.
 */
export function divideFeed<E>(editions: readonly E[]): {
  readonly older: readonly E[][];
  readonly current: readonly E[];
} {
  const count = Math.max(0, Math.floor((editions.length - MOST_EDITIONS) / EDITIONS_OF_OLDER));
  return {
    older: Array.from({ length: count }, (_, at) =>
      editions.slice(at * EDITIONS_OF_OLDER, (at + 1) * EDITIONS_OF_OLDER),
    ),
    current: editions.slice(count * EDITIONS_OF_OLDER),
  };
}

/** The path of the last of some documents with older editions. */
export function lastOlder(count: number): string | undefined {
  return count === 0 ? undefined : olderFeed(feedOf(PAGES.home), count);
}

type OlderAround = Leading & Pick<FeedAround, "previous">;

const olderEditions = definePages("older-editions", {
  // By a name of its own, since what the current feeds take of the same text is taken several times.
  excerpt: { name: "older-entry", of: viewTextEntry, isKept: false, isTakenOnce: true },
  view: (given: Given<OlderAround, TextEntry>) => ({
    atomFeeds: [
      viewOlder(
        given,
        given.texts.map((text) => completeEntry(text, given)),
      ),
    ],
  }),
});

/** The documents of the feed of all editions that hold the older ones (RFC 5005, 4), the oldest first; the editions are given so, too. */
export function listOlderFeeds({ publication: { base } }: Setting, editions: readonly FeedEdition[]): Page[] {
  return divideFeed(editions).older.map((own, at) => {
    const previous = lastOlder(at);
    const leads = own.flatMap((edition) => leadsOfEdition(base, edition));
    return olderEditions(
      olderFeed(feedOf(PAGES.home), at + 1),
      { previous, leadsTo: previous === undefined ? leads : [...leads, { href: base + previous }] },
      [...own].reverse().map(({ identity }) => ({ edition: identity })),
    );
  });
}
