import type { Refused } from "./refused.ts";

/** A text of the content folder as it stood when it was opened. */
export interface OpenText {
  /** Its path in the content folder, with `/`: `editions/2026/03-04-evening/open-model.md`, `publishers.yaml`. */
  readonly name: string;
  /** All of it, with its line ends and a byte-order mark where it has one. */
  readonly text: string;
  /** Says which bytes these are. */
  readonly version: string;
}

/** What stands in the file now that somebody else wrote it: no text and no version where the file is gone. */
export interface Conflict {
  readonly conflict: { readonly text: string | undefined; readonly version: string | undefined };
}

/** Opens a text by its name. Refused where the name is none of the format's, or no plain file of text stands there. */
export function openText(_content: string, _name: string): OpenText | Refused {
  throw new Error("to come");
}

/**
 * Replaces a text if it still is as it was when it was opened; `version` is undefined for a file that is to come into being (its folder has to be
 * there). Else nothing is changed, and the conflict tells what stands there now. The text is whole on the disk or not there at all.
 */
export function saveText(
  _content: string,
  _name: string,
  _text: string,
  _version: string | undefined,
): Promise<{ readonly version: string } | Conflict | Refused> {
  throw new Error("to come");
}
