import { monthPath, PAGES, publisherPath, topicPath, yearPath } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { countOf } from "../parts/count.ts";
import { titleOfPage } from "../parts/phrase.ts";
import type { LinkView } from "../parts/link.ts";
import { groupBy, storiesByPublisher, storiesByTopic } from "./list-pages.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import { paginate } from "../parts/pager.ts";

/** An entry of a page that leads to lists. */
export interface Entry extends LinkView {
  readonly count: string;
  readonly description: string | undefined;
  /** What is said of it in the program's own words. */
  readonly said?: string;
}

export interface EntryGroup {
  readonly heading: LinkView | undefined;
  readonly entries: readonly Entry[];
}

/** A page that leads to lists: all topics, all publishers, the archive's years and months. */
export interface DirectoryPage extends PageView {
  readonly kicker: LinkView | undefined;
  readonly title: string;
  readonly introduction: string;
  readonly groups: readonly EntryGroup[];
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

const GROUPS_A_PAGE = 10;
const ENTRIES_A_PAGE = 100;

/** Such a page before it is cut. */
export interface Directory {
  readonly path: string;
  readonly title: string;
  readonly introduction: string;
  readonly kicker?: LinkView;
  readonly groups: readonly EntryGroup[];
}

const directoryPage = defineWhole<DirectoryPage>("directories");

export function listDirectory(site: OverviewSite, { path, title, introduction, kicker, groups }: Directory): Page[] {
  const { url, base } = site.publication;
  const [only] = groups;
  const cut =
    groups.length === 1 && only
      ? paginate(path, only.entries, base, {
          size: ENTRIES_A_PAGE,
          weigh: ({ text, href, description = "" }) => Buffer.byteLength(text + href + description),
        }).map((page) => ({
          ...page,
          items: [{ ...only, entries: page.items }],
        }))
      : paginate(path, groups, base, { size: GROUPS_A_PAGE });
  return cut.map((page) =>
    directoryPage({
      path: page.path,
      head: {
        title: titleOfPage(title, page.number, site.publication.language),
        description: introduction,
        canonical: url + page.path,
        trail: kicker ? [kicker] : [],
      },
      kicker,
      title,
      introduction,
      groups: page.items,
      newer: page.newer,
      older: page.older,
    }),
  );
}

function byText(language: string): (a: LinkView, b: LinkView) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => compare(a.text, b.text);
}

export function listTopicDirectory(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language } = site.publication;
  const entries = [...storiesByTopic(editions)].map(([id, stories]): Entry => {
    const topic = site.vocabularies.topics[id];
    return {
      href: base + topicPath(id),
      text: topic?.name ?? id,
      count: countOf(stories.length, "story", "stories"),
      description: topic?.description,
    };
  });
  return listDirectory(site, {
    path: PAGES.topics,
    title: "Topics",
    introduction: `What ${site.publication.name} covers.`,
    groups: [{ heading: undefined, entries: entries.sort(byText(language)) }],
  });
}

export function listPublisherDirectory(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language } = site.publication;
  const entries = storiesByPublisher(site, editions).map(([id, stories]): Entry => ({
    href: base + publisherPath(id),
    text: site.vocabularies.publishers[id]?.name ?? id,
    count: `cited in ${countOf(stories.length, "story", "stories")}`,
    description: undefined,
  }));
  return listDirectory(site, {
    path: PAGES.publishers,
    title: "Publishers",
    introduction: "Everyone whose work these editions rest on.",
    groups: [{ heading: undefined, entries: entries.sort(byText(language)) }],
  });
}

/** The archive's own page with every year, and a page for each year with its months. */
export function listArchiveDirectories(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language, name } = site.publication;
  const newest = [...editions].reverse();
  const years = [...groupBy(newest, ({ dateline }) => dateline.date.slice(0, 4))].map(([year, own]) => {
    const months = [...groupBy(own, ({ dateline }) => dateline.date.slice(0, 7))].map(([month, inMonth]): Entry => ({
      href: base + monthPath(month),
      text: formatDay(month, language, "monthName"),
      count: `${countOf(inMonth.length, "edition", "editions")}, ${countOf(
        inMonth.reduce((sum, { stories }) => sum + stories.length, 0),
        "story",
        "stories",
      )}`,
      description: undefined,
    }));
    return { year, own, group: { heading: { href: base + yearPath(year), text: year }, entries: months } };
  });
  const archive = listDirectory(site, {
    path: PAGES.archive,
    title: "Archive",
    introduction: `Every edition of ${name}, by date.`,
    groups: years.map(({ group }) => group),
  });
  const ofYears = years.flatMap(({ year, own, group }) =>
    listDirectory(site, {
      path: yearPath(year),
      title: year,
      kicker: { href: base + PAGES.archive, text: "Archive", isSaid: true as const },
      introduction: `${countOf(own.length, "edition", "editions")} in ${year}.`,
      groups: [{ heading: undefined, entries: group.entries }],
    }),
  );
  return [...archive, ...ofYears];
}
