import { countOf } from "../../content/problems/count.ts";
import { spellOut } from "../../content/words/invisible.ts";
import type { Gathered } from "../../pipeline/gather/gather.ts";
import type { InboxEvent } from "../../pipeline/gather/inbox.ts";

/** An event as a list in the terminal shows it: the headline that came first, who has it, and what it may go on with. */
export function printEvent({ items, continues }: InboxEvent, number: number): string {
  const [{ title }] = items;
  const lines = items.map(({ publisher, url }) => `    ${publisher}: ${url}`);
  const thread = continues === undefined ? [] : [`    continues ${continues}?`];
  return [`${number}. ${title}`, ...lines, ...thread].map((line) => `${spellOut(line)}\n`).join("");
}

/** What editors are told of feeds: each that is not as it should be in one line. */
export function printFeeds(gathered: readonly Gathered[]): string {
  return gathered
    .flatMap(({ feed, problem, note }) => {
      const what = problem ?? note;
      return what === undefined ? [] : [`${feed.publisher}: ${feed.url}: ${what}`];
    })
    .map((line) => `${spellOut(line)}\n`)
    .join("");
}

/** How much came of how many feeds. */
export function summariseInbox(events: readonly InboxEvent[], gathered: readonly Gathered[]): string {
  const loaded = gathered.filter(({ isNew }) => isNew).length;

  return `${countOf(events.length, "event", "events")} from ${countOf(gathered.length, "feed", "feeds")}, ${loaded} of which had something new`;
}
