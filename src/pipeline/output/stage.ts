import { copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Output, Places } from "./output.ts";

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
  /** Undefined where there is none that may be used. */
  readonly spare: Spare | undefined;
}

/** The folder in which a site grows until it is whole. */
export interface Stage {
  write(outputs: readonly Output[]): void;
  /** Takes files over from the last site as they are. */
  carry(paths: readonly string[]): void;
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

/** Gives a file a second name, or a copy where the disk has no such names or the file too many. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Removes the folders that are left without a file. */
function pruneFolders(stage: string, paths: Iterable<string>): void {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== "/"; folder = dirname(folder)) {
      try {
        rmdirSync(join(stage, folder));
      } catch {
        break;
      }
    }
  }
}

/**
 * Makes a stage beside the site; nothing is there before the first file is written. Where there is a spare it becomes the stage
 * and only the differences are written; else all files of the last site that stay get a second name. A file that both
 * sites have is never written into: it is removed, and the new one has its name. What the disk refuses is thrown.
 */
export function createStage({ stage, target }: Places, last: LastSite | undefined): Stage {
  const folders = new Set<string>();
  const written = new Set<string>();
  const carried = new Set<string>();
  const touched = new Set<string>();
  let isOpen = false;
  let isSpare = false;

  const place = (path: string): string => {
    const file = join(stage, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return file;
  };
  const touch = (path: string): void => {
    touched.add(path);
    for (let at = path; at !== "";) {
      at = at.slice(0, at.lastIndexOf("/"));
      if (touched.has(at)) return;
      touched.add(at);
    }
  };
  const remove = (path: string): void => {
    touch(path);
    rmSync(join(stage, path), { force: true });
  };
  const replace = (path: string): string => {
    if (isSpare) remove(path);
    return place(path);
  };
  /** Brings the spare up to the last site. */
  const catchUp = ({ folder, changed, gone }: Spare): boolean => {
    try {
      renameSync(folder, stage);
    } catch {
      return false;
    }
    isSpare = true;
    gone.forEach(remove);
    for (const path of changed) share(join(target, path), replace(path));
    pruneFolders(stage, gone);
    return true;
  };
  const listGone = (): string[] => (last?.files ?? []).filter((path) => !written.has(path) && !carried.has(path));
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    if (!last?.spare || !catchUp(last.spare)) mkdirSync(stage, { recursive: true });
  };
  return {
    write(outputs) {
      open();
      for (const { path, content } of outputs) {
        writeFileSync(replace(path), content);
        written.add(path);
      }
    },
    carry(paths) {
      for (const path of paths) carried.add(path);
    },
    adopt(paths) {
      isOpen = true;
      for (const path of paths) written.add(path);
    },
    read: (path) => readFileSync(join(written.has(path) ? stage : target, path), "utf8"),
    written: () => [...written],
    gone: listGone,
    finish() {
      open();
      const gone = listGone();
      if (isSpare) {
        gone.forEach(remove);
        pruneFolders(stage, gone);
      } else for (const path of carried) share(join(target, path), place(path));
      const count = written.size + carried.size;
      return { changed: [...written], gone, count, touched: isSpare ? [...touched] : undefined };
    },
  };
}
