import { formatIso } from "../content/calendar.ts";
import type { Edition } from "../content/edition.ts";
import type { EditionOutline, StoryOutline } from "../content/outline.ts";
import type { AiLevel } from "../content/schema.ts";
import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";
import { mostAutomated } from "./ai.ts";
import { type CorrectionEntry, listCorrections } from "./corrections.ts";
import { describeBriefly } from "./edition-page.ts";
import { type EditionView, editionLabels, editionTitle, lastEditionChange, viewEdition } from "./edition.ts";
import { shorten } from "./head.ts";
import { originOf } from "./json-ld.ts";
import type { LinkView } from "./link.ts";
import { storiesByTopic } from "./list-pages.ts";
import { type CorrectionView, lastChange, type PersonView, viewLabels, viewPeople } from "./story.ts";
import { type StoryAlone, viewStoryAlone } from "./story-page.ts";
import { newestStories, type Placed } from "./visible.ts";

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

/** A row of a feed before its text is known. */
export type FeedRow =
  { readonly edition: EditionOutline; readonly story?: StoryOutline } | { readonly correction: CorrectionEntry };

/** A feed before the texts of its rows are known. */
export interface FeedPlan {
  readonly path: string;
  readonly title: string;
  readonly alternate: string;
  readonly rows: readonly FeedRow[];
}

/** An edition with its texts, and the site as far as it may know it. */
export interface Loaded {
  readonly site: Site;
  readonly edition: Edition;
}

/** Finds an edition's texts by its outline. */
export type Load = (outline: EditionOutline) => Loaded;

function viewRow(site: Site, row: FeedRow, load: Load): FeedEntry {
  if ("correction" in row) return viewCorrectionEntry(site, row.correction);
  const { site: known, edition } = load(row.edition);
  if (!row.story) return viewEditionEntry(known, edition);
  const story = edition.stories.find(({ slug }) => slug === row.story?.slug);
  if (!story) throw new Error(`${row.story.identity} is not in its edition`);
  return viewStoryEntry(known, story, edition);
}

export function viewFeed(site: Site, { path, title, alternate, rows }: FeedPlan, load: Load): Feed {
  const { publication } = site;
  const entries = rows.map((row) => viewRow(site, row, load));
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

function planEditions(path: string, title: string, alternate: string, newest: readonly EditionOutline[]): FeedPlan {
  return { path, title, alternate, rows: newest.slice(0, MOST_EDITIONS).map((edition) => ({ edition })) };
}

/** The Atom feeds of editions (all, and of each slot), of stories (all, and of each topic) and of corrections. */
export function planAtomFeeds(site: Site, editions: readonly EditionOutline[]): FeedPlan[] {
  const { name, slots } = site.publication;
  const newest = [...editions].reverse();
  const ofStories = (path: string, title: string, alternate: string, own: readonly Placed[]): FeedPlan => ({
    path,
    title,
    alternate,
    rows: own.slice(0, MOST_STORIES),
  });
  const corrections = listCorrections(site, editions).slice(0, MOST_STORIES);
  return [
    {
      path: "/corrections/feed.xml",
      title: `${name}: corrections`,
      alternate: "/corrections/",
      rows: corrections.map((correction) => ({ correction })),
    },
    planEditions("/feed.xml", name, "/", newest),
    ...slots.map(({ id, name: title }) =>
      planEditions(
        `/${id}/feed.xml`,
        title,
        `/${id}/`,
        newest.filter(({ slot }) => slot.id === id),
      ),
    ),
    ofStories("/stories.xml", `${name}: stories`, "/", newestStories(editions.slice(-MOST_STORIES))),
    ...[...storiesByTopic(editions)].map(([id, stories]) =>
      ofStories(
        `/topics/${id}/feed.xml`,
        `${name}: ${site.vocabularies.topics[id]?.name ?? id}`,
        `/topics/${id}/`,
        stories,
      ),
    ),
  ];
}

export function planJsonFeed(site: Site, editions: readonly EditionOutline[]): FeedPlan {
  return planEditions("/feed.json", site.publication.name, "/", [...editions].reverse());
}
