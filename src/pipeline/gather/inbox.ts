import type { EditionOutline } from "../../content/outline.ts";
import { canonicalAddress } from "../../content/links/canonical-address.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { findAlike } from "../../rules/repeats/likeness.ts";
import { digestTerms } from "../../rules/repeats/terms.ts";
import { type EditionTrace, termsOf } from "../../rules/repeats/trace.ts";
import { DAY } from "../../cache.mjs";

/** An entry of a publisher's feed. */
export interface InboxItem {
  /** An id of publishers.yaml. */
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly published: Instant;
}

/** Something that happened, by all who tell of it. */
export interface InboxEvent {
  /** Who told it first comes first; of each publisher one. */
  readonly items: readonly [InboxItem, ...InboxItem[]];
  /** The identity of a story that it may go on with. */
  readonly continues?: string;
}

/** An edition, and what of it is held against others. */
export interface Told {
  readonly outline: Pick<EditionOutline, "dateline" | "stories">;
  readonly trace: EditionTrace;
}

/** From which likeness on two headlines tell of one event: they are shorter than stories, so that fewer words agree by chance. */
const ONE_EVENT = 0.3;
/** From which likeness on an event may go on with a story, which is for an editor to see. */
const CONTINUES = 0.25;
/** In days: as far back as stories are looked at for that. */
const REACH = 14;

/** The pages that editions cite, each by its one name. */
function citedBy(told: readonly Told[]): ReadonlySet<string> {
  return new Set(told.flatMap(({ trace }) => trace.stories.flatMap(({ cited }) => cited)));
}

/** Items without those that were cited, and without a second one of the same page and publisher; oldest first. */
function listFresh(items: readonly InboxItem[], cited: ReadonlySet<string>, since: Instant): InboxItem[] {
  const seen = new Set<string>();
  return [...items]
    .sort((a, b) => a.published - b.published)
    .filter(({ publisher, url, published }) => {
      const page = canonicalAddress(url);
      if (page === undefined || cited.has(page) || published < since) return false;
      const name = `${publisher} ${page}`;
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    });
}

/** The stories of editions as texts to be held against headlines, all of one group. */
function listStories(told: readonly Told[]) {
  return told.flatMap(({ outline, trace }) =>
    outline.stories.map((story, at) => ({
      identity: story.identity,
      terms: termsOf(trace.stories[at] ?? { terms: "" }),
      at: Date.parse(outline.dateline.date) / DAY,
      group: 0,
    })),
  );
}

type Stories = ReturnType<typeof listStories>;

/** Groups items, oldest first, by what they tell of: the same page, or headlines that are alike. By the stories it is known which words are rare. */
function groupEvents(items: readonly InboxItem[], stories: Stories): InboxItem[][] {
  const headlines = items.map(({ title, published }, index) => ({
    terms: digestTerms(title),
    at: published / DAY,
    group: index + 1,
  }));
  const alike = findAlike(
    [...stories, ...headlines],
    REACH,
    ONE_EVENT,
    (_, earlier) => earlier >= stories.length,
    (text) => text >= stories.length,
  ).slice(stories.length);
  const groups: InboxItem[][] = [];
  const groupOf: InboxItem[][] = [];
  const byPage = new Map<string, InboxItem[]>();
  items.forEach((item, index) => {
    const page = canonicalAddress(item.url) ?? item.url;
    const like = alike[index];
    const group = byPage.get(page) ?? (like && groupOf[like.index - stories.length]) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(item);
    groupOf[index] = group;
    byPage.set(page, group);
  });
  return groups;
}

/** For each event, by its headlines, the story of the last days with which it may go on. */
function findContinued(events: readonly (readonly InboxItem[])[], stories: Stories, now: Instant) {
  const headlines = events.map((items, index) => ({
    terms: digestTerms(items.map(({ title }) => title).join("\n")),
    at: now / DAY,
    group: index + 1,
  }));
  const alike = findAlike(
    [...stories, ...headlines],
    REACH,
    CONTINUES,
    (_, earlier) => earlier < stories.length,
    (text) => text >= stories.length,
  );
  return events.map((_, index) => {
    const like = alike[stories.length + index];
    return like && stories[like.index]?.identity;
  });
}

/**
 * What is new since a moment, by event: those that several publishers tell of come first, then the latest. What a story cites already
 * is not in it. `told` are the editions, oldest first.
 */
export function composeInbox(
  items: readonly InboxItem[],
  told: readonly Told[],
  { since, now }: { readonly since: Instant; readonly now: Instant },
): InboxEvent[] {
  const stories = listStories(told);
  const groups = groupEvents(listFresh(items, citedBy(told), since), stories).map((group) => {
    const first = new Map<string, InboxItem>();
    for (const item of group) if (!first.has(item.publisher)) first.set(item.publisher, item);
    return [...first.values()];
  });
  const continued = findContinued(groups, stories, now);
  const latest = ({ items: own }: InboxEvent) => Math.max(...own.map(({ published }) => published));
  return groups
    .flatMap((group, index): InboxEvent[] => {
      const [first, ...others] = group;
      const identity = continued[index];
      return first ? [{ items: [first, ...others], ...(identity !== undefined && { continues: identity }) }] : [];
    })
    .sort((a, b) => b.items.length - a.items.length || latest(b) - latest(a));
}
