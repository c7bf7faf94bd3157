import { namesOfFilesWith, reachOf, readWordFiles, readWords, type WordFile } from "./search-files.ts";
import type { Backend, Entry, Program } from "./search-pagefind.ts";

/** So many words of a result's text are shown. */
const EXCERPT = 32;

/** Makes what reduces words to their stems, as the index has them: only Pagefind knows how, and tells it where it is asked how it searched. */
function createStemmer(backend: Backend, meta: Uint8Array): (words: string) => readonly string[] {
  const index = backend.enter_playground_mode(backend.init_pagefind(meta));
  return (words) => {
    // Nothing is found, since no words are loaded.
    const told = JSON.parse(backend.search(index, words, words, "{}", "", false, false)) as object;
    return (told as { readonly search_keywords: readonly string[] }).search_keywords;
  };
}

/** A part of the index as Pagefind opens it, but of which the entry is known, and which loads all words that are looked for or says that it cannot. */
export function definePart(PagefindInstance: Program["PagefindInstance"], wasm: Promise<void>) {
  let stemmer: ReturnType<typeof createStemmer> | undefined;
  return class Part extends PagefindInstance {
    readonly #entry: Entry;
    #files: readonly WordFile[] = [];
    /** Those that were loaded. */
    #words: string[] = [];
    constructor(path: string, entry: Entry) {
      super({ basePath: path, baseUrl: "/", excerptLength: EXCERPT });
      this.#entry = entry;
      const { backend } = this;
      const request = (_: number, words: string) => {
        stemmer ??= createStemmer(backend, this.searchMeta);
        return JSON.stringify(namesOfFilesWith(stemmer(words), this.#files));
      };
      const search: Backend["search"] = (index, words, written, filters, sort, isExact, areMarksExact) => {
        const answer = backend.search(index, words, written, filters, sort, isExact, areMarksExact);
        if (isExact || !stemmer) return answer;
        // Of what is added to an answer Pagefind hands on this alone.
        const reaches = stemmer(words).map((stem) => reachOf(stem, this.#words));
        return `{"search_keywords":${JSON.stringify(reaches)},${answer.slice(1)}`;
      };
      this.backend = { ...backend, request_indexes: request, search };
    }
    override async loadEntry(): Promise<void> {
      this.languages = this.#entry.languages;
      this.loadedVersion = this.#entry.version;
      this.includeCharacters = this.#entry.include_characters ?? [];
      await Promise.resolve();
    }
    override async loadMeta(hash: string): Promise<void> {
      await Promise.all([super.loadMeta(hash), wasm]);
      this.#files = readWordFiles(this.searchMeta);
    }
    /** Pagefind's own keeps silent where a file cannot be loaded, and finds less. */
    override async _loadGenericChunk(address: string, method: "load_index_chunk"): Promise<void> {
      const answer = await this.throttledFetch(address);
      if (!answer.ok) throw new Error(`${address} cannot be loaded: ${answer.status}`);
      const packed = new Uint8Array(await answer.arrayBuffer());
      const words = this.decompress(packed, address);
      this.raw_ptr = this.backend[method](this.raw_ptr, words);
      for (const word of readWords(words)) this.#words.push(word);
    }
  };
}
