import { feedOf, PAGES } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { findThreads, type Thread } from "../../content/threads.ts";
import { countOf } from "../parts/count.ts";
import { phraseLanguage } from "../parts/phrase.ts";
import { type Entry, listDirectory } from "./directory-pages.ts";
import { listPagesOf } from "./list-pages.ts";
import { perArchive } from "../per-setting.ts";
import type { Page } from "../page.ts";
import type { FeedLink, Shell } from "../shell.ts";

type OutlinedThread = Thread<EditionOutline>;

/** The threads of the visible editions, the one with the newest story first. */
export const listThreads = perArchive((editions): readonly OutlinedThread[] => {
  const order = new Map(editions.map((edition, place) => [edition, place]));
  const last = ({ parts }: OutlinedThread): number => order.get(parts.at(-1)?.edition as EditionOutline) ?? 0;
  return [...findThreads(editions)].sort((a, b) => last(b) - last(a));
});

/** The few words of the story that began a thread, as a title: a plain first word gets its capital, “iOS” keeps its own. */
function titleOf({ parts }: OutlinedThread): string {
  return (parts[0]?.story.short ?? "").replace(/^\p{Ll}(?=\p{Ll}*(?:\s|$))/u, (letter) => letter.toUpperCase());
}

/** From when to when, in days. */
function spanOf({ parts }: OutlinedThread, language: string): string {
  const [from = "", to = ""] = [parts[0], parts.at(-1)].map((part) =>
    formatDay(part?.edition.dateline.date ?? "", phraseLanguage(language), "day"),
  );
  return from === to ? `on ${from}` : `from ${from} to ${to}`;
}

/** A timeline for each thread: what was new on which day, the latest first. */
export function listThreadPages(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { base, name, language } = site.publication;
  return listThreads(editions).flatMap((thread) => {
    const title = titleOf(thread);
    const feed: FeedLink = {
      href: base + feedOf(thread.path),
      type: "application/atom+xml",
      title: `${name}: ${title}`,
    };
    return listPagesOf(site, shell, {
      path: thread.path,
      kicker: { href: base + PAGES.threads, text: "Threads", isSaid: true as const },
      title,
      count: `${countOf(thread.parts.length, "story", "stories")}, ${spanOf(thread, language)}`,
      feed,
      isTimeline: true,
      rows: thread.parts.map(({ story }) => story).reverse(),
    });
  });
}

export function listThreadDirectory(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, language } = site.publication;
  const entries = listThreads(editions).map((thread): Entry => ({
    href: base + thread.path,
    text: titleOf(thread),
    count: countOf(thread.parts.length, "story", "stories"),
    description: undefined,
    said: spanOf(thread, language),
  }));
  return listDirectory(site, {
    path: PAGES.threads,
    title: "Threads",
    introduction:
      entries.length === 0 ? "No story has been continued so far." : "Stories that go on, the latest first.",
    groups: [{ heading: undefined, entries }],
  });
}
