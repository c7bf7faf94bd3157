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

/** One index as Pagefind 1.5.2 opens it (`PagefindInstance` of its pagefind.js). */
interface Instance {
  languages: unknown;
  loadedVersion: string;
  includeCharacters: readonly string[];
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
  loadEntry(): Promise<void>;
  loadMeta(hash: string): Promise<void>;
  loadWasm(name: string): Promise<void>;
  search(words: string | null, options: object): Promise<{ readonly results: readonly Result[] }>;
  loadFragment(id: string): Promise<Data>;
}

export interface Program {
  readonly PagefindInstance: new (options: object) => Instance;
}
