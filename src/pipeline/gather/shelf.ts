import { join } from "node:path";
import type { Instant } from "../../content/time/calendar.ts";
import { DAY } from "../../cache.mjs";
import { cacheFolder } from "../state/kept.ts";
import { readPiece, writePiece } from "../state/pieces.ts";
import { isFresh, type RobotsFile } from "./robots.ts";
import type { KnownFeed } from "./visit.ts";

/** What is known of feeds and of their hosts from earlier visits. */
export interface Shelf {
  readonly feeds: Map<string, KnownFeed>;
  readonly robots: Map<string, RobotsFile>;
  /** When an address was first seen in a feed, for those that say no time. */
  readonly seen: Map<string, Instant>;
}

/** The form in which it is kept; another one is as none. */
const FORM = 1;

/** What was not seen for so many days is let go. */
const UNUSED = 60;

const place = (): string => join(cacheFolder(), "gather", "feeds");

interface Kept {
  readonly form: number;
  readonly feeds: readonly (readonly [string, KnownFeed])[];
  readonly robots: readonly (readonly [string, RobotsFile])[];
  readonly seen: readonly (readonly [string, Instant])[];
}

/** What earlier visits found; nothing where there were none, or it cannot be read. */
export function readShelf(): Shelf {
  const kept = readPiece(place()) as Partial<Kept> | undefined;
  const { feeds = [], robots = [], seen = [] } = kept?.form === FORM ? kept : {};
  return { feeds: new Map(feeds), robots: new Map(robots), seen: new Map(seen) };
}

/** Keeps what was found for the next time, whole or not at all. Throws what the disk refuses. */
export function keepShelf({ feeds, robots, seen }: Shelf, now: Instant): void {
  const isUsed = (at: Instant) => now - at < UNUSED * DAY;
  const kept: Kept = {
    form: FORM,
    feeds: [...feeds].filter(([, { at }]) => isUsed(at)),
    robots: [...robots].filter(([, file]) => isFresh(file, now)),
    seen: [...seen].filter(([, at]) => isUsed(at)),
  };
  writePiece(place(), kept);
}
