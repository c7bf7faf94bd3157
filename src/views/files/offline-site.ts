/** What the service worker is told of its site; it stands before the script in the worker's file. */
export interface OfflineSite {
  /** The path below which files have names that tell their bytes. */
  readonly look: string;
  /** The paths of the home page and of the last edition, which are kept for whoever opened any page. */
  readonly pages: readonly string[];
  /** Of the words, as a BCP 47 language tag. */
  readonly language: string;
  /** Attributes of an element with the words, where they are in another language than the pages. */
  readonly attributes: string;
  /** What a kept page says of itself, as HTML; `{time}` stands for when it was loaded. */
  readonly copy: string;
  /** What the home page says where a page that is not kept was asked for, likewise. */
  readonly instead: string;
}

/** The most that a browser keeps of a site, in bytes. */
export const KEPT_MOST = 5_000_000;
