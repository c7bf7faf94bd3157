import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { EditionTrace } from "../../rules/repeats/trace.ts";
import type { Shorthand } from "../../content/schema/shorthand.ts";
import type { Measured } from "../../content/pictures/pictures.ts";
import type { Secret } from "./secrets.ts";
import type { Span } from "./span.ts";

/** What of the rest of the publication the texts of an edition made use of. */
export interface Dependencies {
  /** Ids of publishers.yaml and people.yaml. */
  readonly publishers: readonly string[];
  readonly people: readonly string[];
  /** What the texts asked of the site's addresses, each as “path …”, “moved …” or “story …”. */
  readonly addresses: readonly string[];
  /** Identities of the stories that its stories follow. */
  readonly followed: readonly string[];
  /** What was typed otherwise than the format says, and what it meant by the vocabularies. */
  readonly understood: readonly Shorthand[];
}

/** What the reading of an edition came to in the last build, and what it depended on. */
export interface TextRecord {
  /** Digest of its files. */
  readonly files: string;
  readonly span: Span;
  readonly dependencies: Dependencies;
  /** Digest of its files, its span and of what its dependencies came to: all on which its texts and the problems in them depend. */
  readonly key: string;
  readonly outline: EditionOutline;
  /** Digests of the outline and of each story's in it, which stand for them in the keys of pages. */
  readonly digests: readonly string[];
  /** What of it is held against other editions. */
  readonly trace: EditionTrace;
  /** By name. */
  readonly pictures: Readonly<Record<string, Measured>>;
  /** What is wrong with it; a record with an error is never kept for another build. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of what is hidden: words that would give it away. */
  readonly secrets: readonly Secret[];
}

/** The editions of the last build by their identity. */
export type TextRecords = ReadonlyMap<string, TextRecord>;
