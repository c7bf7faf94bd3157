/// <reference lib="dom" />

/** What stands at the list of the index's parts, as the build writes it. */
export interface IndexList {
  /** Addresses of Pagefind's program and its WebAssembly's folder and name. */
  readonly program: string;
  readonly folder: string;
  readonly wasm: string;
  /** The newest first. */
  readonly parts: readonly {
    readonly path: string;
    readonly year: string;
    readonly facets: string;
    readonly entry: Entry;
  }[];
}

/** What Pagefind says of an index before all else. */
export interface Entry {
  readonly version: string;
  readonly languages: Readonly<Record<string, unknown>>;
  readonly include_characters?: readonly string[];
}

/** By facet, how many results have each value. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What is said of a result. */
export interface Data {
  readonly url: string;
  readonly meta: { readonly title: string; readonly dateline: string };
  /** Its text around the words that were found, which stand in `<mark>`; “<” and “>” are escaped, “&” is not. */
  readonly excerpt: string;
  /** All of its text. */
  readonly content: string;
}

/** A story that was found. */
export interface Result {
  readonly id: string;
  readonly score: number;
  data(): Promise<Data>;
}

/** What a part of the index answers. */
export interface Found {
  readonly results: readonly Result[];
  /** Of each word that was looked for, how much of it the part has (`reachOf`); nothing where they were looked for as one. */
  readonly search_keywords?: readonly number[];
}

/** The functions of Pagefind's WebAssembly that the search page calls or replaces; an index is known to them by a number. */
export interface Backend {
  init_pagefind(meta: Uint8Array): number;
  /** From then on a search tells how it came to what it found. */
  enter_playground_mode(index: number): number;
  /** Adds a file of words to an index. */
  load_index_chunk(index: number, words: Uint8Array): number;
  /** The names of the files of words that have to be there for a search, as JSON. */
  request_indexes(index: number, words: string): string;
  search(
    index: number,
    words: string,
    written: string,
    filters: string,
    sort: string,
    isExact: boolean,
    areMarksExact: boolean,
  ): string;
}

/** One index as Pagefind 1.5.2 opens it (`PagefindInstance` of its pagefind.js). */
interface Instance {
  backend: Backend;
  /** The index, once `init` is over. */
  raw_ptr: number;
  readonly searchMeta: Uint8Array;
  languages: unknown;
  loadedVersion: string;
  includeCharacters: readonly string[];
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
  loadEntry(): Promise<void>;
  loadMeta(hash: string): Promise<void>;
  loadWasm(name: string): Promise<void>;
  _loadGenericChunk(address: string, method: "load_index_chunk"): Promise<void>;
  throttledFetch(address: string): Promise<Response>;
  decompress(packed: Uint8Array, address: string): Uint8Array;
  search(words: string | null, options: object): Promise<Found>;
  loadFragment(id: string): Promise<Data>;
}

export interface Program {
  readonly PagefindInstance: new (options: object) => Instance;
}
