import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Output, Places } from "./output.ts";
import { openTree, type Tree } from "./tree.ts";

/** The site before the last one, which needs few changes to become the next, and in what it differs from the last. */
export interface Spare {
  readonly folder: string;
  /** Files that the last site has otherwise, or in addition. */
  readonly changed: readonly string[];
  /** Files that only the spare has. */
  readonly gone: readonly string[];
}

/** The last site as a build finds it. */
export interface LastSite {
  readonly files: readonly string[];
  /** Gives undefined where there is none that may be used. */
  readonly spare: Promise<Spare | undefined>;
}

/** The folder in which a site grows until it is whole. */
export interface Stage {
  /** Waits for what a stage can be made of; who writes before that has it made of nothing. */
  open(): Promise<void>;
  write(outputs: readonly Output[]): void;
  /** Takes files over as they are: from the last site, or from the folder of a site `elsewhere`. */
  carry(paths: readonly string[], elsewhere?: string): void;
  /** Takes files for written that another stage of the same places wrote. */
  adopt(paths: readonly string[]): void;
  /** The text of a file that was written or carried. */
  read(path: string): string;
  /** The files that were written so far. */
  written(): string[];
  /** The files of the last site that were neither written nor carried so far. */
  gone(): string[];
  /** Makes the folder whole. */
  finish(): Finished;
}

/** How a finished stage differs from the last site. */
export interface Finished extends Pick<Spare, "changed" | "gone"> {
  /** The number of its files. */
  readonly count: number;
  /** The files and folders in which it differs from the spare; undefined where it was not made of that. */
  readonly touched: readonly string[] | undefined;
}

/** Makes a stage of the spare, brought up to the last site; undefined where that cannot be. */
function reuse({ folder, changed, gone }: Spare, { stage, target }: Places): Tree | undefined {
  try {
    renameSync(folder, stage);
  } catch {
    return undefined;
  }
  const tree = openTree(stage, true);
  tree.remove(gone);
  for (const path of changed) tree.link(path, join(target, path));
  return tree;
}

/**
 * Makes a stage beside the site; nothing is there before the first file is written. Where there is a spare it becomes the stage
 * and only the differences are written; else all files of the last site that stay get a second name. A file that both
 * sites have is never written into. What the disk refuses is thrown.
 */
export function createStage(places: Places, last: LastSite | undefined): Stage {
  const { stage, target } = places;
  const written = new Set<string>();
  const carried = new Set<string>();
  let fresh: Tree | undefined;
  let reused: Tree | undefined;

  const open = async (): Promise<void> => {
    const spare = fresh || reused ? undefined : await last?.spare;
    // Another may have opened it meanwhile.
    if (spare && !fresh && !reused) reused = reuse(spare, places);
  };
  const treeOf = (): Tree => {
    if (reused) return reused;
    if (!fresh) mkdirSync(stage, { recursive: true });
    return (fresh ??= openTree(stage, false));
  };
  const listGone = (): string[] => (last?.files ?? []).filter((path) => !written.has(path) && !carried.has(path));
  return {
    open,
    write(outputs) {
      const tree = treeOf();
      for (const output of outputs) {
        tree.write(output);
        written.add(output.path);
      }
    },
    carry(paths, elsewhere) {
      for (const path of paths) {
        if (elsewhere === undefined) carried.add(path);
        else {
          treeOf().link(path, join(elsewhere, path));
          written.add(path);
        }
      }
    },
    adopt(paths) {
      if (!reused) fresh ??= openTree(stage, false);
      for (const path of paths) written.add(path);
    },
    read: (path) => readFileSync(join(written.has(path) ? stage : target, path), "utf8"),
    written: () => [...written],
    gone: listGone,
    finish() {
      const tree = treeOf();
      const gone = listGone();
      if (reused) tree.remove(gone);
      else for (const path of carried) tree.link(path, join(target, path));
      const count = written.size + carried.size;
      return { changed: [...written], gone, count, touched: reused && [...reused.touched] };
    },
  };
}
