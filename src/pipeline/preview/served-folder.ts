import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Output, writeFiles } from "../output/output.ts";
import type { Stage } from "../output/stage.ts";
import { noteWithFolders, openTree } from "../output/tree.ts";

/** A stage that is looked at while it grows: nobody but its editor does. */
export interface ServedFolder extends Stage {
  /** Begins the next making of the site; what of the last was not finished counts as there. */
  begin(): void;
  /** Writes those files that are not there as they should be. */
  update(outputs: readonly Output[]): void;
  /** The content of a file that was written and not removed since; undefined for every other path. Throws what the disk refuses. */
  find(path: string): Uint8Array | undefined;
  /** Whether this making has written a file, or found that it stays. */
  isDone(path: string): boolean;
}

/** Makes a folder a stage that is written into as it is, site after site; `files` are those of the last site that stands in it. */
export function createServedFolder(folder: string, files: readonly string[]): ServedFolder {
  const there = new Set(files);
  const written = new Set<string>();
  const carried = new Set<string>();
  const isThere = (path: string) => written.has(path) || there.has(path);
  const listGone = () => [...there].filter((path) => !written.has(path) && !carried.has(path));
  const find = (path: string) => (isThere(path) ? readFileSync(join(folder, path)) : undefined);
  const write = (outputs: readonly Output[]): void => {
    for (const { path } of outputs) written.add(path);
    writeFiles(folder, outputs);
  };
  return {
    find,
    open: () => Promise.resolve(),
    write,
    begin() {
      for (const path of written) there.add(path);
      written.clear();
      carried.clear();
    },
    update(outputs) {
      for (const output of outputs) {
        if (find(output.path)?.equals(Buffer.from(output.content)) !== true) write([output]);
        else if (!written.has(output.path)) carried.add(output.path);
      }
    },
    isDone: (path) => written.has(path) || carried.has(path),
    carry(paths) {
      for (const path of paths) carried.add(path);
    },
    adopt() {
      throw new Error("the preview has no workers");
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    written: () => [...written],
    gone: listGone,
    finish() {
      const gone = listGone();
      openTree(folder, true).remove(gone);
      for (const path of gone) there.delete(path);
      for (const path of written) there.add(path);
      const touched = new Set<string>();
      for (const path of [...written, ...gone]) noteWithFolders(path, touched);
      return { changed: [...written], gone, count: there.size, touched: [...touched] };
    },
  };
}
