import type { FeedEntry, TextRow } from "../views/feeds.ts";

/** The entries of a feed of stories, each with the key of all that it shows, by identity. */
export type FeedMemory = Readonly<Record<string, { readonly key: string; readonly entry: FeedEntry }>>;

/** Remembers the entries of feeds: a new story in one of forty must not have the others read and rendered again. */
export interface FeedMemories {
  /** The entry of a row of the feed at a path: the one of the last build where its key is the same, else a new one. */
  entryOf(path: string, row: TextRow, key: string, make: () => FeedEntry): FeedEntry;
  /** The feeds that were asked for, for the next build. */
  readonly fresh: ReadonlyMap<string, FeedMemory>;
}

/** Begins with what the last build remembered of the feed at a path. */
export function createFeedMemories(recall: (path: string) => FeedMemory | undefined): FeedMemories {
  const before = new Map<string, FeedMemory>();
  const fresh = new Map<string, Record<string, FeedMemory[string]>>();
  return {
    fresh,
    entryOf(path, row, key, make) {
      // Editions are few, and long: reading them again costs less than keeping them.
      if (row.story === undefined) return make();
      const memory = before.get(path) ?? recall(path) ?? {};
      before.set(path, memory);
      const last = memory[row.story];
      const entry = last?.key === key ? last.entry : make();
      const own = fresh.get(path) ?? {};
      fresh.set(path, own);
      own[row.story] = { key, entry };
      return entry;
    },
  };
}
