import { feedOf, FILES, PAGES, slotPath, topicPath } from "../../content/addresses.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { OverviewSite, Setting } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { findThreads } from "../../content/threads.ts";
import { type CorrectionEntry, listCorrections } from "../pages/corrections.ts";
import { definePages, type Excerpt, type Given, type Page, type TextName } from "../page.ts";
import type { Corrected } from "./corrected.ts";
import { type Feed, type FeedAround, viewFeed } from "./feed.ts";
import { completeEntry, type TextEntry, viewCorrectionEntry, viewTextEntry } from "./feed-entries.ts";
import { divideFeed, lastOlder, leadsOfEdition, MOST_EDITIONS } from "./older.ts";

/** The stories that a feed reaches back. */
export const MOST_STORIES = 40;

/** Addresses of this site. */
type Leads = readonly { readonly href: string }[];

/** What a feed of texts shows besides them. */
interface TextFeedAround extends FeedAround {
  /** Where its entries lead, and the document with older ones. */
  readonly leads: Leads;
  /** Which of its texts were put right lately. */
  readonly corrected: Corrected;
}

const entry = { name: "entry", of: viewTextEntry };
// Editions are few, and long: reading them again costs less than keeping them.
const EDITION_ENTRY: Excerpt<TextEntry> = { ...entry, isKept: false };
const STORY_ENTRY: Excerpt<TextEntry> = { ...entry, isKept: true };

function viewTextFeed(given: Given<TextFeedAround, TextEntry>): Feed {
  const { texts, around } = given;
  return viewFeed(
    given,
    texts.map((text) => completeEntry(text, given, around.corrected)),
  );
}

const viewAtomFeed = (given: Given<TextFeedAround, TextEntry>) => ({ atomFeeds: [viewTextFeed(given)] });
const viewJsonFeed = (given: Given<TextFeedAround, TextEntry>) => ({ jsonFeeds: [viewTextFeed(given)] });

const editionFeed = definePages("edition-feed", { excerpt: EDITION_ENTRY, view: viewAtomFeed });
const jsonFeed = definePages("json-feed", { excerpt: EDITION_ENTRY, view: viewJsonFeed });
const storyFeed = definePages("story-feed", { excerpt: STORY_ENTRY, view: viewAtomFeed });

interface CorrectionFeedAround extends FeedAround {
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
  /** The path of its text. */
  readonly path: string;
  readonly leads: Leads;
}

function rowOfEdition(base: string, edition: Listed): Row {
  return { name: { edition: edition.identity }, path: edition.path, leads: leadsOfEdition(base, edition) };
}

function rowOf(
  base: string,
  { identity }: Pick<Listed, "identity">,
  { identity: story, path }: Listed["stories"][number],
): Row {
  return { name: { edition: identity, story }, path, leads: [{ href: base + path }] };
}

/** Stories as feeds reach back: the latest of all, and the latest of each topic. */
function latestStories(base: string, newest: readonly Listed[]) {
  const latest: Row[] = [];
  const byTopic = new Map<string, Row[]>();
  for (const edition of newest)
    for (const story of edition.stories) {
      if (latest.length < MOST_STORIES) latest.push(rowOf(base, edition, story));
      if (story.topic === undefined) continue;
      const own = byTopic.get(story.topic) ?? [];
      if (own.length === 0) byTopic.set(story.topic, own);
      if (own.length < MOST_STORIES) own.push(rowOf(base, edition, story));
    }
  return { latest, byTopic };
}

/** What a feed of texts is besides its path and its entries. */
type About = Pick<TextFeedAround, "title" | "alternate" | "known" | "previous">;

/**
 * The feeds of editions (all, and of each slot) and of stories (all, and of each topic and thread). The editions are given the oldest
 * first; `corrected` tells which texts were put right lately.
 */
export function listTextFeeds(
  { publication, vocabularies, topics }: Setting,
  editions: readonly Listed[],
  corrected: Corrected,
): Page[] {
  const { name, slots, base } = publication;
  const m = messagesOf(publication);
  const newest = [...editions].reverse();
  const feed = (define: typeof storyFeed, path: string, about: About, rows: readonly Row[]): Page => {
    const older = about.previous === undefined ? [] : [{ href: base + about.previous }];
    const found = rows.flatMap((row) => {
      const kind = corrected[row.path];
      return kind === undefined ? [] : [[row.path, kind] as const];
    });
    return define(
      path,
      { ...about, leads: [...rows.flatMap(({ leads }) => leads), ...older], corrected: Object.fromEntries(found) },
      rows.map((row) => row.name),
    );
  };
  const { older, current } = divideFeed(editions);
  const ofAll = {
    about: { title: name, alternate: PAGES.home, previous: lastOlder(older.length) },
    rows: [...current].reverse().map((edition) => rowOfEdition(base, edition)),
  };
  const { latest, byTopic } = latestStories(base, newest);
  return [
    feed(editionFeed, feedOf(PAGES.home), ofAll.about, ofAll.rows),
    ...slots.map(({ id, name: title }) => {
      const own = newest.filter(({ slot }) => slot.id === id).slice(0, MOST_EDITIONS);
      const rows = own.map((edition) => rowOfEdition(base, edition));
      return feed(editionFeed, feedOf(slotPath(id)), { title, alternate: slotPath(id) }, rows);
    }),
    feed(storyFeed, FILES.storyFeed, { title: m.feed.stories({ name }), alternate: PAGES.home }, latest),
    ...[...byTopic].flatMap(([id, rows]) => {
      const title = m.feed.about({ name, subject: vocabularies.topics[id]?.name ?? id });
      const now = feedOf(topicPath(id));
      const before = (topics.former.get(id) ?? []).map((old) => feedOf(topicPath(old)));
      const first = feedOf(topicPath(topics.first.get(id) ?? id));
      const about = { title, alternate: topicPath(id), ...(before.length > 0 && { known: { now, first } }) };
      // Who subscribed to a topic by an earlier name asks at that address for ever.
      return [now, ...before].map((path) => feed(storyFeed, path, about, rows));
    }),
    ...findThreads(editions).map(({ path, parts }) => {
      const rows = parts.slice(-MOST_STORIES).reverse();
      return feed(
        storyFeed,
        feedOf(path),
        { title: m.feed.about({ name, subject: parts[0]?.story.short ?? "" }), alternate: path },
        rows.map(({ edition, story }) => rowOf(base, edition, story)),
      );
    }),
    // JSON Feed has no documents of older entries.
    feed(jsonFeed, FILES.jsonFeed, { title: name, alternate: PAGES.home }, ofAll.rows),
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
