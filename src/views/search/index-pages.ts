import { FILES, lookPath, searchPartPath } from "../../content/addresses.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { type Divisible, divide } from "./divide.ts";
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
interface Listed extends Divisible {
  readonly identity: string;
}

const indexPart = definePages("index-part", {
  excerpt: {
    name: "search",
    of: ({ site, edition }) => edition.stories.map((story) => viewSearchRecord(site, edition, story)),
    isKept: false,
    isTakenOnce: true,
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

/** The program of the search index. */
export function listIndexProgram(): Page {
  return indexProgram(lookPath("pagefind/"), {});
}

/** The parts of the search index of these editions, which are given the oldest first: the newest first. */
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
