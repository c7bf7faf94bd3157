import type { Weights } from "../verify/budget.ts";

/** What a page came to in the last build. */
export interface PageRecord {
  /** The digest of what it was made of. */
  readonly key: string;
  /** Every file that was written for it, from the site's root. */
  readonly files: readonly string[];
  /** For the pages of an edition, the paths of the site to which they lead, but for their own; those of others follow from what they are given. */
  readonly leads?: readonly string[];
  /** Those of its files that are over their budget, with the bytes they take. */
  readonly heavy?: Weights;
  /** What other pages must know of its files. */
  readonly facts?: unknown;
}

/** Where the files of a page lie that a build elsewhere made. */
export interface Origin {
  /** The folder of its site. */
  readonly folder: string;
  /** The parts of other pages to which it leads, as addresses: that they are there was not looked for yet. */
  readonly anchors: readonly string[];
}

/** By the path of the page. */
export type PageRecords = ReadonlyMap<string, PageRecord>;

/** What a page took of its texts, each with the digest of all that the text shows, by the text's name. */
export type KeptTexts = Readonly<Record<string, { readonly key: string; readonly text: unknown }>>;
