import type { SearchRecord } from "../../../views/search/search-record.ts";
import { divideSigns } from "../../../views/search/undivided.ts";
import { entryOf, type IndexFile } from "./index-files.ts";

/** Makes search indexes in a process of its own, which has to be ended. */
export interface Indexer {
  /**
   * Makes an index of records, one after the other: the same records in the same order always give the same files.
   * Pagefind's own filters are left alone, since it writes them in another order each time.
   */
  index(records: Iterable<SearchRecord>): Promise<IndexFile[]>;
  end(): Promise<unknown>;
}

const A_WORD = /[\p{L}\p{N}]/u;

function fail(errors: readonly string[]): never {
  throw new Error(`the search index could not be made: ${errors.join("; ")}`);
}

/** How many records an index says that it holds. */
function countIn(files: readonly IndexFile[]): number {
  return Object.values(entryOf(files).languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** Of these languages Pagefind divides texts by dictionaries of its own, which know other words than browsers do. */
const DIVIDED = /^(?:zh|ja|th)\b/i;

/** Starts Pagefind for texts in a language. Throws where its binary cannot run. */
export async function startIndexer(language: string): Promise<Indexer> {
  // It is large and only needed when some part of the index has changed.
  const { createIndex, close } = await import("pagefind");
  const used = DIVIDED.test(language) ? "unknown" : language;
  return {
    async index(records) {
      const { index, errors } = await createIndex({ forceLanguage: used });
      if (!index) return fail(errors);
      let count = 0;
      for (const { url, content, meta, about } of records) {
        // Every word of a record but its address can be searched for, and Pagefind hands that back as it is.
        const address = `${url}#${encodeURIComponent(JSON.stringify(about))}`;
        // It leaves out a record without a word, as a text of signs alone is; that is found by its title and its day.
        const words = A_WORD.test(content) ? content : `${content}\n${meta.dateline}`;
        const added = await index.addCustomRecord({
          url: address,
          content: divideSigns(words),
          language: used,
          meta: { title: divideSigns(meta.title), dateline: divideSigns(meta.dateline) },
        });
        if (added.errors.length > 0) return fail(added.errors);
        count++;
      }
      const made = await index.getFiles();
      await index.deleteIndex();
      if (made.errors.length > 0) return fail(made.errors);
      const found = countIn(made.files);
      return found === count ? made.files : fail([`${count} stories went in, and ${found} are in it`]);
    },
    end: () => close(),
  };
}
