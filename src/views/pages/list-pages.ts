import { rememberOf } from "../../content/words/remember.ts";
import { feedOf, monthPath, PAGES, publisherPath, slotPath, topicPath, yearPath } from "../../content/addresses.ts";
import { withoutWww } from "../../content/links/web-address.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { formatDigits } from "../../locales/format.ts";
import { messagesOf } from "../../locales/messages.ts";
import { countCitations, describeShare } from "../parts/citations.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { inPhrases, titleOfPage } from "../parts/phrase.ts";
import { type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import type { ExternalLinkView, LinkView } from "../parts/link.ts";
import { type Light, lightAt } from "../parts/light.ts";
import type { PageView } from "../page-view.ts";
import { paginate } from "../parts/pager.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { perArchive } from "../per-setting.ts";
import { atomLink, type FeedLink, type Shell, slotFeed } from "../shell.ts";
import { type Teaser, viewEditionTeaser, viewStoryTeaser } from "../parts/teaser.ts";
import { viewClock } from "../parts/time.ts";
import { newestStories } from "../visible.ts";

/** A page of a list of stories or editions, the newest first. */
export interface ListPageView extends PageView {
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

/** What a row is about: an edition or a story. */
type Row = EditionOutline | StoryOutline;

function titleOf(row: Row): string {
  if (!("stories" in row)) return row.title + (row.whatsNew ?? "");
  return row.title ?? row.stories.map(({ short }) => short).join(", ");
}

/** Bytes of a row's title and address. */
const weigh = rememberOf((row: Row): number => Buffer.byteLength(titleOf(row)) + row.path.length);

/** A list before it is cut into pages. */
export interface List {
  readonly path: string;
  readonly title: string;
  /** The title within a phrase, where it is another there. */
  readonly named?: string;
  readonly kicker?: LinkView;
  readonly introduction?: string | undefined;
  readonly website?: ExternalLinkView;
  readonly disclosure?: DisclosureView | undefined;
  readonly light?: Light;
  readonly feed?: FeedLink;
  readonly isTimeline?: boolean;
  readonly count: string;
  readonly rows: readonly Row[];
  /** Whether its rows name their topics. */
  readonly withTopics?: boolean;
}

type ListAround = Omit<ListPageView, "path" | "shell" | "rows"> & {
  readonly rows: readonly Row[];
  readonly withTopics: boolean;
};

function viewListPage({ setting, shell, path, around }: Given<ListAround, unknown>) {
  const { rows, withTopics, ...rest } = around;
  const teasers = rows.map((row): Teaser => {
    if ("stories" in row) return viewEditionTeaser(setting, row);
    const teaser = viewStoryTeaser(setting, row, withTopics);
    return rest.isTimeline ? { ...teaser, note: row.whatsNew } : teaser;
  });
  return { lists: [{ path, shell, ...rest, rows: teasers }] };
}

const listPage = definePages("lists", { view: viewListPage });

/** The pages of a list. */
export function listPagesOf(site: OverviewSite, shell: Shell, list: List): Page[] {
  const { publication } = site;
  const m = messagesOf(publication);
  const description = list.introduction ?? m.list.described({ title: list.named ?? list.title, length: list.count });
  return paginate(list.path, list.rows, publication, { weigh }).map(({ path, number, of, items, newer, older }) =>
    listPage(path, {
      head: {
        title: titleOfPage(list.title, number, publication),
        description,
        canonical: publication.url + path,
        feeds: list.feed ? [list.feed] : [],
        trail: list.kicker ? [list.kicker] : [],
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
      rows: items,
      withTopics: list.withTopics ?? true,
    } satisfies ListAround),
  );
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

export function listSlotPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { slots } = site.publication;
  const m = messagesOf(site.publication);
  return slots.flatMap((slot) => {
    const { id, name, time } = slot;
    const own = editions.filter((edition) => edition.slot.id === id).reverse();
    return listPagesOf(site, shell, {
      path: slotPath(id),
      title: name,
      introduction: m.list.slot({ slot: name, clock: viewClock(inPhrases(site.publication), time) }),
      light: lightAt(time),
      feed: slotFeed(site, slot),
      count: m.list.editions({ count: own.length }),
      rows: own,
    });
  });
}

/** Stories by topic id, the newest first; topics without a story are left out. */
export const storiesByTopic = perArchive((editions): ReadonlyMap<string, readonly StoryOutline[]> =>
  groupBy(newestStories(editions), ({ topic }) => topic),
);

export function listTopicPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { base } = site.publication;
  const m = messagesOf(site.publication);
  return [...storiesByTopic(editions)].flatMap(([id, stories]) => {
    const topic = site.vocabularies.topics[id];
    const title = topic?.name ?? id;
    return listPagesOf(site, shell, {
      path: topicPath(id),
      kicker: { href: base + PAGES.topics, text: m.pages.topics, isSaid: true as const },
      title,
      introduction: topic?.description,
      feed: atomLink(base + feedOf(topicPath(id)), title),
      count: m.text.stories({ count: stories.length }),
      rows: stories,
      withTopics: false,
    });
  });
}

const storiesByName = perArchive((editions) => {
  const groups = new Map<string, StoryOutline[]>();
  for (const story of newestStories(editions)) {
    for (const name of new Set(story.publishers)) {
      const group = groups.get(name);
      if (group) group.push(story);
      else groups.set(name, [story]);
    }
  }
  return groups;
});

/** Stories by the publishers they cite, the newest first. */
export function storiesByPublisher(
  site: OverviewSite,
  editions: readonly EditionOutline[],
): [string, readonly StoryOutline[]][] {
  return [...storiesByName(editions)].filter(([id]) => Object.hasOwn(site.vocabularies.publishers, id));
}

export function listPublisherPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { base } = site.publication;
  const m = messagesOf(site.publication);
  const citations = countCitations(editions);
  return storiesByPublisher(site, editions).flatMap(([id, stories]) => {
    const publisher = site.vocabularies.publishers[id];
    if (!publisher) return [];
    const programme = site.ledger.programmeOf(publisher.url);
    return listPagesOf(site, shell, {
      path: publisherPath(id),
      kicker: { href: base + PAGES.publishers, text: m.pages.publishers, isSaid: true as const },
      title: publisher.name,
      introduction: publisher.paywall ? m.list.paywall : undefined,
      website: {
        href: publisher.url,
        text: withoutWww(new URL(publisher.url).hostname),
        paid: programme !== undefined,
      },
      disclosure: viewDisclosure(site, programme === undefined ? [] : [programme], "page"),
      count: m.list.citations({ count: stories.length, share: describeShare(citations, id, m) }),
      rows: stories,
    });
  });
}

export function listMonthPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { base, language } = site.publication;
  const m = messagesOf(site.publication);
  return [...groupBy([...editions].reverse(), ({ dateline }) => dateline.date.slice(0, 7))].flatMap(([month, own]) => {
    const [year = ""] = month.split("-");
    return listPagesOf(site, shell, {
      path: monthPath(month),
      kicker: { href: base + yearPath(year), text: formatDigits(language, year) },
      title: formatDay(month, language, "month"),
      named: formatDay(month, tagOfWords(language), "month"),
      count: m.list.editions({ count: own.length }),
      rows: own,
    });
  });
}
