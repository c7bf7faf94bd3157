import { editionIdentity, readIdentity } from "../../../content/dateline.ts";
import type { Site } from "../../../content/site.ts";
import type { Instant } from "../../../content/time/calendar.ts";
import type { Calls } from "../../../views/desk/calls.ts";
import { viewEvents } from "../../../views/desk/inbox.ts";
import { describeMoment } from "../../../views/desk/when.ts";
import { listFeeds, NO_FEEDS } from "../../gather/feeds.ts";
import type { Gathered } from "../../gather/gather.ts";
import { findEvents, visitFeeds } from "../../gather/round.ts";
import type { Archive } from "../../read/archive.ts";
import type { DeskContext } from "./context.ts";

type Ask = Calls["gather"]["ask"];
type Answer = Calls["gather"]["answer"];

/** So many events at once. */
const MOST_EVENTS = 30;

/** What became of a reading of all feeds: what they have, or why there is nothing. */
type Read = { readonly gathered: readonly Gathered[]; readonly at: Instant } | { readonly refused: string };

interface Progress {
  done: number;
  readonly feeds: number;
}

async function readFeeds(site: Site, { clock, reach }: DeskContext, progress: Progress): Promise<Read> {
  const at = clock();
  try {
    const onVisit = () => {
      progress.done++;
    };
    return { gathered: await visitFeeds(site, { now: at, reach, onVisit }), at };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { refused: `What the feeds have could not be kept (${code}).` };
  }
}

function headlineOf({ get }: Archive, identity: string): string {
  const stories = get(editionIdentity(readIdentity(identity).dateline))?.outline().stories;
  return stories?.find((story) => story.identity === identity)?.title ?? identity;
}

/** Shows what was read, without what is cited by now. */
function compose(
  { days, from = 0 }: Ask,
  { gathered, at }: Exclude<Read, { refused: string }>,
  archive: Archive,
  now: Instant,
) {
  const { publication, vocabularies } = archive.site;
  const { zone } = publication;
  const events = findEvents(gathered, archive.editions, { days, now });
  const shown = events.slice(from, from + MOST_EVENTS);
  const titleOf = (identity: string) => headlineOf(archive, identity);
  return {
    events: viewEvents(shown, { now, zone, publishers: vocabularies.publishers, titleOf }),
    left: events.length - from - shown.length,
    feeds: gathered.length,
    when: describeMoment(at, now, zone),
    told: gathered.flatMap(({ feed, problem, note }) => {
      const what = problem ?? note;
      return what === undefined ? [] : [{ ...feed, what }];
    }),
  };
}

/**
 * Makes what answers for the inbox of a desk. All its pages share one reading of the feeds: it goes on beside other calls, and who asks meanwhile is told
 * how far it is.
 */
export function createGathering(context: DeskContext): (asked: Ask) => Promise<Answer> {
  let progress: Progress | undefined;
  let last: Read | undefined;
  return async (asked) => {
    const { archive } = await context.read();
    const feeds = listFeeds(archive.site.vocabularies).length;
    if (feeds === 0) return { refused: NO_FEEDS };
    if (!progress && (asked.anew === true || !last)) {
      const own = { done: 0, feeds };
      progress = own;
      void readFeeds(archive.site, context, own)
        .then((read) => {
          last = read;
        })
        .catch((error: unknown) => {
          last = { refused: `The feeds could not be read: ${String(error)}` };
        })
        .finally(() => {
          progress = undefined;
        });
    }
    if (progress || !last) return { reading: { done: progress?.done ?? 0, feeds } };
    if (!("refused" in last)) return compose(asked, last, archive, context.clock());
    const told = last;
    // Who asks again has it tried again.
    last = undefined;
    return told;
  };
}
