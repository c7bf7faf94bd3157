import { feedOf, PAGES } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { findThreads, type Thread } from "../../content/threads.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { type Entry, listDirectory } from "./directory-pages.ts";
import { listPagesOf } from "./list-pages.ts";
import { perArchive } from "../per-setting.ts";
import type { Page } from "../page.ts";
import { atomLink, type Shell } from "../shell.ts";

type OutlinedThread = Thread<EditionOutline>;

/** The threads of the visible editions, the one with the newest story first. */
export const listThreads = perArchive((editions): readonly OutlinedThread[] => {
  const order = new Map(editions.map((edition, place) => [edition, place]));
  const last = ({ parts }: OutlinedThread): number => order.get(parts.at(-1)?.edition as EditionOutline) ?? 0;
  return [...findThreads(editions)].sort((a, b) => last(b) - last(a));
});

/** The few words of the story that began a thread, as a title: a plain first word gets its capital, “iOS” keeps its own. */
function titleOf({ parts }: OutlinedThread, language: string): string {
  const short = parts[0]?.story.short ?? "";
  return short.replace(/^\p{Ll}(?=\p{Ll}*(?:\s|$))/u, (letter) => letter.toLocaleUpperCase(language));
}

/** From when to when, in days. */
function spanOf({ parts }: OutlinedThread, spoken: Spoken): string {
  const [from = "", to = ""] = [parts[0], parts.at(-1)].map((part) =>
    formatDay(part?.edition.dateline.date ?? "", tagOfWords(spoken.language), "day"),
  );
  const m = messagesOf(spoken);
  return from === to ? m.list.spanOfDay({ day: from }) : m.list.span({ from, to });
}

/** A timeline for each thread: what was new on which day, the latest first. */
export function listThreadPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { base, name, language } = site.publication;
  const m = messagesOf(site.publication);
  return listThreads(editions).flatMap((thread) => {
    const title = titleOf(thread, language);
    const feed = atomLink(base + feedOf(thread.path), m.feed.about({ name, subject: title }));
    return listPagesOf(site, shell, {
      path: thread.path,
      kicker: { href: base + PAGES.threads, text: m.pages.threads, isSaid: true as const },
      title,
      count: m.list.threadStories({ count: thread.parts.length, span: spanOf(thread, site.publication) }),
      feed,
      isTimeline: true,
      rows: thread.parts.map(({ story }) => story).reverse(),
    });
  });
}

export function listThreadDirectory(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language } = site.publication;
  const m = messagesOf(site.publication);
  const entries = listThreads(editions).map((thread): Entry => ({
    href: base + thread.path,
    text: titleOf(thread, language),
    count: m.text.stories({ count: thread.parts.length }),
    description: undefined,
    said: spanOf(thread, site.publication),
  }));
  return listDirectory(site, {
    path: PAGES.threads,
    title: m.pages.threads,
    introduction: entries.length === 0 ? m.list.noThreads : m.list.threads,
    groups: [{ heading: undefined, entries }],
  });
}
