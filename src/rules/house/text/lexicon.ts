import { createFilter, type Filter, type Finds } from "./scan.ts";

/** A side of a spelling: British or American words, and “-ise” or “-ize”. */
export type Side = "british" | "american" | "ise" | "ize";

/** A word by which something is known that a rule is about. */
export type Entry =
  | { readonly kind: "spelling"; readonly family: string; readonly side: Side; readonly other: string }
  | { readonly kind: "name"; readonly right: string; readonly wrong: RegExp; readonly owner: string | undefined }
  | { readonly kind: "phrase"; readonly phrase: RegExp; readonly isWhole: boolean; readonly what: string }
  | { readonly kind: "weekday" }
  | { readonly kind: "stories" }
  | { readonly kind: "turn" };

export type Listed = readonly [word: string, entry: Entry];

/** Words that are looked for, whatever their capitals, and what each may mean. */
export interface Lexicon {
  readonly filter: Filter;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

export function createLexicon(listed: Iterable<Listed>): Lexicon {
  const entries = new Map<string, Entry[]>();
  for (const [word, entry] of listed) {
    const known = entries.get(word) ?? [];
    entries.set(word, known);
    known.push(entry);
  }
  return { filter: createFilter(entries.keys()), entries };
}

/** A word of a text that a lexicon lists. */
export interface Hit<Kind extends Entry["kind"] = Entry["kind"]> {
  readonly at: number;
  readonly end: number;
  readonly word: string;
  readonly entry: Extract<Entry, { readonly kind: Kind }>;
}

/** The words of a text that a lexicon lists, of those that its filter let through. */
export function lookUp(text: string, { known }: Finds, { entries }: Lexicon): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < known.length; index += 2) {
    const at = known[index] ?? 0;
    const end = known[index + 1] ?? 0;
    const word = text.slice(at, end);
    for (const entry of entries.get(word.toLowerCase()) ?? []) hits.push({ at, end, word, entry });
  }
  return hits;
}

/** Those hits that are of one kind. */
export function ofKind<Kind extends Entry["kind"]>(hits: readonly Hit[], kind: Kind): Hit<Kind>[] {
  return hits.filter(({ entry }) => entry.kind === kind) as unknown as Hit<Kind>[];
}
