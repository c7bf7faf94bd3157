import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";

/** What the file system says of every file and folder within a folder, the folder itself included, by path from it. */
export type Stamps = Readonly<Record<string, string>>;

/** What of an entry must be as it was. */
export type Trait = (entry: Stats) => string;

/** For files that others write: a new owner of the name or a change within the same second shows, too. */
export const ANY_CHANGE: Trait = ({ size, mtimeMs, ctimeMs, ino, mode, nlink }) =>
  [size, mtimeMs, ctimeMs, ino, mode, nlink].join(" ");

/** Begins the stamps of folders. */
export const FOLDER = "folder ";

/** For files that a build wrote and that may since have been linked, or moved to another machine in an archive. */
export const OTHER_TEXT: Trait = (entry) =>
  entry.isDirectory() ? `${FOLDER}${entry.mtimeMs}` : `${entry.isFile() ? entry.size : "none"} ${entry.mtimeMs}`;

/** Stamps a folder; one that is not there has no stamps. */
export function stampFolder(folder: string, trait: Trait): Stamps {
  const stamps: Record<string, string> = {};
  const visit = (path: string, inner: string): void => {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (!entry) return;
    stamps[inner] = trait(entry);
    if (entry.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name), `${inner}/${name}`);
  };
  visit(folder, "");
  return stamps;
}

/**
 * Whether a folder still has these stamps, and nothing besides: what comes or goes changes the folder that it stands in. One
 * call of the system for each entry.
 */
export function isUntouched(folder: string, stamps: Stamps, trait: Trait): boolean {
  const entries = Object.entries(stamps);
  if (entries.length === 0) return lstatSync(folder, { throwIfNoEntry: false }) === undefined;
  return entries.every(([inner, stamp]) => {
    const entry = lstatSync(folder + inner, { throwIfNoEntry: false });
    return entry !== undefined && trait(entry) === stamp;
  });
}

/** The stamps of folders alone. */
export function foldersOf(stamps: Stamps): Stamps {
  return Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => stamp.startsWith(FOLDER)));
}

/** The stamps of a folder of which these were known, once something was done to the entries at `touched`; `known` is changed. */
export function stampAgain(
  folder: string,
  known: Map<string, string>,
  touched: readonly string[],
  trait: Trait,
): Stamps {
  for (const inner of touched) {
    const entry = lstatSync(folder + inner, { throwIfNoEntry: false });
    if (entry) known.set(inner, trait(entry));
    else known.delete(inner);
  }
  return Object.fromEntries(known);
}
