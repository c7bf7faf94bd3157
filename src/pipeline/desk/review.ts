import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Instant } from "../../content/time/calendar.ts";
import type { Site } from "../../content/site.ts";
import type { Change } from "../../content/words/changed-words.ts";
import type { Refused } from "./refused.ts";
import type { Conflict } from "./save-text.ts";

/** A text that stands on the disk as it was opened, and what is wrong with it there. */
export interface Reviewed {
  readonly content: string;
  readonly site: Site;
  readonly name: string;
  readonly version: string;
  /** What `check` says; those of other files are passed over. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A person's review. */
export interface Review {
  /** An id of people.yaml. */
  readonly by: string;
  /** Anything but true is refused: a review counts only when it checked the facts. */
  readonly factChecked: boolean;
  readonly now: Instant;
}

/**
 * Records a person's review of the exact text that was opened, as `sign` does. Refused where errors stand in it that a sign-off does not mend, where
 * nobody has that id, or the facts were not checked; a conflict where the text is another one by now.
 */
export function signText(
  _reviewed: Reviewed,
  _review: Review,
): Promise<{ readonly version: string } | Conflict | Refused> {
  throw new Error("to come");
}

/** What changed in a text since its last review. */
export interface SinceReview {
  /** Who reviewed it, an id, and when, as it is written; undefined where nobody did. */
  readonly signed: { readonly by: string; readonly at: string } | undefined;
  /** The names of the parts that are not as they were: `title`, `summary`, `analysis`, `sources` …; all of them where nobody reviewed it. */
  readonly parts: readonly string[];
  /**
   * What became of the words, by part (`""` is the body), where git has the text that was signed; `changes` is undefined where most words are others.
   * Undefined where no commit has that text.
   */
  readonly words: readonly { readonly part: string; readonly changes: readonly Change[] | undefined }[] | undefined;
}

/** What changed in a text, saved or not, since its last review. */
export function changedSinceReview(
  _content: string,
  _site: Site,
  _name: string,
  _text: string,
): Promise<SinceReview | Refused> {
  throw new Error("to come");
}

/**
 * Takes `draft: true` out of a text, so that readers may see it when its time has come. Refused while errors stand in it, or for an edition's own text in
 * any file of its folder; a conflict where the text is another one by now.
 */
export function publishText(
  _reviewed: Omit<Reviewed, "site">,
): Promise<{ readonly version: string } | Conflict | Refused> {
  throw new Error("to come");
}
