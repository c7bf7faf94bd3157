import { isAscii } from "node:buffer";
import { readSealed, writeSealed } from "./sealed.ts";

/**
 * Reads a piece of the state; with a `digest`, only if it is that of the text. Undefined when the piece is missing, cut short,
 * damaged or another version's: a build that does not know what was before just makes everything anew.
 */
export function readPiece(path: string, digest?: string): unknown {
  const sealed = readSealed(path);
  if (!sealed || sealed.digest !== (digest ?? sealed.digest)) return undefined;
  const { body } = sealed;
  try {
    return JSON.parse(body.toString(isAscii(body) ? "latin1" : "utf8")) as unknown;
  } catch {
    return undefined;
  }
}

/** A text that has grown by more than this is no quicker to read. */
const MOST_ESCAPES = 1.25;

/** JSON in ASCII, unless most of it is of other letters: a text of one byte for each character is read in half the time. */
function write(value: unknown): string {
  const text = JSON.stringify(value);
  const plain = text.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return plain.length < text.length * MOST_ESCAPES ? plain : text;
}

/** Writes a piece of the state, whole or not at all, and returns its digest. Throws what the disk refuses. */
export function writePiece(path: string, value: unknown): string {
  return writeSealed(path, write(value));
}
