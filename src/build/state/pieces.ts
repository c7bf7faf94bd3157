import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const HEAD = "evening-update state 1";

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Reads a piece of the state. Undefined when it is missing, cut short, damaged or another version's: a build that does not
 * know what was before just makes everything anew.
 */
export function readPiece(path: string): unknown {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === `${HEAD} ${digestOf(body)}` ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a piece of the state, whole or not at all. Throws what the disk refuses. */
export function writePiece(path: string, value: unknown): void {
  const body = JSON.stringify(value);
  const stage = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(stage, `${HEAD} ${digestOf(body)}\n${body}`);
  renameSync(stage, path);
}
