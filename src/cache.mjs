// @ts-check
// How all that is kept to save time gets onto the disk: whole or not at all, and off it again when it is old. This is plain
// JavaScript, since run.mjs keeps the bundled program in this way before any TypeScript can run.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** In milliseconds, as `prune` counts. */
export const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes a file, and the folder that it lies in: aside first, and then under its name. Throws what the disk refuses.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function writeWhole(path, content) {
  const stage = `${path}.${process.pid}-${threadId}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(stage, content);
    renameSync(stage, path);
  } catch (error) {
    rmSync(stage, { force: true });
    throw error;
  }
}

/**
 * Makes a folder: `fill` fills one aside, which then takes its name. Two processes may do so at once: the first is as good as
 * the second, and stays, unless it is not whole. Throws what the disk refuses and what `fill` throws.
 * @param {string} folder
 * @param {() => boolean} isWhole whether the folder is there as it should be
 * @param {(stage: string) => Promise<unknown>} fill
 */
export async function makeFolder(folder, isWhole, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const stage = mkdtempSync(`${folder}-`);
  try {
    await fill(stage);
    if (!isWhole()) rmSync(folder, { recursive: true, force: true });
    renameSync(stage, folder);
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    if (!isWhole()) throw error;
  }
}

/**
 * Removes what was last changed longer ago than `age`: of the entries of a folder, or of the files that lie anywhere in it.
 * @param {string} folder
 * @param {number} age
 * @param {"entries" | "files"} [what]
 */
export function prune(folder, age, what = "entries") {
  const isDeep = what === "files";
  for (const entry of readdirSync(folder, { recursive: isDeep, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (isDeep && !entry.isFile()) continue;
    // Another process may have removed it first.
    const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > age) rmSync(path, { recursive: true, force: true });
  }
}
