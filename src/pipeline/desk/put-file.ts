import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { deskFolder } from "./desk-folder.ts";
import { type Exchanged, putNew } from "./exchange.ts";

/** Writes a file that nobody has under its name, onto the disk and not only into its memory. */
function writeAside(aside: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(aside, "wx", mode ?? 0o666);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // What was asked for when it was opened, the system may have lessened.
  if (mode !== undefined) chmodSync(aside, mode);
}

/** Where a file can stand aside: in the desk's own folder if that is on the same disk, else beside its place. */
function* asides(desk: string, path: string): Generator<string> {
  const name = `.${basename(path)}.${randomUUID()}`;
  if (statSync(desk).dev === statSync(dirname(path)).dev) yield join(desk, name);
  yield join(dirname(path), name);
}

/** Writes bytes aside, and has `put` bring the file to its place. Throws what the disk refuses. */
export function putFile(
  desk: string,
  { path, bytes, mode }: { readonly path: string; readonly bytes: Uint8Array; readonly mode?: number | undefined },
  put: (aside: string) => Exchanged,
): Exchanged {
  for (const aside of asides(desk, path))
    try {
      writeAside(aside, bytes, mode);
      return put(aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  throw new Error(`${path} is on a disk on which no file can be exchanged`);
}

/** Puts a file where none is; "changed" where one is there. It is there whole or not at all. */
export function putNewFile(content: string, path: string, bytes: Uint8Array): Exchanged {
  return putFile(deskFolder(content), { path, bytes }, (aside) => putNew(aside, path));
}
