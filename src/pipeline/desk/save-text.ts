import { describeTooLarge, MOST_TEXT } from "../../content/files/size.ts";
import type { Conflict, Refused } from "../../views/desk/calls.ts";
import { deskFolder, whileAlone } from "./desk-folder.ts";
import { exchange, type Exchanged, putNew } from "./exchange.ts";
import { findPlace, type FoundPlace } from "./find-place.ts";
import { type OpenText, readPlace, versionOf } from "./open-text.ts";
import { putFile } from "./put-file.ts";
import { encodeExactly, readPlain } from "./read-plain.ts";
import { keepReplaced, keepCopy } from "./replaced.ts";

/** What became of a text that was to be saved. */
export type Saved = { readonly version: string } | Conflict | Refused;

interface Saving {
  readonly content: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly version: string | undefined;
}

function conflictOf(there: OpenText | undefined): Conflict {
  return { conflict: { text: there?.text, version: there?.version } };
}

/** Puts a file in its place and keeps what it replaces. Throws what the disk refuses. */
function put(desk: string, place: FoundPlace, { name, bytes, version }: Saving): Exchanged {
  const seen = new Map<string, Uint8Array>();
  const look = (path: string): string | undefined => {
    const found = readPlain(path);
    if (found) seen.set(versionOf(found), found);
    return found && versionOf(found);
  };
  return putFile(desk, { path: place.path, bytes, mode: place.mode }, (aside) => {
    const done = version === undefined ? putNew(aside, place.path) : exchange(aside, place.path, version, look);
    if (done === "changed") for (const [own, found] of seen) keepCopy(desk, name, found, own);
    const left = look(aside);
    // Our own text is where it came from; any other was somebody's.
    // Who has what was opened still open may have written into it by now.
    const known = done === "done" ? version : left;
    if (left !== undefined && left !== versionOf(bytes)) keepReplaced(desk, name, aside, known ?? left);
    return done;
  });
}

function save(saving: Saving): Saved {
  const { content, name, bytes, version } = saving;
  const find = (): OpenText | Refused | undefined => {
    const place = findPlace(content, name);
    return "refused" in place ? place : readPlace(name, place);
  };
  const place = findPlace(content, name);
  if ("refused" in place) return place;
  const there = readPlace(name, place);
  if (there && "refused" in there) return there;
  if (there?.version !== version) return conflictOf(there);
  if (version === versionOf(bytes)) return { version };
  const desk = deskFolder(content);
  const saved = versionOf(bytes);
  keepCopy(desk, name, bytes, saved);
  if (put(desk, place, saving) === "done") return { version: saved };
  const now = find();
  return now && "refused" in now ? now : conflictOf(now);
}

/** Why the disk did not take a text. */
function describeFailure(error: unknown, name: string): Refused {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { refused: `${name} could not be written (${code}); the text is still here, and nothing was changed` };
}

/**
 * Replaces a text if it still is as it was when it was opened; `version` is undefined for a file that is to come into being (its folder has to be
 * there). Else nothing is changed, and the conflict tells what stands there now. The text is whole on the disk or not there at all, and what
 * it replaced is kept for 30 days, as is a copy of what was written.
 */
export async function saveText(
  content: string,
  name: string,
  text: string,
  version: string | undefined,
): Promise<Saved> {
  const bytes = encodeExactly(text);
  if (!bytes) return { refused: "this text has half characters, which no file can hold; nothing was written" };
  if (bytes.length > MOST_TEXT)
    return { refused: `${describeTooLarge(bytes.length, MOST_TEXT).message}; nothing was written` };
  return whileAlone(content, (): Saved => {
    try {
      return save({ content, name, bytes, version });
    } catch (error) {
      return describeFailure(error, name);
    }
  });
}
