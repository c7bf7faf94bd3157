import { existsSync, renameSync, rmSync } from "node:fs";

/**
 * Where folders go that have to be out of the way. They are deleted last of all: for minutes after a deletion ext4 passes over
 * every inode that it freed before it takes a new one, which would be measured along with whichever program comes next.
 */
export interface Attic {
  putAway(...folders: readonly string[]): void;
  empty(): void;
}

export function createAttic(folder: string): Attic {
  const away: string[] = [];
  return {
    putAway(...folders) {
      for (const old of folders) {
        if (!existsSync(old)) continue;
        away.push(`${folder}-old-${process.pid}-${away.length}`);
        renameSync(old, away.at(-1) ?? "");
      }
    },
    empty() {
      for (const old of away) rmSync(old, { recursive: true });
    },
  };
}
