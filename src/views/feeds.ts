import { feedOf, FILES, PAGES, slotPath, topicPath } from "../content/addresses.ts";
import { formatIso } from "../content/calendar.ts";
import type { Edition } from "../content/edition.ts";
import type { EditionOutline, StoryOutline } from "../content/outline.ts";
import type { AiLevel } from "../content/schema.ts";
import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";
import { findThreads } from "../content/threads.ts";
import { mostAutomated } from "./ai.ts";
import { type CorrectionEntry, listCorrections } from "./corrections.ts";
import { describeBriefly } from "./edition-page.ts";
import { type EditionView, editionLabels, editionTitle, lastEditionChange, viewEdition } from "./edition.ts";
import { shorten } from "./head.ts";
import { originOf } from "./json-ld.ts";
import type { LinkView } from "./link.ts";
import { type CorrectionView, lastChange, type PersonView, viewLabels, viewPeople } from "./story.ts";
import { type StoryAlone, viewStoryAlone } from "./story-page.ts";

/** An entry of a feed, with its full text as a view. */
export interface FeedEntry {
  /** A `tag:` URI that outlives any change of title (RFC 4151). */
  readonly id: string;
  readonly url: string;
  /** With the labels that a reader must see before following it. */
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly PersonView[];
  readonly categories: readonly string[];
  readonly summary: string;
  readonly ai: AiLevel;
  readonly content:
    | { readonly edition: EditionView }
    | { readonly alone: StoryAlone }
    | { readonly correction: CorrectionView; readonly of: LinkView };
}

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
  readonly author: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** The editions that a feed reaches back. */
export const MOST_EDITIONS = 20;
/** The stories that a feed reaches back. */
export const MOST_STORIES = 40;

function tag(site: Site, date: string, name: string): string {
  return `tag:${site.publication.host},${date}:${name}`;
}

function titleWithLabels(title: string, labels: readonly string[]): string {
  return [title, ...labels].join(" · ");
}

function viewEditionEntry(site: Site, edition: Edition): FeedEntry {
  const { url, zone } = site.publication;
  const view = viewEdition(site, edition);
  return {
    id: tag(site, edition.dateline.date, edition.identity),
    url: url + edition.path,
    title: titleWithLabels(editionTitle(site, edition).whole, editionLabels(edition)),
    published: formatIso(edition.publish, zone),
    updated: formatIso(lastEditionChange(site, edition), zone),
    authors: view.byline,
    categories: [...new Set(view.stories.flatMap(({ topic }) => topic?.text ?? []))],
    summary: describeBriefly(edition) ?? "",
    ai: mostAutomated([edition.ai, ...edition.stories.map(({ ai }) => ai)]),
    content: { edition: view },
  };
}

function viewStoryEntry(site: Site, story: Story, edition: Edition): FeedEntry {
  const { url, zone } = site.publication;
  const alone = viewStoryAlone(site, story, edition);
  return {
    id: tag(site, edition.dateline.date, story.identity),
    url: url + story.path,
    title: titleWithLabels(story.title, viewLabels(story.ai, story.programmes.length > 0)),
    published: formatIso(story.publish, zone),
    updated: formatIso(lastChange(site, story), zone),
    authors: viewPeople(site, story.byline),
    categories: [...(alone.story.topic ? [alone.story.topic.text] : []), ...story.tags],
    summary: shorten(story.summary.opening),
    ai: story.ai,
    content: { alone },
  };
}

function viewCorrectionEntry(site: Site, { identity, date, of, labels, correction }: CorrectionEntry): FeedEntry {
  return {
    id: tag(site, date, identity),
    url: originOf(site) + of.href,
    title: titleWithLabels(`${correction.label}: ${of.text}`, labels),
    published: correction.at.iso,
    updated: correction.at.iso,
    authors: [],
    categories: [],
    summary: correction.text,
    ai: "human-only",
    content: { correction, of },
  };
}

/** A text of a feed by identity, before it is read: an edition, or one of its stories. */
export interface TextRow {
  readonly edition: string;
  readonly story?: string;
}

