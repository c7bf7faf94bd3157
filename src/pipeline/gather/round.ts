import type { Site } from "../../content/site.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { DAY } from "../../cache.mjs";
import { type Archive, traceAll } from "../read/archive.ts";
import type { Net } from "../net/ask.ts";
import { listFeeds } from "./feeds.ts";
import { type Gathered, gatherFeeds } from "./gather.ts";
import { composeInbox, type InboxEvent } from "./inbox.ts";
import { isPublicAddress, lookUpAllowed } from "./public-address.ts";
import { PRODUCT } from "./robots.ts";
import { keepShelf, readShelf } from "./shelf.ts";

/** How hosts are reached, and which addresses in their place. */
export interface Reach {
  readonly net: Net;
  readonly isAllowed: (address: string) => boolean;
}

/** In milliseconds, for each answer. */
const TIMEOUT = 15_000;

const PUBLIC: Reach = { net: { lookup: lookUpAllowed(isPublicAddress), timeout: TIMEOUT }, isAllowed: isPublicAddress };

export interface Round {
  readonly now: Instant;
  /** Hosts of the public Internet alone where it is left out. */
  readonly reach?: Reach | undefined;
  /** Called after the visit of each feed. */
  readonly onVisit?: () => void;
}

/** Visits all feeds of publishers.yaml, and keeps what they have for the next time. Throws what the disk refuses. */
export async function visitFeeds(site: Site, { now, reach = PUBLIC, onVisit }: Round): Promise<Gathered[]> {
  const shelf = readShelf();
  const userAgent = `${PRODUCT} (+${site.publication.url}/)`;
  const gathered = await gatherFeeds(listFeeds(site.vocabularies), shelf, { ...reach, now, userAgent }, onVisit);
  keepShelf(shelf, now);
  return gathered;
}

/** What feeds told in the last `days` and no edition cites yet, by event. */
export function findEvents(
  gathered: readonly Gathered[],
  editions: Archive["editions"],
  { days, now }: { readonly days: number; readonly now: Instant },
): InboxEvent[] {
  const items = gathered.flatMap(({ feed: { publisher }, entries }) =>
    entries.map((entry) => ({ ...entry, publisher })),
  );
  return composeInbox(items, traceAll(editions), { since: now - days * DAY, now });
}
