import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../cache.mjs";
import { digestOf } from "../digest.ts";
import { readPlain } from "./read-plain.ts";

/** Texts that a desk replaced, as the files that they were: who had one open still writes into it, and finds it here. */

const SIGN = "~";

/** In seconds since 1970, a time at which nobody wrote anything here: a file that has another one was written to. Every disk can hold it. */
const UNTOUCHED = Date.UTC(2000, 0, 1) / 1000;

function replacedFolder(desk: string): string {
  return join(desk, "replaced");
}

function copiesFolder(desk: string): string {
  return join(desk, "copies");
}

function nameKept(name: string, version: string): string {
  return [name.replaceAll("/", SIGN), version, String(Date.now())].join(SIGN);
}

/**
 * Keeps a copy of what a desk wrote, or put back where it was found: a text editor that has read what stood there before may write over it. Throws what the
 * disk refuses.
 */
export function keepCopy(desk: string, name: string, bytes: Uint8Array, version: string): void {
  writeWhole(join(copiesFolder(desk), nameKept(name, version)), bytes);
}

/** A file as it is kept. */
export interface KeptFile {
  readonly path: string;
  /** The text that it was, as a path in the content folder. */
  readonly name: string;
  /** Of what it held when it was kept. */
  readonly version: string;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

function listKept(folder: string): KeptFile[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((kept) => {
    const parts = kept.split(SIGN);
    const [version = "", at = ""] = parts.slice(-2);
    // What was being written when its program was killed has another number at its end.
    return /^\d+$/.test(at)
      ? [{ path: join(folder, kept), name: parts.slice(0, -2).join("/"), version, at: Number(at) }]
      : [];
  });
}

/** All that a desk replaced, and copies of all that it wrote. */
export function listAllKept(desk: string): { readonly replaced: KeptFile[]; readonly copies: KeptFile[] } {
  return { replaced: listKept(replacedFolder(desk)), copies: listKept(copiesFolder(desk)) };
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
export interface LateFile extends KeptFile {
  /** What it holds now; undefined where that is too much for a text. */
  readonly bytes: Uint8Array | undefined;
}

/** Finds what somebody wrote into files after a desk had replaced them: it stands in no file of the content folder. */
export function findLate(desk: string): LateFile[] {
  return listKept(replacedFolder(desk)).flatMap((kept): LateFile[] => {
    const { mtimeMs, size = 0 } = statSync(kept.path, { throwIfNoEntry: false }) ?? {};
    // What was emptied is about to be written, or has no word that could be lost.
    if (mtimeMs === undefined || mtimeMs === UNTOUCHED * 1000 || size === 0) return [];
    const bytes = readPlain(kept.path);
    return bytes && digestOf(bytes) === kept.version ? [] : [{ ...kept, bytes }];
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
