/// <reference lib="dom" />

import { type Answer, addUp, type Counts, type Entry, type IndexList, type Program } from "./search-pagefind.ts";

/** Values of facets that results must have: one of each facet's. */
export type Choice = Readonly<Record<string, readonly string[]>>;

export type Order = "match" | "newest";

export interface Engine {
  search(words: string, choice: Choice, order: Order): Promise<Answer>;
  /** Every value of each facet. */
  facets(): Promise<Counts>;
}

/** So many words of a result's text are shown. */
const EXCERPT = 32;

/** Fetches what is small: the list of the index's parts and the program that reads them. */
export async function fetchProgram(address: string): Promise<{ list: IndexList; program: Program }> {
  const list = (await (await fetch(address, { cache: "no-cache" })).json()) as IndexList;
  return { list, program: (await import(list.program)) as Program };
}

/**
 * Opens the index: all its parts are searched as one. Pagefind would merge them itself, but waits before each step of it, asks for one more file
 * of each and sorts what it merged by score alone.
 */
export function openEngine({ list, program: { PagefindInstance } }: Awaited<ReturnType<typeof fetchProgram>>): Engine {
  const wasm = new PagefindInstance({ basePath: list.folder }).loadWasm(list.wasm);
  class Part extends PagefindInstance {
    readonly #entry: Entry;
    constructor(path: string, entry: Entry) {
      super({ basePath: path, baseUrl: "/", excerptLength: EXCERPT });
      this.#entry = entry;
    }
    override async loadEntry(): Promise<void> {
      this.languages = this.#entry.languages;
      this.loadedVersion = this.#entry.version;
      this.includeCharacters = this.#entry.include_characters ?? [];
      await Promise.resolve();
    }
    override async loadMeta(hash: string): Promise<void> {
      await Promise.all([super.loadMeta(hash), wasm]);
    }
  }
  const opened = Promise.all(
    list.parts.map(async ({ path, year, entry }) => {
      const part = new Part(path, entry);
      await part.init(Object.keys(entry.languages)[0] ?? "", { load_wasm: false });
      return { part, year };
    }),
  );
  return {
    async search(words, { year: years = [], ...choice }, order) {
      const options = {
        filters: Object.fromEntries(
          Object.entries(choice).flatMap(([facet, any]) => (any.length > 0 ? [[facet, { any }] as const] : [])),
        ),
        ...((order === "newest" || words === "") && { sort: { date: "desc" } }),
      };
      const asked = (await opened).filter(({ year }) => years.length === 0 || years.includes(year));
      const answers = await Promise.all(
        asked.map(async ({ part, year }) => {
          const { results, filters } = await part.search(words === "" ? null : words, options);
          return { results, filters: { ...filters, year: { [year]: results.length } } };
        }),
      );
      const results = answers.flatMap((answer) => answer.results);
      if (order === "match") results.sort((a, b) => b.score - a.score);
      return { results, filters: addUp(answers.map(({ filters }) => filters)) };
    },
    async facets() {
      const parts = await opened;
      const counts = await Promise.all(parts.map(({ part }) => part.filters()));
      return { ...addUp(counts), year: Object.fromEntries(parts.map(({ year }) => [year, 0])) };
    },
  };
}
