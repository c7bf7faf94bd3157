import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, parse, relative, resolve } from "node:path";
import { swapSync } from "fs-native-extensions";
import { discard } from "./discard.ts";

/** A file of the site, as it will be written. */
export interface Output {
  /** From the site's root, with `/` before each part. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** A file with the same bytes: it is copied, and its content, which may be large, is asked for by nobody. */
  readonly from?: string;
  /** What is in it, where its content is packed: for those who look for what must not be there. */
  readonly unpacked?: string;
}

/** Says in a site's folder that a build made it, and so may replace it. */
export const MARKER: Output = {
  path: "/.evening-update",
  content: "Made by Evening Update. Each build replaces this whole folder.\n",
};

/** Where a build writes: the folder itself, and beside it, so that a rename moves them, what exists while it runs. */
export interface Places {
  readonly target: string;
  readonly stage: string;
  readonly previous: string;
  /** What builds that died left, and what is replaced, until it is removed. */
  readonly leftover: string;
  readonly lock: string;
}

/** Whether a path is another or lies within it; both whole. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (!path.startsWith("..") && !parse(path).root);
}

/** A path without symbolic links, as far as it exists. */
export function follow(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync.native(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(follow(parent), basename(whole));
}

/** Why nothing is written over a folder, whatever it is for: it holds too much. Undefined when it does not. */
export function refuseLarge(folder: string): string | undefined {
  if (folder === parse(folder).root) return "it is the root of the disk";
  return [homedir(), "."].some((path) => isWithin(follow(path), folder))
    ? "it holds the folder you stand in or your home folder"
    : undefined;
}

/** Whether one of two folders is the other or holds it. */
export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** Why a build may not replace this folder, or undefined when it may. */
export function refusalOf(out: string, content: string): string | undefined {
  const target = follow(out);
  const large = refuseLarge(target);
  if (large !== undefined) return large;
  if (overlap(target, realpathSync.native(content))) return "it is the content folder, or one holds the other";
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isDirectory()) return "it is a file";
  if (stat.dev !== statSync(dirname(target)).dev)
    return "it is a disk of its own, which cannot be replaced in one step; name a folder within it";
  if (readdirSync(target).length > 0 && !existsSync(join(target, MARKER.path)))
    return "it holds files that no build of this program made";
  return undefined;
}

export function placesOf(out: string): Places {
  const target = follow(out);
  const beside = (suffix: string) => join(dirname(target), `.${basename(target)}.${suffix}`);
  return {
    target,
    stage: beside("stage"),
    previous: beside("previous"),
    leftover: beside("leftover"),
    lock: beside("lock"),
  };
}

/** Writes a file of the site, for which there is room. */
export function writeOutput(target: string, output: Output): void {
  if (output.from === undefined) writeFileSync(target, output.content);
  else copyFileSync(output.from, target, constants.COPYFILE_FICLONE);
}

/** Writes files under a folder, making the folders in between. */
export function writeFiles(folder: string, files: Iterable<Output>): void {
  const made = new Set<string>();
  for (const output of files) {
    const target = join(folder, output.path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeOutput(target, output);
  }
}

/**
 * Clears away what a build that died left beside the folder, and returns how to wait until it is gone: a large site takes a
 * minute to remove, so it is put aside and removed meanwhile. Only for whoever holds the lock.
 */
export function recover({ target, stage, previous, leftover }: Places): () => Promise<void> {
  // It died between the two renames of a disk that cannot exchange, so its last site still waits to be put back.
  if (!existsSync(target) && existsSync(previous)) renameSync(previous, target);
  return discard([stage, previous], leftover);
}

/** Puts a finished stage in the place of the last site, in one step where the disk can; if it fails, the last site stays. */
export function swap({ target, stage, previous }: Places): void {
  if (!existsSync(target)) {
    renameSync(stage, target);
    return;
  }
  try {
    swapSync(stage, target);
  } catch {
    renameSync(target, previous);
    try {
      renameSync(stage, target);
    } catch (error) {
      renameSync(previous, target);
      throw error;
    }
    rmSync(previous, { recursive: true, force: true });
  }
}
