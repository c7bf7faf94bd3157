import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A file of a built site. */
export interface SiteFile {
  /** From the site's root, without a leading slash. */
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder, as sorted paths from it. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The files of a site whose name ends so. */
export function readFiles(folder: string, ending: string): SiteFile[] {
  return listFiles(folder)
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}
