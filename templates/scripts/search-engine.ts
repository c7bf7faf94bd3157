/// <reference lib="dom" />

import { divideQuestion } from "../../src/views/search/undivided.ts";
import type { Counts, IndexList, Program, Result } from "./search-pagefind.ts";
import { definePart } from "./search-part.ts";
import { type Choice, countValues, fetchTable, fits, type Table } from "./search-table.ts";

export type Order = "match" | "newest";

export interface Engine {
  search(words: string, choice: Choice, order: Order): Promise<readonly Result[]>;
  /** How many stories with these words have each value: in a facet from which something is chosen, as if it were not. */
  count(words: string, choice: Choice): Promise<Counts>;
}

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
  const Part = definePart(PagefindInstance, wasm);
  const opened = list.parts.map(({ path, year, facets, entry }) => {
    const part = new Part(path, entry);
    const ready = part.init(Object.keys(entry.languages)[0] ?? "", { load_wasm: false });
    let table: Promise<Table> | undefined;
    return { part, ready, table: () => (table ??= fetchTable(facets, year)) };
  });
  /** What is found in a part; all of it without words. */
  const find = async ({ part, ready, table }: (typeof opened)[number], words: string): Promise<readonly Result[]> => {
    await ready;
    if (words !== "") return (await part.search(divideQuestion(words), {})).results;
    return [...(await table()).keys()].map((id) => ({ id, score: 0, data: () => part.loadFragment(id) }));
  };
  return {
    async search(words, choice, order) {
      const isAnyChosen = Object.values(choice).some((values) => values.length > 0);
      const found = await Promise.all(
        opened.map(async (one) => {
          const results = await find(one, words);
          if (!isAnyChosen && order === "match") return results;
          const table = await one.table();
          const own = results.filter(({ id }) => fits(table.get(id), choice));
          if (order === "match") return own;
          const places = new Map([...table.keys()].map((id, at) => [id, at]));
          return own.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
        }),
      );
      const results = found.flat();
      return order === "match" ? results.sort((a, b) => b.score - a.score) : results;
    },
    async count(words, choice) {
      const found = await Promise.all(
        opened.map(async (one) => {
          const table = await one.table();
          const found = await find(one, words);
          return found.map(({ id }) => table.get(id) ?? {});
        }),
      );
      return countValues(found.flat(), choice);
    },
  };
}
