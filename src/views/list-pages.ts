import { feedOf, monthPath, PAGES, publisherPath, slotPath, topicPath, yearPath } from "../content/addresses.ts";
import { formatDay } from "../content/calendar.ts";
import type { EditionOutline, StoryOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { countCitations, describeShare } from "./citations.ts";
import { countOf } from "./count.ts";
import { type DisclosureView, viewDisclosure } from "./disclosure.ts";
import type { ExternalLinkView, LinkView } from "./link.ts";
import { type Light, lightAt } from "./light.ts";
import type { Page } from "./page.ts";
import { paginate } from "./pager.ts";
import { type Planned, planRows, type Subject } from "./planned.ts";
import { perArchive } from "./per-site.ts";
import type { FeedLink, Shell } from "./shell.ts";
import { type Teaser, viewEditionTeaser, viewStoryTeaser } from "./teaser.ts";
import { newestStories, type Placed } from "./visible.ts";

/** A page of a list of stories or editions, the newest first. */
export interface ListPageView extends Page {
  readonly kicker: LinkView | undefined;
  readonly title: string;
  readonly introduction: string | undefined;
  readonly website: ExternalLinkView | undefined;
  readonly disclosure: DisclosureView | undefined;
  readonly count: string;
  readonly light: Light;
  readonly feed: FeedLink | undefined;
  /** Whether its rows tell one after the other what happened. */
  readonly isTimeline: boolean;
  readonly rows: readonly Teaser[];
  readonly number: number;
  readonly of: number;
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

const weights = new WeakMap<EditionOutline | StoryOutline, number>();

/** Bytes of a row's title and address. */
function weigh({ edition, story }: Subject): number {
  const about = story ?? edition;
  const known = weights.get(about);
  if (known !== undefined) return known;
  const title = story?.title ?? edition.title ?? edition.stories.map(({ short }) => short).join(", ");
  const weight = Buffer.byteLength(title + (story?.whatsNew ?? "")) + about.path.length;
  weights.set(about, weight);
  return weight;
}

/** A list before it is cut into pages. */
export interface List<Row extends Subject> {
  readonly path: string;
  readonly title: string;
  readonly kicker?: LinkView;
  readonly introduction?: string | undefined;
  readonly website?: ExternalLinkView;
  readonly disclosure?: DisclosureView | undefined;
  readonly light?: Light;
  readonly feed?: FeedLink;
  readonly isTimeline?: boolean;
  readonly count: string;
  readonly rows: readonly Row[];
  readonly derive: (row: Row) => Teaser;
}

/** Plans the pages of a list. */
export function planList<Row extends Subject>(site: Site, shell: Shell, list: List<Row>): Planned<ListPageView>[] {
  const { url, base } = site.publication;
  return paginate(list.path, list.rows, base, { weigh }).map(({ path, number, of, items, newer, older }) => {
    const frame = {
      head: {
        title: number === 1 ? list.title : `${list.title}, page ${number}`,
        description: list.introduction ?? `${list.title}: ${list.count}.`,
        canonical: url + path,
        feeds: list.feed ? [list.feed] : [],
        previous: newer?.href,
        next: older?.href,
      },
      kicker: list.kicker,
      title: list.title,
      introduction: list.introduction,
      website: list.website,
      disclosure: list.disclosure,
      count: list.count,
      light: list.light ?? shell.light,
      feed: list.feed,
      isTimeline: list.isTimeline ?? false,
      number,
      of,
      newer,
      older,
    };
    return planRows(path, shell, frame, items, () => ({ rows: items.map(list.derive) }));
  });
}

/** Groups in order of first appearance. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function feedLink(base: string, path: string, title: string): FeedLink {
  return { href: base + feedOf(path), type: "application/atom+xml", title };
}

export function planSlotLists(site: Site, editions: readonly EditionOutline[], shell: Shell): Planned<ListPageView>[] {
  const { slots, base } = site.publication;
  return slots.flatMap(({ id, name, time }) => {
    const own = editions.filter(({ slot }) => slot.id === id).reverse();
    return planList(site, shell, {
      path: slotPath(id),
      title: name,
      introduction: `Every edition of ${name}, which appears at ${time}.`,
      light: lightAt(time),
      feed: feedLink(base, slotPath(id), name),
      count: countOf(own.length, "edition", "editions"),
      rows: own.map((edition) => ({ edition })),
      derive: ({ edition }) => viewEditionTeaser(site, edition),
    });
  });
}

/** Stories by topic id, the newest first; topics without a story are left out. */
export const storiesByTopic = perArchive((editions): ReadonlyMap<string, readonly Placed[]> =>
  groupBy(newestStories(editions), ({ story }) => story.topic),
);

export function planTopicLists(site: Site, editions: readonly EditionOutline[], shell: Shell): Planned<ListPageView>[] {
  const { base } = site.publication;
  return [...storiesByTopic(editions)].flatMap(([id, stories]) => {
    const topic = site.vocabularies.topics[id];
    const title = topic?.name ?? id;
    return planList(site, shell, {
      path: topicPath(id),
      kicker: { href: base + PAGES.topics, text: "Topics" },
      title,
      introduction: topic?.description,
      feed: feedLink(base, topicPath(id), title),
      count: countOf(stories.length, "story", "stories"),
      rows: stories,
      derive: (placed) => viewStoryTeaser(site, placed, false),
    });
  });
}

const storiesByName = perArchive((editions) => {
  const groups = new Map<string, Placed[]>();
  for (const placed of newestStories(editions)) {
    for (const name of new Set(placed.story.publishers)) {
      const group = groups.get(name);
      if (group) group.push(placed);
      else groups.set(name, [placed]);
    }
  }
  return groups;
});

/** Stories by the publishers they cite, the newest first. */
export function storiesByPublisher(site: Site, editions: readonly EditionOutline[]): [string, readonly Placed[]][] {
  return [...storiesByName(editions)].filter(([id]) => Object.hasOwn(site.vocabularies.publishers, id));
}

export function planPublisherLists(
  site: Site,
  editions: readonly EditionOutline[],
  shell: Shell,
): Planned<ListPageView>[] {
  const { base } = site.publication;
  const citations = countCitations(editions);
  return storiesByPublisher(site, editions).flatMap(([id, stories]) => {
    const publisher = site.vocabularies.publishers[id];
    if (!publisher) return [];
    const programme = site.ledger.programmeOf(publisher.url);
    return planList(site, shell, {
      path: publisherPath(id),
      kicker: { href: base + PAGES.publishers, text: "Publishers" },
      title: publisher.name,
      introduction: publisher.paywall ? "Reading its pages may need a subscription." : undefined,
      website: {
        href: publisher.url,
        text: new URL(publisher.url).hostname.replace(/^www\./, ""),
        paid: programme !== undefined,
      },
      disclosure: viewDisclosure(site, programme === undefined ? [] : [programme], "page"),
      count: `Cited in ${countOf(stories.length, "story", "stories")}; ${describeShare(citations, id)}`,
      rows: stories,
      derive: (placed) => viewStoryTeaser(site, placed),
    });
  });
}

export function planMonthLists(site: Site, editions: readonly EditionOutline[], shell: Shell): Planned<ListPageView>[] {
  const { base, language } = site.publication;
  return [...groupBy([...editions].reverse(), ({ dateline }) => dateline.date.slice(0, 7))].flatMap(([month, own]) => {
    const year = month.slice(0, 4);
    return planList(site, shell, {
      path: monthPath(month),
      kicker: { href: base + yearPath(year), text: year },
      title: formatDay(month, language, "month"),
      count: countOf(own.length, "edition", "editions"),
      rows: own.map((edition) => ({ edition })),
      derive: ({ edition }) => viewEditionTeaser(site, edition),
    });
  });
}
