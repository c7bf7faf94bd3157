import { monthPath, PAGES, publisherPath, topicPath, yearPath } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { formatDigits } from "../../locales/format.ts";
import { messagesOf } from "../../locales/messages.ts";
import { tagOfWords } from "../../locales/languages.ts";
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
  const { publication } = site;
  const [only] = groups;
  const cut =
    groups.length === 1 && only
      ? paginate(path, only.entries, publication, {
          size: ENTRIES_A_PAGE,
          weigh: ({ text, href, description = "" }) => Buffer.byteLength(text + href + description),
        }).map((page) => ({
          ...page,
          items: [{ ...only, entries: page.items }],
        }))
      : paginate(path, groups, publication, { size: GROUPS_A_PAGE });
  return cut.map((page) =>
    directoryPage({
      path: page.path,
      head: {
        title: titleOfPage(title, page.number, publication),
        description: introduction,
        canonical: publication.url + page.path,
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
  const { base, language, name } = site.publication;
  const m = messagesOf(site.publication);
  const entries = [...storiesByTopic(editions)].map(([id, stories]): Entry => {
    const topic = site.vocabularies.topics[id];
    return {
      href: base + topicPath(id),
      text: topic?.name ?? id,
      count: m.text.stories({ count: stories.length }),
      description: topic?.description,
    };
  });
  return listDirectory(site, {
    path: PAGES.topics,
    title: m.pages.topics,
    introduction: m.list.topics({ name }),
    groups: [{ heading: undefined, entries: entries.sort(byText(language)) }],
  });
}

export function listPublisherDirectory(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language } = site.publication;
  const m = messagesOf(site.publication);
  const entries = storiesByPublisher(site, editions).map(([id, stories]): Entry => ({
    href: base + publisherPath(id),
    text: site.vocabularies.publishers[id]?.name ?? id,
    count: m.list.cited({ count: stories.length }),
    description: undefined,
  }));
  return listDirectory(site, {
    path: PAGES.publishers,
    title: m.pages.publishers,
    introduction: m.list.publishers,
    groups: [{ heading: undefined, entries: entries.sort(byText(language)) }],
  });
}

/** The archive's own page with every year, and a page for each year with its months. */
export function listArchiveDirectories(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language, name } = site.publication;
  const m = messagesOf(site.publication);
  const newest = [...editions].reverse();
  const years = [...groupBy(newest, ({ dateline }) => dateline.date.slice(0, 4))].map(([year, own]) => {
    const months = [...groupBy(own, ({ dateline }) => dateline.date.slice(0, 7))].map(([month, inMonth]): Entry => ({
      href: base + monthPath(month),
      text: formatDay(month, language, "monthName"),
      count: m.list.editionsAndStories({
        editions: m.list.editions({ count: inMonth.length }),
        stories: m.text.stories({ count: inMonth.reduce((sum, { stories }) => sum + stories.length, 0) }),
      }),
      description: undefined,
    }));
    const named = formatDigits(language, year);
    return { year, named, own, group: { heading: { href: base + yearPath(year), text: named }, entries: months } };
  });
  const archive = listDirectory(site, {
    path: PAGES.archive,
    title: m.pages.archive,
    introduction: m.list.archive({ name }),
    groups: years.map(({ group }) => group),
  });
  const ofYears = years.flatMap(({ year, named, own, group }) =>
    listDirectory(site, {
      path: yearPath(year),
      title: named,
      kicker: { href: base + PAGES.archive, text: m.pages.archive, isSaid: true as const },
      introduction: m.list.editionsInYear({ count: own.length, year: formatDigits(tagOfWords(language), year) }),
      groups: [{ heading: undefined, entries: group.entries }],
    }),
  );
  return [...archive, ...ofYears];
}
