/// <reference lib="dom" />

import { divideQuestion } from "../../src/views/search/undivided.ts";
import type { Counts, Found, IndexList, Program, Result } from "./search-pagefind.ts";
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
 * Of what each part found, that which all of them would find as one. A part passes over a word that it does not have, or takes the longest
 * beginning of it that it has for the word; so would the whole index, if no other part has more of it.
 */
function reconcile(found: readonly Found[]): (readonly Result[])[] {
  const most: number[] = [];
  for (const { search_keywords: reaches = [] } of found)
    reaches.forEach((reach, at) => (most[at] = Math.max(most[at] ?? 0, reach)));
  return found.map(({ results, search_keywords: reaches = [] }) =>
    reaches.every((reach, at) => reach === most[at]) ? results : [],
  );
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
  /** What is found in each part; all of it without words. */
  const find = async (words: string): Promise<(readonly Result[])[]> => {
    const question = divideQuestion(words);
    const found = await Promise.all(
      opened.map(async ({ part, ready, table }): Promise<Found> => {
        await ready;
        if (words !== "") return part.search(question, {});
        return {
          results: [...(await table()).keys()].map((id) => ({ id, score: 0, data: () => part.loadFragment(id) })),
        };
      }),
    );
    return reconcile(found);
  };
  return {
    async search(words, choice, order) {
      const isAnyChosen = Object.values(choice).some((values) => values.length > 0);
      const all = await find(words);
      const found = await Promise.all(
        opened.map(async (one, at) => {
          const results = all[at] ?? [];
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
      const [all, tables] = await Promise.all([find(words), Promise.all(opened.map((one) => one.table()))]);
      const found = all.map((results, at) => results.map(({ id }) => tables[at]?.get(id) ?? {}));
      return countValues(found.flat(), choice);
    },
  };
}
