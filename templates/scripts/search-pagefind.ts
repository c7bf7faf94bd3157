/// <reference lib="dom" />

/** What stands at the list of the index's parts, as the build writes it. */
export interface IndexList {
  /** Addresses of Pagefind's program and its WebAssembly's folder and name. */
  readonly program: string;
  readonly folder: string;
  readonly wasm: string;
  /** The newest first. */
  readonly parts: readonly { readonly path: string; readonly year: string; readonly entry: Entry }[];
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
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Its text around the words that were found, which stand in `<mark>`; “<” and “>” are escaped, “&” is not. */
  readonly excerpt: string;
  /** All of its text. */
  readonly content: string;
}

interface Result {
  readonly score: number;
  data(): Promise<Data>;
}

export interface Answer {
  readonly results: readonly Result[];
  /** Of the results that have the values asked for. */
  readonly filters: Counts;
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
  search(words: string | null, options: object): Promise<Answer>;
  filters(): Promise<Counts>;
}

export interface Program {
  readonly PagefindInstance: new (options: object) => Instance;
}

/** Adds up what several indexes count. */
export function addUp(all: readonly Counts[]): Counts {
  const sum: Record<string, Record<string, number>> = {};
  for (const counts of all)
    for (const [facet, values] of Object.entries(counts)) {
      const own = (sum[facet] ??= {});
      for (const [value, count] of Object.entries(values)) own[value] = (own[value] ?? 0) + count;
    }
  return sum;
}
