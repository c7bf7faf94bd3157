import { digestOf } from "../digest.ts";
import { findPlace, type FoundPlace } from "./find-place.ts";
import { decodeExactly, readPlain } from "./read-plain.ts";
import type { Refused } from "../../views/desk/calls.ts";

/** A text of the content folder as it stood when it was opened. */
export interface OpenText {
  /** Its path in the content folder, with `/`: `editions/2026/03-04-evening/open-model.md`, `publishers.yaml`. */
  readonly name: string;
  /** All of it, with its line ends and a byte-order mark where it has one. */
  readonly text: string;
  /** Says which bytes these are. */
  readonly version: string;
}

/** The version of some bytes. */
export function versionOf(bytes: Uint8Array): string {
  return digestOf(bytes);
}

/** What stands at a place that was found; undefined where nothing does. */
export function readPlace(name: string, { path, isThere }: FoundPlace): OpenText | Refused | undefined {
  const bytes = isThere ? readPlain(path) : undefined;
  if (!bytes) return undefined;
  const text = decodeExactly(bytes);
  if (text === undefined) return { refused: `${path} is not UTF-8; open it in a text editor, and save it as UTF-8` };
  return { name, text, version: versionOf(bytes) };
}

/** Opens a text by its name. Refused where the name is none of the format's, or no plain file of text stands there. */
export function openText(content: string, name: string): OpenText | Refused {
  const place = findPlace(content, name);
  if ("refused" in place) return place;
  return readPlace(name, place) ?? { refused: `${place.path} is not there` };
}
