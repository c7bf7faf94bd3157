import type { Diagnostic } from "../content/diagnostic.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Measured } from "../content/pictures.ts";
import type { Weights } from "./verify/budget.ts";

/** The clocks for which a result holds, in milliseconds, the end left out; null is open. */
export interface Span {
  readonly from: number | null;
  readonly until: number | null;
}

/** What of the rest of the publication the texts of an edition made use of. */
export interface Uses {
  /** Ids of publishers.yaml and people.yaml. */
  readonly publishers: readonly string[];
  readonly people: readonly string[];
  /** What the texts asked of the site's addresses, each as “path …” or “story …”. */
  readonly addresses: readonly string[];
  /** Identities of the stories that its stories follow. */
  readonly followed: readonly string[];
}

/** What the pages of an edition came to. */
export interface PagesRecord {
  /** Digest of all that they show. */
  readonly key: string;
  /** Every file: the pages and the pictures on them. */
  readonly outputs: readonly string[];
  /** Paths of the site that the pages lead to, but for the edition's own. */
  readonly promised: readonly string[];
  /** Those pages that are over their budget, with the bytes they take. */
  readonly heavy: Weights;
}

/** What an edition came to in the last build, and what it was made of. */
export interface EditionRecord {
  /** Digest of its files. */
  readonly files: string;
  readonly span: Span;
  readonly uses: Uses;
  /** Digest of its files, its span and of what its uses came to: all that its texts and the problems in them depend on. */
  readonly key: string;
  readonly outline: EditionOutline;
  /** Digest of all that other pages may show of it. */
  readonly outlineKey: string;
  /** By name. */
  readonly pictures: Readonly<Record<string, Measured>>;
  /** What is wrong with it; a record with an error is never kept for another build. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of what is hidden: words that would give it away. */
  readonly secrets: readonly Secret[];
  /** Undefined when readers may not see the edition. */
  readonly pages: PagesRecord | undefined;
}

/** A text that the clock or its editor keeps from readers. */
export interface Secret {
  readonly identity: string;
  readonly path: string;
  readonly words: readonly string[];
}

/** The editions of the last build by their identity. */
export type Records = ReadonlyMap<string, EditionRecord>;

/** Whether a clock lies within a span. */
export function isWithin(now: number, { from, until }: Span): boolean {
  return now >= (from ?? -Infinity) && now < (until ?? Infinity);
}

/** A clock's span as JSON can hold it. */
export function spanOf({ from, until }: { readonly from: number; readonly until: number }): Span {
  return { from: Number.isFinite(from) ? from : null, until: Number.isFinite(until) ? until : null };
}
