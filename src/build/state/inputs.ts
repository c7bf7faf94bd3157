import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ANY_CHANGE, isUntouched, stampFolder, type Stamps } from "./stamps.ts";

/** What a folder held when a build read it. */
export interface Input {
  readonly folder: string;
  /** Of every path and byte in it; in hexadecimal. */
  readonly digest: string;
  /** By which an unchanged folder is known without reading its files; undefined where they could not tell. */
  readonly stamps: Stamps | undefined;
}

/** The coarsest clock of a file system: within it, a file may be written twice and bear one time. */
const TICK = 2000;

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  const visit = (path: string, inner: string): void => {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    // Who may read it and whether it has another name decide whether it is read at all.
    hash.update(`${inner}\0${String(entry?.mode)} ${entry?.isFile() ? entry.nlink : ""}\0`);
    if (entry?.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name), `${inner}/${name}`);
    else if (entry?.isFile()) hash.update(`${entry.size}\0`).update(readFileSync(path));
  };
  visit(folder, "");
  return hash.digest("hex");
}

/** Takes down what a folder holds, before a build reads it. Throws what the disk refuses. */
export function takeInput(folder: string): Input {
  const now = Date.now();
  let newest = 0;
  const stamps = stampFolder(folder, (entry) => {
    newest = Math.max(newest, entry.mtimeMs, entry.ctimeMs);
    return ANY_CHANGE(entry);
  });
  return { folder, digest: digestOf(folder), stamps: newest < now - TICK ? stamps : undefined };
}

/** Whether a folder holds what it held, byte for byte. */
export function isSameInput({ folder, digest, stamps }: Input): boolean {
  return (stamps !== undefined && isUntouched(folder, stamps, ANY_CHANGE)) || digestOf(folder) === digest;
}
