import { closeSync, fstatSync, openSync, rmSync, statSync } from "node:fs";
import { tryLock } from "fs-native-extensions";

/** Whether an open file is still the one that stands at `path`. */
function isAt(path: string, file: number): boolean {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false });
  const own = fstatSync(file, { bigint: true });
  return there?.ino === own.ino && there.dev === own.dev;
}

/** A lock file that this process holds. */
export interface Held {
  /** The open file: a process that inherits it holds the lock as well. */
  readonly file: number;
  readonly release: () => void;
}

/**
 * Takes the lock file at `path`; undefined while another living process holds it. The operating system lets go of the lock when
 * all processes that hold it have ended, however they ended, so none is ever left by a dead one.
 */
export function holdLock(path: string): Held | undefined {
  for (;;) {
    const file = openSync(path, "a+");
    if (!tryLock(file)) {
      closeSync(file);
      return undefined;
    }
    // Its last holder may have removed the file after it was opened here; a lock on that one keeps nobody out.
    if (isAt(path, file))
      return {
        file,
        release() {
          rmSync(path, { force: true });
          closeSync(file);
        },
      };
    closeSync(file);
  }
}

/** Takes the lock file at `path` and returns how to give it back; undefined while another living process holds it. */
export function acquireLock(path: string): (() => void) | undefined {
  return holdLock(path)?.release;
}
