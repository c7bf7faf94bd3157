// @ts-check
// Where the publication is that a command works for: what builds keep for each other lies there. Plain JavaScript, since run.mjs has to
// know it before any TypeScript can run.
import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/**
 * @typedef {{ name?: unknown, dependencies?: Record<string, unknown>, devDependencies?: Record<string, unknown>, eveningUpdate?: unknown }} Manifest
 */

/**
 * The package.json of a folder; undefined where there is none that can be read.
 * @param {string} folder
 * @returns {Manifest | undefined}
 */
export function readManifest(folder) {
  try {
    const manifest = /** @type {unknown} */ (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return typeof manifest === "object" && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The home of what a command does: the nearest folder, from where it was called upwards, whose package.json depends on the program or has a
 * key `eveningUpdate`; else the program's own folder, as in a clone or a fork. Where the program was installed is not asked: it may lie in
 * that folder, beside it, or behind a link.
 * @param {string} program the program's own folder
 * @param {string} from where the command was called
 * @returns {string}
 */
export function findHome(program, from) {
  const { name } = readManifest(program) ?? {};
  for (let folder = from; folder !== program; folder = dirname(folder)) {
    const { dependencies, devDependencies, eveningUpdate } = readManifest(folder) ?? {};
    if (eveningUpdate !== undefined) return folder;
    if (typeof name === "string" && Object.hasOwn({ ...dependencies, ...devDependencies }, name)) return folder;
    if (dirname(folder) === folder) break;
  }
  return program;
}

/**
 * The list that npm keeps of what it put into the folder in which a program is installed, with where each package came from; the file need
 * not be there. Undefined where the program is not installed.
 * @param {string} program the program's own folder
 * @returns {string | undefined}
 */
export function listOfInstalled(program) {
  const end = program.lastIndexOf(`${sep}node_modules${sep}`);
  return end < 0 ? undefined : join(program.slice(0, end), "node_modules", ".package-lock.json");
}
