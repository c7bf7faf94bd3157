/** A file of a search index, by its path within the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The text of a file that every index has. */
export function textOf(files: readonly IndexFile[], name: string): string {
  const file = files.find(({ path }) => path === name);
  if (!file) throw new Error(`Pagefind made no ${name}`);
  return Buffer.from(file.content).toString();
}

/** What Pagefind says of an index before all else. */
export interface IndexEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly wasm: string | null; readonly page_count: number }>>;
}

/** Reads the entry of an index from its files. */
export function entryOf(files: readonly IndexFile[]): IndexEntry {
  return JSON.parse(textOf(files, "pagefind-entry.json")) as IndexEntry;
}
