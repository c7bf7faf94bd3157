import type { Dateline } from "../../content/dateline.ts";
import type { Site } from "../../content/site.ts";
import type { Refused } from "./refused.ts";

/** What was made: the names of the new file and of those that were changed with it (the running order), as `openText` takes them. */
export interface Created {
  readonly name: string;
  readonly changed: readonly string[];
}

/** A source as a new story cites it. */
export interface NewSource {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** A day, `2026-03-04`. */
  readonly published?: string | undefined;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
}

export interface NewStory {
  readonly dateline: Dateline;
  readonly title: string;
  /** Made of the title where it is left out. */
  readonly slug?: string | undefined;
  readonly topic: string;
  /** At least one. */
  readonly sources: readonly NewSource[];
}

/** Makes an edition as a draft, with the stories that stand in its folder already as its running order. Refused where it is there. */
export function createEdition(_content: string, _site: Site, _dateline: Dateline): Promise<Created | Refused> {
  throw new Error("to come");
}

/** Makes a story as a draft with an empty body, at the end of the running order of its edition, which is made where there is none. */
export function createStory(_content: string, _site: Site, _story: NewStory): Promise<Created | Refused> {
  throw new Error("to come");
}

/** A vocabulary to which the desk adds entries. */
export type GrowingVocabulary = "topics" | "publishers" | "people" | "affiliates";

/**
 * Adds an entry to a vocabulary, as its last lines; its id is made of its name where none is given. `entry` has the keys that docs/format.md names.
 */
export function addEntry(
  _content: string,
  _site: Site,
  _vocabulary: GrowingVocabulary,
  _entry: Readonly<Record<string, unknown>>,
  _id?: string,
): Promise<(Created & { readonly id: string }) | Refused> {
  throw new Error("to come");
}
