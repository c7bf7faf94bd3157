import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { DAY, prune, writeWhole } from "../../cache.mjs";
import { digestOf } from "../digest.ts";
import { decodeExactly, readPlain } from "./read-plain.ts";

/** Texts that a desk replaced, as the files that they were: who had one open still writes into it, and finds it here. */

/** So many days they are kept. */
const KEPT = 30;
const SIGN = "~";

function replacedFolder(desk: string): string {
  return join(desk, "replaced");
}

function nameKept(name: string, version: string): string {
  return [name.replaceAll("/", SIGN), version, String(Date.now())].join(SIGN);
}

/**
 * Keeps a copy of what a desk wrote, or put back where it was found: a text editor that has read what stood there before may write over it. Throws what the
 * disk refuses.
 */
export function keepCopy(desk: string, name: string, bytes: Uint8Array, version: string): void {
  const folder = join(desk, "copies");
  writeWhole(join(folder, nameKept(name, version)), bytes);
  prune(folder, KEPT * DAY);
}

/** Keeps a file that stands aside now. Throws what the disk refuses. */
export function keepReplaced(desk: string, name: string, aside: string, version: string): void {
  const folder = replacedFolder(desk);
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, nameKept(name, version));
  const now = Date.now() / 1000;
  utimesSync(aside, now, now);
  try {
    renameSync(aside, kept);
  } catch {
    // On another disk.
    copyFileSync(aside, kept);
    rmSync(aside, { force: true });
  }
  prune(folder, KEPT * DAY);
}

/** A text that was replaced and has been written to since, by who had its file open. */
export interface LateText {
  readonly name: string;
  readonly text: string;
}

/** What somebody wrote into files after a desk had replaced them: it stands in no file of the content folder. */
export function findLate(desk: string): LateText[] {
  const folder = replacedFolder(desk);
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((kept) => {
    const parts = kept.split(SIGN);
    const bytes = readPlain(join(folder, kept));
    if (!bytes || digestOf(bytes) === parts.at(-2)) return [];
    return [{ name: parts.slice(0, -2).join("/"), text: decodeExactly(bytes) ?? "" }];
  });
}
