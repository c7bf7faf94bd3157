import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MOST, Refusal } from "../archive/refusal.ts";

/** A file of a folder, by its path from there with “/”. */
export interface FolderFile {
  readonly path: string;
  readonly size: number;
  readonly read: () => Uint8Array;
}

/** What generators and their tools keep beside texts. */
const SKIPPED = new Set([
  "node_modules",
  "_site",
  "_layouts",
  "_includes",
  "_data",
  "_sass",
  "_plugins",
  "archetypes",
  "layouts",
  "themes",
  "vendor",
]);

/**
 * The files of a folder, in the order of their paths. Hidden ones and symbolic links are passed over: what lies behind a link is no
 * part of the archive, and may be anybody's; they are told.
 */
export function listFolder(folder: string, tell: (left: string) => void): FolderFile[] {
  const files: FolderFile[] = [];
  const visit = (under: string): void => {
    const names = readdirSync(join(folder, under), { withFileTypes: true });
    for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const path = under === "" ? name : `${under}/${name}`;
      if (entry.isSymbolicLink()) tell(`${path}, which is a symbolic link`);
      else if (name.startsWith(".") || (entry.isDirectory() && SKIPPED.has(name))) continue;
      else if (entry.isDirectory()) {
        if (path.split("/").length > MOST.xmlDepth)
          throw new Refusal(`${path} lies more than ${MOST.xmlDepth} folders deep`);
        visit(path);
      } else if (entry.isFile()) {
        const full = join(folder, path);
        const { size } = lstatSync(full);
        files.push({ path, size, read: () => readFileSync(full) });
        if (files.length > MOST.files) throw new Refusal(`the folder has more than ${MOST.files} files`);
      }
    }
  };
  visit("");
  return files;
}
