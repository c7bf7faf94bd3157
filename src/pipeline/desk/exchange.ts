import { linkSync, renameSync, rmSync } from "node:fs";
import { swapSync } from "fs-native-extensions";

/** What became of a file's place: the new one stands there, or what stood there meanwhile does. */
export type Exchanged = "done" | "changed" | "gone";

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Puts a file where none is. "changed" where one is there by now. */
export function putNew(aside: string, path: string): Exchanged {
  try {
    linkSync(aside, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return "changed";
    if (codeOf(error) === "ENOENT") return "gone";
    throw error;
  }
  rmSync(aside, { force: true });
  return "done";
}

/** Says what a file holds: two files of which it says the same are as one. */
export type Look = (path: string) => string | undefined;

/** Exchanges two files in two steps, where the disk cannot do so in one; a file that comes into being between the two stays. */
export function exchangeInSteps(aside: string, path: string, expected: string, look: Look): Exchanged {
  const old = `${aside}.old`;
  renameSync(path, old);
  const isRight = look(old) === expected;
  const put = putNew(isRight ? aside : old, path);
  // Either way the file that is in nobody's place now stands aside.
  if (isRight || put !== "done") renameSync(old, aside);
  return isRight ? put : "changed";
}

/** So often somebody else is let write in the very moment in which his last text is put back. */
const MOST_TRIES = 20;

/** Puts what was found in a place back, until what stands aside is what stood there last, and not what somebody put there meanwhile. */
function putBack(aside: string, path: string, put: string | undefined, look: Look): Exchanged {
  let last = put;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next = look(aside);
    try {
      swapSync(aside, path);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      // It was removed in this very moment: what stood there before is put back.
      return putNew(aside, path) === "done" ? "changed" : "gone";
    }
    if (look(aside) === last) break;
    last = next;
  }
  return "changed";
}

/**
 * Puts the file `aside` in the place of the one at `path`, if that is what it is `expected` to be, and has the replaced one stand aside. What was
 * there is looked at when nobody can find it by its name any more: so whatever another program put there between the last look and
 * this step comes back to its place, and the new file is taken away again.
 */
export function exchange(aside: string, path: string, expected: string, look: Look): Exchanged {
  const ours = look(aside);
  try {
    swapSync(aside, path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return "gone";
    if (code === "EXDEV") throw error;
    return exchangeInSteps(aside, path, expected, look);
  }
  return look(aside) === expected ? "done" : putBack(aside, path, ours, look);
}
