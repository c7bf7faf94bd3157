import { join } from "node:path";
import { digestOf } from "../digest.ts";
import type { FeedMemory } from "../feed-memory.ts";
import type { EditionRecord, Records } from "../records.ts";
import type { Weights } from "../verify/budget.ts";
import type { IndexPart, IndexParts } from "../search/parts.ts";
import { readPiece, writePiece } from "./pieces.ts";

/** What a build knows of the files that belong to no edition. */
export interface Overview {
  /** The key of all pages and files without texts. */
  readonly plan: string;
  /** Of each of those, by path. */
  readonly pages: Readonly<Record<string, string>>;
  /** Of the home, feeds and what is copied, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Those pages that are over their budget, with the bytes they take. */
  readonly heavy: Weights;
}

export const NO_OVERVIEW: Overview = { plan: "", pages: {}, files: {}, heavy: {} };

/** What a build knows of the site that it made, part by part. */
export interface Findings {
  /** Digest of what all editions have in common. */
  readonly setting: string;
  readonly records: Records;
  readonly overview: Overview;
  /** The search index; empty where there is none. */
  readonly search: IndexParts;
  /** By path, the entries of those feeds that it printed. */
  readonly feeds: ReadonlyMap<string, FeedMemory>;
}

/** What is known of the last build. */
export interface Knowledge extends Omit<Findings, "feeds"> {
  /** The entries of the feed at a path. */
  readonly recallFeed: (path: string) => FeedMemory | undefined;
}

/** The digests of pieces by their names, under which they lie in a folder. */
export type Pieces = Readonly<Record<string, string>>;

type Month = Readonly<Record<string, EditionRecord>>;

const OVERVIEW = "overview";
/** Begins the names of parts of the search index. */
const PART = "search-";
const MONTH = /^\d{4}-\d{2}$/;

function nameOfFeed(path: string): string {
  return `feed-${digestOf(path)}`;
}

/** Recalls what was written; a piece that is missing or damaged is as none. */
export function recallFindings(folder: string, setting: string, pieces: Pieces): Knowledge {
  const read = (name: string) => (pieces[name] === undefined ? undefined : readPiece(join(folder, name), pieces[name]));
  const months = Object.keys(pieces).filter((name) => MONTH.test(name));
  return {
    setting,
    records: new Map(months.flatMap((name) => Object.entries((read(name) ?? {}) as Month))),
    search: Object.fromEntries(
      Object.keys(pieces).flatMap((name) => {
        const part = name.startsWith(PART) ? (read(name) as IndexPart | undefined) : undefined;
        return part ? [[name.slice(PART.length), part]] : [];
      }),
    ),
    overview: (read(OVERVIEW) ?? NO_OVERVIEW) as Overview,
    recallFeed: (path) => read(nameOfFeed(path)) as FeedMemory | undefined,
  };
}

function monthsOf(records: Records): Map<string, Record<string, EditionRecord>> {
  const months = new Map<string, Record<string, EditionRecord>>();
  for (const [identity, record] of records) {
    const name = record.outline.dateline.date.slice(0, 7);
    const month = months.get(name) ?? {};
    months.set(name, month);
    month[identity] = record;
  }
  return months;
}

/** Writes the pieces that are not as they were, and returns the digests of all. */
export function writeFindings(
  folder: string,
  { records, overview, search, feeds }: Findings,
  last: { readonly pieces: Pieces; recall(): Knowledge } | undefined,
): Record<string, string> {
  const before = last?.recall();
  const monthsBefore = monthsOf(before?.records ?? new Map());
  const pieces: Record<string, string> = {};
  for (const [name, month] of monthsOf(records)) {
    const same = monthsBefore.get(name) ?? {};
    const identities = Object.keys(month);
    const isSame =
      identities.length === Object.keys(same).length &&
      identities.every((identity) => month[identity] === same[identity]);
    pieces[name] = (isSame ? last?.pieces[name] : undefined) ?? writePiece(join(folder, name), month);
  }
  for (const [path, memory] of feeds) pieces[nameOfFeed(path)] = writePiece(join(folder, nameOfFeed(path)), memory);
  for (const path of Object.keys(overview.files)) {
    const known = last?.pieces[nameOfFeed(path)];
    if (known !== undefined) pieces[nameOfFeed(path)] ??= known;
  }
  for (const [name, part] of Object.entries(search))
    pieces[PART + name] =
      (before?.search[name] === part ? last?.pieces[PART + name] : undefined) ??
      writePiece(join(folder, PART + name), part);
  pieces[OVERVIEW] = writePiece(join(folder, OVERVIEW), overview);
  return pieces;
}
