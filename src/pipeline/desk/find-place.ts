import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { classify, type Place } from "../../content/files/layout.ts";
import { describeTooLarge, MOST_TEXT } from "../../content/files/size.ts";
import type { Refused } from "../../views/desk/calls.ts";

/** Where a text stands, or is to stand. */
export interface FoundPlace {
  /** Whole, and without a link on the way. */
  readonly path: string;
  /** The folder it is in, likewise. */
  readonly folder: string;
  readonly isThere: boolean;
  /** Who may read and write it, as the file system counts; undefined where it is not there. */
  readonly mode: number | undefined;
}

/** What every part of a path of a text is made of; the format says the rest. */
const PART = /^[a-z0-9][a-z0-9-]{0,79}(?:\.md|\.yaml)?$/;

/** What a name of the content folder is the name of, if a text may have it; names are the format's, so none leads out of the folder. */
export function placeOfName(name: string): Place | Refused {
  const place = classify(name);
  if (!name.split("/").every((part) => PART.test(part)))
    return { refused: `“${name}” is no name of a text: it has other characters than the format allows` };
  if ("rule" in place) return { refused: place.message };
  if (["vocabulary", "page", "edition", "story"].includes(place.kind)) return place;
  return { refused: `“${name}” is no text that the desk changes` };
}

function tell(path: string, what: string): Refused {
  return { refused: `${path} is ${what}, behind which may lie anybody’s files; nothing was written` };
}

/** Follows the folders that lead to a file of the content folder, one by one; refused where one is a link or no folder. */
export function followFolders(content: string, folders: readonly string[]): string | Refused {
  let folder = realpathSync.native(content);
  for (const name of folders) {
    folder = join(folder, name);
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (!entry) return { refused: `the folder ${folder} is not there` };
    if (entry.isSymbolicLink())
      return { refused: `${folder} is not a folder but a symbolic link; nothing was written` };
    if (!entry.isDirectory()) return { refused: `${folder} is not a folder but a file; nothing was written` };
  }
  return folder;
}

/** Finds the place of a text. Refused where its name is none of the format's, or where something stands there that is no text of this name alone. */
export function findPlace(content: string, name: string): FoundPlace | Refused {
  const place = placeOfName(name);
  if ("refused" in place) return place;
  const parts = name.split("/");
  const folder = followFolders(content, parts.slice(0, -1));
  if (typeof folder !== "string") return folder;
  const path = join(folder, parts.at(-1) ?? "");
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return { path, folder, isThere: false, mode: undefined };
  if (entry.isSymbolicLink()) return tell(path, "a symbolic link");
  if (!entry.isFile()) return { refused: `${path} is no file; nothing was written` };
  if (entry.nlink > 1) return tell(path, "a hard link");
  if (entry.size > MOST_TEXT)
    return { refused: `${path}: ${describeTooLarge(entry.size, MOST_TEXT).message}; nothing was written` };
  return { path, folder, isThere: true, mode: entry.mode & 0o777 };
}
