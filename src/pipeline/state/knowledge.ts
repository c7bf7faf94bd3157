import { join } from "node:path";
import { digestOf } from "../digest.ts";
import type { KnownPages } from "../pages/make-pages.ts";
import type { KeptTexts, PageRecord, PageRecords } from "../pages/page-record.ts";
import type { TextRecord, TextRecords } from "../read/text-record.ts";
import { type KeptPage, packPages, unpackPages } from "./kept-pages.ts";
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
  readonly pages: Readonly<Record<string, KeptPage>>;
}

/** Everything of the pages that belong to no edition. */
interface Rest {
  readonly overview: KnownOverview;
  readonly pages: Readonly<Record<string, KeptPage>>;
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
  const pages = unpackPages([...months, rest].map((own) => own.pages));
  return {
    setting,
    texts: new Map(months.flatMap(({ texts }) => Object.entries(texts))),
    overview: rest.overview,
    pages,
    recall: (path) => pages.get(path),
    recallTexts: (path) => read(nameOfTexts(path)) as KeptTexts | undefined,
  };
}

/** The records of a month, by the identities of editions and the paths of pages. */
interface Records {
  readonly texts: Map<string, TextRecord>;
  readonly pages: Map<string, PageRecord>;
}

/** The records of each month, by its name. */
function monthsOf(texts: TextRecords, pages: PageRecords): Map<string, Records> {
  const months = new Map<string, Records>();
  for (const [identity, record] of texts) {
    const { dateline, path } = record.outline;
    const name = dateline.date.slice(0, 7);
    const month = months.get(name) ?? { texts: new Map(), pages: new Map() };
    months.set(name, month);
    month.texts.set(identity, record);
    const page = pages.get(path);
    if (page) month.pages.set(path, page);
  }
  return months;
}

function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) if (b.get(name) !== value) return false;
  return true;
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
    for (const path of month.pages.keys()) rest.delete(path);
    const same = monthsBefore?.get(name);
    const isSame = same && isSameMap(month.texts, same.texts) && isSameMap(month.pages, same.pages);
    const write = () =>
      writePiece(join(folder, name), {
        texts: Object.fromEntries(month.texts),
        pages: packPages(month.pages),
      } satisfies Month);
    pieces[name] = (isSame ? last?.pieces[name] : undefined) ?? write();
  }
  for (const [path, own] of kept) pieces[nameOfTexts(path)] = writePiece(join(folder, nameOfTexts(path)), own);
  for (const path of rest.keys()) {
    const known = last?.pieces[nameOfTexts(path)];
    if (known !== undefined) pieces[nameOfTexts(path)] ??= known;
  }
  pieces[REST] = writePiece(join(folder, REST), { overview, pages: packPages(rest) } satisfies Rest);
  return pieces;
}
