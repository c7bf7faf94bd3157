import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./corpus/files.ts";

/** The paths by which two folders differ, with what is different about each. */
export function compareFolders(one: string, other: string): string[] {
  const [ours, theirs] = [new Set(listFiles(one)), new Set(listFiles(other))];
  const missing = [...theirs].filter((path) => !ours.has(path)).map((path) => `${path} is missing`);
  const surplus = [...ours].filter((path) => !theirs.has(path)).map((path) => `${path} should not be there`);
  const different = [...ours]
    .filter((path) => theirs.has(path) && !readFileSync(join(one, path)).equals(readFileSync(join(other, path))))
    .map((path) => `${path} differs`);
  return [...missing, ...surplus, ...different].sort();
}
