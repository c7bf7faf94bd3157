import { readSealed, writeSealed } from "./sealed.ts";

/**
 * Reads a piece of the state; with a `digest`, only if it is that of the text. Undefined when the piece is missing, cut short,
 * damaged or another version's: a build that does not know what was before just makes everything anew.
 */
export function readPiece(path: string, digest?: string): unknown {
  const sealed = readSealed(path);
  if (!sealed || sealed.digest !== (digest ?? sealed.digest)) return undefined;
  try {
    return JSON.parse(sealed.body.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** Writes a piece of the state, whole or not at all, and returns its digest. Throws what the disk refuses. */
export function writePiece(path: string, value: unknown): string {
  return writeSealed(path, JSON.stringify(value));
}
