import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "../output/output.ts";
import type { Stage } from "../output/stage.ts";

/** A stage that is looked at while it grows: nobody but its editor does. */
export interface ServedFolder extends Stage {
  /** Begins the next making of the site; what of the last was not finished counts as there. */
  begin(): void;
  /** The content of a file that was written and not removed since; undefined for every other path. Throws what the disk refuses. */
  find(path: string): Uint8Array | undefined;
}

/** Empties a folder and makes it a stage that is written into as it is, site after site. */
export function createServedFolder(folder: string): ServedFolder {
  rmSync(folder, { recursive: true, force: true });
  const there = new Set<string>();
  const written = new Set<string>();
  const carried = new Set<string>();
  const isThere = (path: string) => written.has(path) || there.has(path);
  const listGone = () => [...there].filter((path) => !written.has(path) && !carried.has(path));
  return {
    begin() {
      for (const path of written) there.add(path);
      written.clear();
      carried.clear();
    },
    find: (path) => (isThere(path) ? readFileSync(join(folder, path)) : undefined),
    write(outputs) {
      for (const { path } of outputs) written.add(path);
      writeFiles(folder, outputs);
    },
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
      for (const path of gone) {
        rmSync(join(folder, path), { force: true });
        there.delete(path);
      }
      for (const path of written) there.add(path);
      return { changed: [...written], gone, count: there.size, touched: undefined };
    },
  };
}
