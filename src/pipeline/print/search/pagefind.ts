import { primaryOf } from "../../../locales/languages.ts";
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
const DIVIDED: readonly string[] = ["zh", "ja", "th"];

/** The language of a tag as Pagefind knows it, by whose rules it reduces words to their stems: of “DE” it has never heard. */
function languageOf(tag: string): string {
  const language = primaryOf(tag);
  return DIVIDED.includes(language) ? "unknown" : language;
}

/** A record as Pagefind takes it. */
function writeRecord({ url, content, meta, about }: SearchRecord, language: string) {
  // It leaves out a record without a word, as a text of signs alone is; that is found by its title and its day.
  const words = A_WORD.test(content) ? content : `${content}\n${meta.dateline}`;
  return {
    // Every word of a record but its address can be searched for, and Pagefind hands that back as it is.
    url: `${url}#${encodeURIComponent(JSON.stringify(about))}`,
    content: divideSigns(words),
    language,
    meta: { title: divideSigns(meta.title), dateline: divideSigns(meta.dateline) },
  };
}

/** Starts Pagefind for texts in a language. Throws where its binary cannot run. */
export async function startIndexer(language: string): Promise<Indexer> {
  // It is large and only needed when some part of the index has changed.
  const { createIndex, close } = await import("pagefind");
  const used = languageOf(language);
  return {
    async index(records) {
      const { index, errors } = await createIndex({ forceLanguage: used });
      if (!index) return fail(errors);
      // They are taken one after the other, but none waits until it is known what became of the one before.
      const added = await Promise.all(
        Array.from(records, (record) => index.addCustomRecord(writeRecord(record, used))),
      );
      const wrong = added.flatMap((one) => one.errors);
      if (wrong.length > 0) return fail(wrong);
      const made = await index.getFiles();
      await index.deleteIndex();
      if (made.errors.length > 0) return fail(made.errors);
      const found = countIn(made.files);
      return found === added.length ? made.files : fail([`${added.length} stories went in, and ${found} are in it`]);
    },
    end: () => close(),
  };
}
