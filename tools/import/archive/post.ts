/** When a post came out: at a moment, or at what the clock of its site showed. */
export type When =
  | { readonly instant: number }
  | { readonly local: string; /** Whether a time of day is known. */ readonly hasTime: boolean };

/** A text as every reader of archives gives it. */
export interface Post {
  readonly kind: "post" | "page";
  readonly title: string;
  /** Its name in its old address; empty where it had none. */
  readonly name: string;
  /** Where it stood: an address, or a path of the old site. */
  readonly address: string | undefined;
  /** Further addresses and paths that led to it. */
  readonly aliases: readonly string[];
  readonly when: When | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly excerpt: string;
  /** Whether every reader of the old site could see it. */
  readonly isPublic: boolean;
  readonly html: string;
  /** Whether lines of the text are paragraphs and breaks, as WordPress's old editor has them. */
  readonly hasLines: boolean;
  /** In the archive: a file, or the export's number for it. */
  readonly origin: string;
  /** The folder against which its pictures' paths are read; undefined where pictures lie on the web. */
  readonly folder: string | undefined;
  /** What was lost, or is to be looked at, as soon as it was read. */
  readonly losses: readonly string[];
}

/** What an archive holds. */
export interface Archive {
  readonly title: string;
  /** The old site. */
  readonly address: string | undefined;
  readonly language: string | undefined;
  readonly posts: readonly Post[];
  /** The files of the archive that pictures may be, by path from its root. */
  readonly pictures: ReadonlyMap<string, () => Uint8Array>;
  /** What was not taken at all, in words. */
  readonly left: readonly string[];
}
