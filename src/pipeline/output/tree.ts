import { copyFileSync, linkSync, mkdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Output, writeOutput } from "./output.ts";

/** A folder of files in which no file is written into: one that goes is removed, and the new one has its name. */
export interface Tree {
  write(output: Output): void;
  /** Gives a file from elsewhere a second name here, or a copy. */
  link(path: string, from: string): void;
  /** Removes files, and the folders that are left without one. */
  remove(paths: readonly string[]): void;
  /** The files and folders that were written, linked or removed. */
  readonly touched: ReadonlySet<string>;
}

/** Gives a file a second name, or a copy where the disk has no such names or the file too many. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Removes the folders that are left without a file. */
function pruneFolders(root: string, paths: Iterable<string>): void {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== "/"; folder = dirname(folder)) {
      try {
        rmdirSync(join(root, folder));
      } catch {
        break;
      }
    }
  }
}

/** Notes a path, and every folder in which it lies. */
export function noteWithFolders(path: string, noted: Set<string>): void {
  for (let at = path; !noted.has(at); at = at.slice(0, at.lastIndexOf("/"))) noted.add(at);
}

/** Opens a folder that is there; where it holds files, what is written or linked may replace them. What the disk refuses is thrown. */
export function openTree(root: string, holdsFiles: boolean): Tree {
  const folders = new Set<string>();
  const touched = new Set<string>();
  const remove = (path: string): void => {
    noteWithFolders(path, touched);
    rmSync(join(root, path), { force: true });
  };
  /** Makes room for a file. */
  const clear = (path: string): string => {
    if (holdsFiles) remove(path);
    const file = join(root, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return file;
  };
  return {
    write: (output) => {
      writeOutput(clear(output.path), output);
    },
    link: (path, from) => {
      linkOrCopy(from, clear(path));
    },
    remove(paths) {
      paths.forEach(remove);
      pruneFolders(root, paths);
    },
    touched,
  };
}
