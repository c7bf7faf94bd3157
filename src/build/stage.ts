import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Output, Places } from "./output.ts";

/** The folder in which a site grows until it is whole. */
export interface Stage {
  write(outputs: readonly Output[]): void;
  /** Takes files over from the last site as they are. */
  carry(paths: readonly string[]): void;
  /** The text of a file that is there. */
  read(path: string): string | undefined;
  /** How many files are there. */
  count(): number;
}

/** Makes a stage beside the site. What it does throws what the disk refuses. */
export function createStage({ stage, target }: Places): Stage {
  const made = new Set<string>();
  let count = 0;
  const place = (path: string): string => {
    const file = join(stage, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    count++;
    return file;
  };
  return {
    write(outputs) {
      for (const { path, content } of outputs) writeFileSync(place(path), content);
    },
    carry(paths) {
      for (const path of paths) {
        const file = place(path);
        try {
          linkSync(join(target, path), file);
        } catch {
          // A disk without hard links, or a file with as many as it can have.
          copyFileSync(join(target, path), file);
        }
      }
    },
    read: (path) => readFileSync(join(stage, path), "utf8"),
    count: () => count,
  };
}
