import type { IndexPartView, IndexProgramView } from "../../../views/search/index-pages.ts";
import type { SearchRecord } from "../../../views/search/search-record.ts";
import type { Output } from "../../output/output.ts";
import { entryOf, type IndexEntry, type IndexFile } from "./index-files.ts";
import { type Indexer, startIndexer } from "./pagefind.ts";
import { ANY, pickPart, pickProgram } from "./pick-files.ts";

/** A part or the program of the search index as it is written; the list of the parts needs the entry. */
export interface PrintedIndex {
  readonly outputs: readonly Output[];
  readonly facts: IndexEntry;
}

/** Packs records into search indexes. Nothing is loaded or started before the first is asked for. */
export interface IndexPrinter {
  readonly parts: (parts: readonly IndexPartView[]) => Promise<PrintedIndex[]>;
  readonly programs: (programs: readonly IndexProgramView[]) => Promise<PrintedIndex[]>;
  /** Ends the process that packs, if there is one. */
  end(): Promise<unknown>;
}

/** Makes what prints the search index of texts in a language. */
export function createIndexPrinter(language: string): IndexPrinter {
  let indexer: Indexer | undefined;
  const pack = async (
    records: readonly SearchRecord[],
    pick: (files: readonly IndexFile[]) => Output[],
  ): Promise<PrintedIndex> => {
    indexer ??= await startIndexer(language);
    const files = await indexer.index(records);
    return { outputs: pick(files), facts: entryOf(files) };
  };
  const printPart = async ({ path, records }: IndexPartView): Promise<PrintedIndex> => {
    const { outputs, facts } = await pack(records, (files) => pickPart(files, records, path));
    // Once they are packed nobody can see what is in them.
    const unpacked = records.map((record) => JSON.stringify(record)).join("\n");
    const [first, ...rest] = outputs;
    return { outputs: first ? [{ ...first, unpacked }, ...rest] : [], facts };
  };
  const inTurn = async <T>(items: readonly T[], print: (item: T) => Promise<PrintedIndex>): Promise<PrintedIndex[]> => {
    const printed: PrintedIndex[] = [];
    for (const item of items) printed.push(await print(item));
    return printed;
  };
  let isEnded = false;
  let before: Promise<unknown> = Promise.resolve();
  /** What is asked for meanwhile waits: the process that packs needs memory for one part at a time. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const begin = () => (isEnded ? Promise.reject(new Error("nothing more is packed")) : work());
    const own = before.then(begin, begin);
    before = own;
    return own;
  };
  return {
    parts: (parts) => queue(() => inTurn(parts, printPart)),
    programs: (programs) => queue(() => inTurn(programs, () => pack([ANY], pickProgram))),
    async end() {
      isEnded = true;
      // Of what it was about when it ends, its caller would never hear again.
      await Promise.allSettled([before]);
      await indexer?.end();
    },
  };
}
