import type { OwnMessages } from "../../locales/locale.ts";
import { feedOf, FILES, PAGES, slotPath, topicPath } from "../../content/addresses.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { OverviewSite, Setting } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { findThreads } from "../../content/threads.ts";
import { type CorrectionEntry, listCorrections } from "../pages/corrections.ts";
import { originOf } from "../../content/publication.ts";
import { definePages, type Excerpt, type Given, type Page, type TextName } from "../page.ts";

import { type FeedEntry, viewCorrectionEntry, viewTextEntry } from "./feed-entries.ts";
/** A feed as Atom (RFC 4287) and JSON Feed 1.1 print it. */
export interface Feed {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly self: string;
  readonly alternate: string;
  readonly origin: string;
  readonly language: string;
  readonly messages: OwnMessages;
  readonly author: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** The editions that a feed reaches back. */
export const MOST_EDITIONS = 20;
/** The stories that a feed reaches back. */
export const MOST_STORIES = 40;

/** What a feed shows besides its entries. */
interface FeedAround {
  readonly title: string;
  /** The path of the page of which it is the feed. */
  readonly alternate: string;
  /** The path of the feed now and at first, where it had another: by the first it is known for ever. */
  readonly known?: { readonly now: string; readonly first: string };
  /** Where its entries lead. */
  readonly leads: readonly { readonly href: string }[];
}

function viewFeed(
  { setting, path, around }: Given<Omit<FeedAround, "leads">, unknown>,
  entries: readonly FeedEntry[],
): Feed {
  const { publication } = setting;
  return {
    path,
    id: publication.url + (around.known?.first ?? path),
    title: around.title,
    subtitle: publication.tagline,
    self: publication.url + (around.known?.now ?? path),
    alternate: publication.url + around.alternate,
    origin: originOf(setting.publication),
    language: publication.language,
    messages: publication.messages,
    author: publication.publisher.name,
    updated: entries
      .map(({ updated }) => updated)
      .reduce(
        (latest, updated) => (Date.parse(updated) > Date.parse(latest) ? updated : latest),
        "1970-01-01T00:00:00Z",
      ),
    entries,
  };
}

const entry = { name: "entry", of: viewTextEntry };
// Editions are few, and long: reading them again costs less than keeping them.
const EDITION_ENTRY: Excerpt<FeedEntry> = { ...entry, isKept: false };
const STORY_ENTRY: Excerpt<FeedEntry> = { ...entry, isKept: true };

const viewAtomFeed = (given: Given<FeedAround, FeedEntry>) => ({ atomFeeds: [viewFeed(given, given.texts)] });
const viewJsonFeed = (given: Given<FeedAround, FeedEntry>) => ({ jsonFeeds: [viewFeed(given, given.texts)] });

const editionFeed = definePages("edition-feed", { excerpt: EDITION_ENTRY, view: viewAtomFeed });
const jsonFeed = definePages("json-feed", { excerpt: EDITION_ENTRY, view: viewJsonFeed });
const storyFeed = definePages("story-feed", { excerpt: STORY_ENTRY, view: viewAtomFeed });

interface CorrectionFeedAround extends Omit<FeedAround, "leads"> {
  readonly corrections: readonly CorrectionEntry[];
}

const correctionFeed = definePages("correction-feed", {
  view(given: Given<CorrectionFeedAround, unknown>) {
    const entries = given.around.corrections.map((entry) => viewCorrectionEntry(given.setting, entry));
    return { atomFeeds: [viewFeed(given, entries)] };
  },
});

/** What is known of a visible edition before its texts are read. */
type Listed = Pick<EditionOutline, "identity" | "path" | "slot" | "dateline"> & {
  readonly stories: readonly Pick<StoryOutline, "identity" | "path" | "topic" | "short" | "follows">[];
};

/** An entry of a feed before its text is read. */
interface Row {
  readonly name: TextName;
  readonly paths: readonly string[];
}

function rowOf({ identity }: Listed, story: Listed["stories"][number]): Row {
  return { name: { edition: identity, story: story.identity }, paths: [story.path] };
}

/** Stories as feeds reach back: the latest of all, and the latest of each topic. */
function latestStories(newest: readonly Listed[]) {
  const latest: Row[] = [];
  const byTopic = new Map<string, Row[]>();
  for (const edition of newest)
    for (const story of edition.stories) {
      if (latest.length < MOST_STORIES) latest.push(rowOf(edition, story));
      if (story.topic === undefined) continue;
      const own = byTopic.get(story.topic) ?? [];
      if (own.length === 0) byTopic.set(story.topic, own);
      if (own.length < MOST_STORIES) own.push(rowOf(edition, story));
    }
  return { latest, byTopic };
}

/** The feeds of editions (all, and of each slot) and of stories (all, and of each topic and thread). */
export function listTextFeeds({ publication, vocabularies, topics }: Setting, editions: readonly Listed[]): Page[] {
  const { name, slots, base } = publication;
  const m = messagesOf(publication);
  const newest = [...editions].reverse();
  const feed = (
    define: typeof storyFeed,
    path: string,
    title: string,
    alternate: string,
    rows: readonly Row[],
    known?: FeedAround["known"],
  ) => {
    const leads = rows.flatMap(({ paths }) => paths).map((lead) => ({ href: base + lead }));
    return define(
      path,
      { title, alternate, leads, ...(known && { known }) },
      rows.map((row) => row.name),
    );
  };
  const editionsOf = (
    define: typeof editionFeed,
    path: string,
    title: string,
    alternate: string,
    own: readonly Listed[],
  ) =>
    feed(
      define,
      path,
      title,
      alternate,
      own.slice(0, MOST_EDITIONS).map((edition) => ({
        name: { edition: edition.identity },
        paths: [edition.path, ...edition.stories.map((story) => story.path)],
      })),
    );
  const { latest, byTopic } = latestStories(newest);
  return [
    editionsOf(editionFeed, feedOf(PAGES.home), name, PAGES.home, newest),
    ...slots.map(({ id, name: title }) => {
      const own = newest.filter(({ slot }) => slot.id === id);
      return editionsOf(editionFeed, feedOf(slotPath(id)), title, slotPath(id), own);
    }),
    feed(storyFeed, FILES.storyFeed, m.feed.stories({ name }), PAGES.home, latest),
    ...[...byTopic].flatMap(([id, rows]) => {
      const title = m.feed.about({ name, subject: vocabularies.topics[id]?.name ?? id });
      const now = feedOf(topicPath(id));
      const before = (topics.former.get(id) ?? []).map((old) => feedOf(topicPath(old)));
      const first = feedOf(topicPath(topics.first.get(id) ?? id));
      const known = before.length === 0 ? undefined : { now, first };
      // Who subscribed to a topic by an earlier name asks at that address for ever.
      return [now, ...before].map((path) => feed(storyFeed, path, title, topicPath(id), rows, known));
    }),
    ...findThreads(editions).map(({ path, parts }) => {
      const rows = parts.slice(-MOST_STORIES).reverse();
      const title = m.feed.about({ name, subject: parts[0]?.story.short ?? "" });
      return feed(
        storyFeed,
        feedOf(path),
        title,
        path,
        rows.map(({ edition, story }) => rowOf(edition, story)),
      );
    }),
    editionsOf(jsonFeed, FILES.jsonFeed, name, PAGES.home, newest),
  ];
}

/** The feed of corrections. */
export function listCorrectionFeed(site: OverviewSite, editions: readonly EditionOutline[]): Page {
  return correctionFeed(feedOf(PAGES.corrections), {
    title: messagesOf(site.publication).feed.corrections({ name: site.publication.name }),
    alternate: PAGES.corrections,
    corrections: listCorrections(site, editions).slice(0, MOST_STORIES),
  });
}
