import { linkSync, mkdirSync, rmSync } from "node:fs";
import { OTHER_TEXT, stampAgain, type Stamps } from "./stamps.ts";

/** A site, and the paths of all folders and files in it, that of itself being empty. */
export interface TwinOrder {
  readonly site: string;
  /** The folder that the twin will be; what is there is removed. */
  readonly twin: string;
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * Gives each file of a site a second name in another folder, and returns the stamps of the folders there. Throws what the disk
 * refuses, be it to have second names: to copy all files would take no less time than to make the site without a twin.
 */
export function makeTwin({ site, twin, folders, files }: TwinOrder): Stamps {
  rmSync(twin, { recursive: true, force: true });
  // In order, a folder comes before what is in it.
  for (const path of [...folders].sort()) mkdirSync(twin + path);
  for (const path of files) linkSync(site + path, twin + path);
  return stampAgain(twin, [], folders, OTHER_TEXT);
}