/** A feed before its texts are read. */
export interface FeedPlan {
  readonly path: string;
  readonly title: string;
  readonly alternate: string;
  readonly rows: readonly (TextRow | CorrectionEntry)[];
}

/** An edition with its texts, and the site as far as it may know it. */
export interface Loaded {
  readonly site: Site;
  readonly edition: Edition;
}

/** Derives the entry of an edition, or of one of its stories. */
export function viewTextEntry({ site, edition }: Loaded, row: TextRow): FeedEntry {
  if (row.story === undefined) return viewEditionEntry(site, edition);
  const story = edition.stories.find(({ identity }) => identity === row.story);
  if (!story) throw new Error(`${row.story} is not in its edition`);
  return viewStoryEntry(site, story, edition);
}

/** Derives a feed; `entryOf` gives the entries of texts. */
export function viewFeed(site: Site, plan: FeedPlan, entryOf: (row: TextRow) => FeedEntry): Feed {
  const { path, title, alternate, rows } = plan;
  const { publication } = site;
  const entries = rows.map((row) => ("correction" in row ? viewCorrectionEntry(site, row) : entryOf(row)));
  return {
    path,
    id: publication.url + path,
    title,
    subtitle: publication.tagline,
    self: publication.url + path,
    alternate: publication.url + alternate,
    origin: originOf(site),
    language: publication.language,
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

/** What is known of a visible edition before its texts are read. */
type Listed = Pick<EditionOutline, "identity" | "slot" | "dateline"> & {
  readonly stories: readonly Pick<StoryOutline, "identity" | "topic" | "short" | "follows">[];
};

function planEditions(path: string, title: string, alternate: string, newest: readonly Listed[]): FeedPlan {
  const rows = newest.slice(0, MOST_EDITIONS).map(({ identity }) => ({ edition: identity }));
  return { path, title, alternate, rows };
}

/** The Atom feeds of editions (all, and of each slot) and of stories (all, and of each topic and thread). */
export function planTextFeeds(site: Site, editions: readonly Listed[]): FeedPlan[] {
  const { name, slots } = site.publication;
  const newest = [...editions].reverse();
  const latest: TextRow[] = [];
  const byTopic = new Map<string, TextRow[]>();
  for (const { identity: edition, stories } of newest) {
    for (const { identity: story, topic } of stories) {
      if (latest.length < MOST_STORIES) latest.push({ edition, story });
      if (topic === undefined) continue;
      const own = byTopic.get(topic) ?? [];
      if (own.length === 0) byTopic.set(topic, own);
      if (own.length < MOST_STORIES) own.push({ edition, story });
    }
  }
  return [
    planEditions(feedOf(PAGES.home), name, PAGES.home, newest),
    ...slots.map(({ id, name: title }) => {
      const own = newest.filter(({ slot }) => slot.id === id);
      return planEditions(feedOf(slotPath(id)), title, slotPath(id), own);
    }),
    { path: FILES.storyFeed, title: `${name}: stories`, alternate: PAGES.home, rows: latest },
    ...[...byTopic].map(([id, rows]) => ({
      path: feedOf(topicPath(id)),
      title: `${name}: ${site.vocabularies.topics[id]?.name ?? id}`,
      alternate: topicPath(id),
      rows,
    })),
    ...findThreads(editions).map(({ path, parts }) => ({
      path: feedOf(path),
      title: `${name}: ${parts[0]?.story.short ?? ""}`,
      alternate: path,
      rows: parts
        .slice(-MOST_STORIES)
        .reverse()
        .map(({ edition, story }) => ({ edition: edition.identity, story: story.identity })),
    })),
  ];
}

export function planCorrectionFeed(site: Site, editions: readonly EditionOutline[]): FeedPlan {
  return {
    path: feedOf(PAGES.corrections),
    title: `${site.publication.name}: corrections`,
    alternate: PAGES.corrections,
    rows: listCorrections(site, editions).slice(0, MOST_STORIES),
  };
}

export function planJsonFeed(site: Site, editions: readonly Listed[]): FeedPlan {
  return planEditions(FILES.jsonFeed, site.publication.name, PAGES.home, [...editions].reverse());
}
