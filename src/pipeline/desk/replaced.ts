import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { DAY, prune, writeWhole } from "../../cache.mjs";
import { digestOf } from "../digest.ts";
import { readPlain } from "./read-plain.ts";

/** Texts that a desk replaced, as the files that they were: who had one open still writes into it, and finds it here. */

/** So many days they are kept. */
const KEPT = 30;
const SIGN = "~";

/** In seconds since 1970, a time at which nobody wrote anything here: a file that has another one was written to. Every disk can hold it. */
const UNTOUCHED = Date.UTC(2000, 0, 1) / 1000;

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

function say(path: string, time: number): void {
  utimesSync(path, time, time);
}

/** Says of a file that it holds `version`, and nothing else; where it does not by now, that it was written to. */
function markUntouched(path: string, version: string): void {
  say(path, UNTOUCHED);
  // Who writes from now on changes the time; who wrote just before is found by what is there.
  const bytes = readPlain(path);
  if (!bytes || digestOf(bytes) !== version) say(path, Date.now() / 1000);
}

/** Keeps a file that stands aside now, and held `version` when it was replaced. Throws what the disk refuses. */
export function keepReplaced(desk: string, name: string, aside: string, version: string): void {
  const folder = replacedFolder(desk);
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, nameKept(name, version));
  markUntouched(aside, version);
  try {
    renameSync(aside, kept);
  } catch {
    // On another disk.
    copyFileSync(aside, kept);
    markUntouched(kept, version);
    rmSync(aside, { force: true });
  }
}

/** A file that a desk replaced, and that was written to since, by who had it open. */
export interface LateFile {
  /** What it is called among those that were replaced. */
  readonly kept: string;
  readonly path: string;
  /** The text that it was, as a path in the content folder. */
  readonly name: string;
  /** What it holds now; undefined where that is too much for a text. */
  readonly bytes: Uint8Array | undefined;
}

/** Finds what somebody wrote into files after a desk had replaced them, the oldest first: it stands in no file of the content folder. */
export function findLate(desk: string): LateFile[] {
  const folder = replacedFolder(desk);
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((kept): LateFile[] => {
    const path = join(folder, kept);
    const { mtimeMs, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    // What was emptied is about to be written, or has no word that could be lost.
    if (mtimeMs === undefined || mtimeMs === UNTOUCHED * 1000 || size === 0) return [];
    const parts = kept.split(SIGN);
    const bytes = readPlain(path);
    if (bytes && digestOf(bytes) === parts.at(-2)) return [];
    return [{ kept, path, name: parts.slice(0, -2).join("/"), bytes }];
  });
}

/** Takes what was written into a replaced file as dealt with. It is kept like others, and what is written into it from now on is found again. */
export function settleFile(desk: string, { path, name, bytes }: LateFile): void {
  if (!bytes) {
    say(path, UNTOUCHED);
    return;
  }
  const version = digestOf(bytes);
  const settled = join(replacedFolder(desk), nameKept(name, version));
  renameSync(path, settled);
  markUntouched(settled, version);
}
