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

/** Exchanges two files in two steps, where the disk cannot do so in one; a file that comes into being between the two stays. */
function exchangeInSteps(aside: string, path: string, isExpected: (path: string) => boolean): Exchanged {
  const old = `${aside}.old`;
  renameSync(path, old);
  const isRight = isExpected(old);
  const put = putNew(isRight ? aside : old, path);
  // Either way the file that is in nobody's place now stands aside.
  if (isRight || put !== "done") renameSync(old, aside);
  return isRight ? put : "changed";
}

/**
 * Puts the file `aside` in the place of the one at `path`, if that is what it is expected to be, and has the replaced one stand aside. What is
 * there is looked at when it is in our hands and nobody else can find it by its name: so whatever another program put there between the last look and
 * this step comes back to its place, and the new file is taken away again.
 */
export function exchange(aside: string, path: string, isExpected: (path: string) => boolean): Exchanged {
  try {
    swapSync(aside, path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return "gone";
    if (code === "EXDEV") throw error;
    return exchangeInSteps(aside, path, isExpected);
  }
  if (isExpected(aside)) return "done";
  try {
    swapSync(aside, path);
  } catch (error) {
    // It was removed in this very moment; what stood there before is put back.
    if (codeOf(error) !== "ENOENT") throw error;
    putNew(aside, path);
  }
  return "changed";
}
