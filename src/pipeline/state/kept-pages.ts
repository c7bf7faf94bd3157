import type { PageRecord, PageRecords } from "../pages/page-record.ts";

/** Paths as they are kept: one text is read sooner than a list of many. */
type Packed = string | readonly string[];

/** The record of a page as it is kept. */
export interface KeptPage extends Omit<PageRecord, "files" | "leads"> {
  readonly files: Packed;
  readonly leads?: Packed;
}

function pack(paths: readonly string[]): Packed {
  return paths.length === 0 || paths.some((path) => path.includes("\n")) ? paths : paths.join("\n");
}

function unpack(paths: Packed): readonly string[] {
  return typeof paths === "string" ? paths.split("\n") : paths;
}

/** The records of some pages as they are kept, by the paths of the pages. */
export function packPages(pages: Iterable<readonly [path: string, record: PageRecord]>): Record<string, KeptPage> {
  return Object.fromEntries(
    Array.from(pages, ([path, { files, leads, ...rest }]): [string, KeptPage] => [
      path,
      { ...rest, files: pack(files), ...(leads && { leads: pack(leads) }) },
    ]),
  );
}

function unpackPage({ key, files, leads, heavy, facts }: KeptPage): PageRecord {
  const record = {
    key,
    files: unpack(files),
    ...(heavy && { heavy }),
    ...(facts !== undefined && { facts }),
  };
  if (leads === undefined) return record;
  let found: readonly string[] | undefined;
  // Where a page leads is asked only when another is gone.
  return Object.defineProperty(record, "leads", { enumerable: true, get: () => (found ??= unpack(leads)) });
}

/** The records of pages that were kept. */
export function unpackPages(kept: readonly Readonly<Record<string, KeptPage>>[]): PageRecords {
  const pages = new Map<string, PageRecord>();
  for (const own of kept) for (const path of Object.keys(own)) if (own[path]) pages.set(path, unpackPage(own[path]));
  return pages;
}
