import { join } from "node:path";
import { digestOf } from "../digest.ts";
import type { KnownPages } from "../pages/make-pages.ts";
import type { KeptTexts, PageRecord, PageRecords } from "../pages/page-record.ts";
import type { TextRecord, TextRecords } from "../read/text-record.ts";
import { readPiece, writePiece } from "./pieces.ts";

/** What a build knows of the pages without texts. */
export interface KnownOverview {
  /** The digest of all that they are listed from. */
  readonly digest: string;
  /** Their paths. */
  readonly paths: readonly string[];
}

interface Common {
  /** Digest of what all editions have in common. */
  readonly setting: string;
  /** What was read. */
  readonly texts: TextRecords;
  readonly overview: KnownOverview;
}

/** What a build knows of the site that it made. */
export interface Findings extends Common {
  /** What was written. */
  readonly pages: PageRecords;
  /** What pages took of their texts, where that is kept, of those that it made. */
  readonly kept: ReadonlyMap<string, KeptTexts>;
}

/** What is known of the last build. */
export interface Knowledge extends Common, KnownPages {}

/** What is known before a first build. */
export const NOTHING: Knowledge = {
  setting: "",
  texts: new Map(),
  overview: { digest: "", paths: [] },
  recall: () => undefined,
  recallTexts: () => undefined,
};

/** The digests of pieces by their names, under which they lie in a folder. */
export type Pieces = Readonly<Record<string, string>>;

/** Everything of a month's editions. */
interface Month {
  readonly texts: Readonly<Record<string, TextRecord>>;
  /** Of their pages, by path. */
  readonly pages: Readonly<Record<string, PageRecord>>;
}

/** Everything of the pages that belong to no edition. */
interface Rest {
  readonly overview: KnownOverview;
  readonly pages: Readonly<Record<string, PageRecord>>;
}

const REST = "rest";
const MONTH = /^\d{4}-\d{2}$/;

function nameOfTexts(path: string): string {
  return `texts-${digestOf(path)}`;
}

/** What is known, and the records of pages by which it is known. */
export type Recalled = Knowledge & { readonly pages: PageRecords };

/** Recalls what was written; a piece that is missing or damaged is as none. */
export function recallFindings(folder: string, setting: string, pieces: Pieces): Recalled {
  const read = (name: string) => (pieces[name] === undefined ? undefined : readPiece(join(folder, name), pieces[name]));
  const months = Object.keys(pieces).flatMap((name) =>
    MONTH.test(name) ? ((read(name) as Month | undefined) ?? []) : [],
  );
  const rest = (read(REST) ?? { overview: NOTHING.overview, pages: {} }) as Rest;
  const pages = new Map([...months, rest].flatMap((own) => Object.entries(own.pages)));
  return {
    setting,
    texts: new Map(months.flatMap(({ texts }) => Object.entries(texts))),
    overview: rest.overview,
    pages,
    recall: (path) => pages.get(path),
    recallTexts: (path) => read(nameOfTexts(path)) as KeptTexts | undefined,
  };
}

/** The records of each month, by its name. */
function monthsOf(texts: TextRecords, pages: PageRecords): Map<string, Month> {
  const months = new Map<string, { texts: Record<string, TextRecord>; pages: Record<string, PageRecord> }>();
  for (const [identity, record] of texts) {
    const { dateline, path } = record.outline;
    const name = dateline.date.slice(0, 7);
    const month = months.get(name) ?? { texts: {}, pages: {} };
    months.set(name, month);
    month.texts[identity] = record;
    const page = pages.get(path);
    if (page) month.pages[path] = page;
  }
  return months;
}

function isSameRecord<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Writes the pieces that are not as they were, and returns the digests of all. */
export function writeFindings(
  folder: string,
  { texts, pages, overview, kept }: Findings,
  last: { readonly pieces: Pieces; recall(): Recalled } | undefined,
): Record<string, string> {
  const before = last?.recall();
  const monthsBefore = before && monthsOf(before.texts, before.pages);
  const pieces: Record<string, string> = {};
  const rest = new Map(pages);
  for (const [name, month] of monthsOf(texts, pages)) {
    for (const path of Object.keys(month.pages)) rest.delete(path);
    const same = monthsBefore?.get(name);
    const isSame = same && isSameRecord(month.texts, same.texts) && isSameRecord(month.pages, same.pages);
    pieces[name] = (isSame ? last?.pieces[name] : undefined) ?? writePiece(join(folder, name), month);
  }
  for (const [path, own] of kept) pieces[nameOfTexts(path)] = writePiece(join(folder, nameOfTexts(path)), own);
  for (const path of rest.keys()) {
    const known = last?.pieces[nameOfTexts(path)];
    if (known !== undefined) pieces[nameOfTexts(path)] ??= known;
  }
  pieces[REST] = writePiece(join(folder, REST), { overview, pages: Object.fromEntries(rest) } satisfies Rest);
  return pieces;
}
