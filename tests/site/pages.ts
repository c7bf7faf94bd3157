import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { inject } from "vitest";

/** A file of a built site. */
export interface SiteFile {
  /** From the site's root, without a leading slash. */
  readonly path: string;
  readonly text: string;
}

/** The two sites that the global setup built. */
export const SITES = [
  { name: "example", folder: inject("exampleSite") },
  { name: "fixture", folder: inject("fixtureSite") },
] as const;

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

export function isRedirect({ text }: SiteFile): boolean {
  return text.includes('http-equiv="refresh"');
}

/** The HTML pages of a site, without those that only lead elsewhere. */
export function readPages(folder: string): SiteFile[] {
  return readFiles(folder, ".html").filter((page) => !isRedirect(page));
}

/** The address path of an HTML file as a reader sees it. */
export function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}
