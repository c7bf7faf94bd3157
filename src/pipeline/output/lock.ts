import { closeSync, fstatSync, openSync, rmSync, statSync } from "node:fs";
import { tryLock } from "fs-native-extensions";

/** Whether an open file is still the one that stands at `path`. */
function isAt(path: string, file: number): boolean {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false });
  const own = fstatSync(file, { bigint: true });
  return there?.ino === own.ino && there.dev === own.dev;
}

/**
 * Takes the lock file at `path` and returns how to give it back; undefined while another living process holds it. The
 * operating system lets go of the lock when its process ends, however it ends, so none is ever left by a dead build.
 */
export function acquireLock(path: string): (() => void) | undefined {
  for (;;) {
    const file = openSync(path, "a+");
    if (!tryLock(file)) {
      closeSync(file);
      return undefined;
    }
    // Its last holder may have removed the file after it was opened here; a lock on that one keeps nobody out.
    if (isAt(path, file))
      return () => {
        rmSync(path, { force: true });
        closeSync(file);
      };
    closeSync(file);
  }
}
