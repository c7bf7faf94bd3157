import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "../digest.ts";

const HEAD = "evening-update state 2";

/**
 * Reads a piece of the state; with a `digest`, only if it is that of the text. Undefined when the piece is missing, cut short,
 * damaged or another version's: a build that does not know what was before just makes everything anew.
 */
export function readPiece(path: string, digest?: string): unknown {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    const own = digestOf(body);
    if (text.slice(0, end) !== `${HEAD} ${own}` || own !== (digest ?? own)) return undefined;
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Writes a piece of the state, whole or not at all, and returns its digest. Throws what the disk refuses. */
export function writePiece(path: string, value: unknown): string {
  const body = JSON.stringify(value);
  const digest = digestOf(body);
  const stage = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(stage, `${HEAD} ${digest}\n${body}`);
  renameSync(stage, path);
  return digest;
}
