import { FILES, lookPath, searchPartPath } from "../../content/addresses.ts";
import type { Dateline } from "../../content/dateline.ts";
import { groupBy } from "../pages/list-pages.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { type SearchRecord, viewSearchRecord } from "./search-record.ts";

/** A part of the search index before it is packed. */
export interface IndexPartView {
  /** The folder of its files, from the site's root. */
  readonly path: string;
  readonly language: string;
  readonly records: readonly SearchRecord[];
}

/** The program that reads the index in browsers, for texts in a language. */
export interface IndexProgramView {
  readonly language: string;
}

/** The list by which the search page finds program and parts (`IndexList` of its script), as addresses. */
export interface IndexList {
  readonly program: string;
  readonly folder: string;
  readonly wasm: string;
  /** The newest first. */
  readonly parts: readonly {
    readonly path: string;
    readonly year: string;
    readonly facets: string;
    readonly entry: object;
  }[];
}

/** What is known of an edition before its texts are read. */
interface Listed {
  readonly identity: string;
  readonly dateline: Dateline;
}

const indexPart = definePages("index-part", {
  excerpt: {
    name: "search",
    of: ({ site, edition }) => edition.stories.map((story) => viewSearchRecord(site, edition, story)),
    isKept: false,
  },
  view: ({ path, setting, texts }: Given<object, SearchRecord[]>) => ({
    indexParts: [{ path, language: setting.publication.language, records: texts.flat() }],
  }),
});

const indexProgram = definePages("index-program", {
  view: ({ setting }: Given<object, unknown>) => ({
    indexPrograms: [{ language: setting.publication.language }],
  }),
});

/**
 * Divides editions by what a day's work touches: the months of the newest year are parts of their own, every year before is
 * one. Each name, `2025` or `2026-03`, with its editions, the newest first.
 */
export function divide<E extends Pick<Listed, "dateline">>(editions: readonly E[]): Map<string, E[]> {
  const yearOf = ({ dateline }: E) => dateline.date.slice(0, 4);
  const current = editions.map(yearOf).sort().at(-1);
  const newest = [...editions].reverse();
  return groupBy(newest, (edition) =>
    yearOf(edition) === current ? edition.dateline.date.slice(0, 7) : yearOf(edition),
  );
}

/** The program of the search index. */
export function listIndexProgram(): Page {
  return indexProgram(lookPath("pagefind/"), {});
}

/** The parts of the search index of these editions, oldest first. */
export function listIndexParts(editions: readonly Listed[]): Page[] {
  return [...divide(editions)].map(([name, own]) =>
    indexPart(
      searchPartPath(name),
      {},
      own.map(({ identity }) => ({ edition: identity })),
    ),
  );
}

const indexList = definePages("index-list", {
  view: ({ path, around }: Given<IndexList, unknown>) => ({
    textFiles: [{ path, text: `${JSON.stringify(around)}\n` }],
  }),
});

/** The list of the parts, once it is known what their files are called. */
export function listIndexList(list: IndexList): Page {
  return indexList(FILES.searchParts, list);
}

/** The year of a part, of which the path is given. */
export function yearOfPart(path: string): string {
  return path.slice(searchPartPath("").length - 1).slice(0, 4);
}
