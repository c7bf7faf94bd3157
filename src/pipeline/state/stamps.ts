import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";

/** What of an entry must be as it was: as many numbers for each, so that thousands are held against each other without a text being made. */
export interface Trait {
  readonly size: number;
  readonly write: (entry: Stats, into: Float64Array, at: number) => void;
}

/** For files that others write: a new owner of the name or a change within the same second shows, too. */
export const ANY_CHANGE: Trait = {
  size: 6,
  write({ size, mtimeMs, ctimeMs, ino, mode, nlink }, into, at) {
    into[at] = size;
    into[at + 1] = mtimeMs;
    into[at + 2] = ctimeMs;
    into[at + 3] = ino;
    into[at + 4] = mode;
    into[at + 5] = nlink;
  },
};

/** In the place of a size. */
const [FOLDER, OTHER] = [-1, -2];

/** For files that a build wrote and that may since have been linked, or moved to another machine in an archive. */
export const OTHER_TEXT: Trait = {
  size: 2,
  write(entry, into, at) {
    into[at] = entry.isDirectory() ? FOLDER : entry.isFile() ? entry.size : OTHER;
    into[at + 1] = entry.mtimeMs;
  },
};

/** The numbers of an entry as text. */
export function describeStamp({ size, write }: Trait, entry: Stats): string {
  const numbers = new Float64Array(size);
  write(entry, numbers, 0);
  return numbers.join(" ");
}

/** What the file system says of every file and folder within a folder, the folder itself included. */
export interface Stamps {
  /** From the folder, with `/` before each part. */
  readonly paths: readonly string[];
  /** Those of each path, one path after the other. */
  readonly numbers: Float64Array;
}

export const NO_STAMPS: Stamps = { paths: [], numbers: new Float64Array() };

/** Whether the numbers at two places are the same; what is not a number is the same as nothing. */
export function isSameStamp(
  { size }: Trait,
  a: Float64Array,
  atA: number,
  b: Float64Array | undefined,
  atB: number,
): boolean {
  for (let number = 0; number < size; number++) if (a[atA + number] !== b?.[atB + number]) return false;
  return true;
}

/** Gathers stamps, path by path. */
export function gatherStamps(trait: Trait, expected = 0) {
  const paths: string[] = [];
  let numbers = new Float64Array(trait.size * Math.max(expected, 64));
  return {
    /** Adds a path and returns where its numbers begin. */
    add(path: string, entry: Stats): number {
      const at = paths.length * trait.size;
      if (at >= numbers.length) {
        const more = new Float64Array(numbers.length * 2);
        more.set(numbers);
        numbers = more;
      }
      trait.write(entry, numbers, at);
      paths.push(path);
      return at;
    },
    /** The numbers so far, and room for more. */
    numbers: () => numbers,
    stamps: (): Stamps => ({ paths, numbers: numbers.subarray(0, paths.length * trait.size) }),
  };
}

function find(folder: string, inner: string): Stats | undefined {
  return lstatSync(folder + inner, { throwIfNoEntry: false });
}

/** Stamps a folder; one that is not there has no stamps. */
export function stampFolder(folder: string, trait: Trait): Stamps {
  const gathered = gatherStamps(trait);
  const visit = (inner: string): void => {
    const entry = find(folder, inner);
    if (!entry) return;
    gathered.add(inner, entry);
    if (entry.isDirectory()) for (const name of readdirSync(join(folder, inner))) visit(`${inner}/${name}`);
  };
  visit("");
  return gathered.stamps();
}

/**
 * Whether a folder still has these stamps, and nothing besides: what comes or goes changes the folder that it stands in. One
 * call of the system for each entry.
 */
export function isUntouched(folder: string, { paths, numbers }: Stamps, trait: Trait): boolean {
  if (paths.length === 0) return find(folder, "") === undefined;
  const own = new Float64Array(trait.size);
  return paths.every((inner, row) => {
    const entry = find(folder, inner);
    if (!entry) return false;
    trait.write(entry, own, 0);
    return isSameStamp(trait, own, 0, numbers, row * trait.size);
  });
}

/** The bytes of all files that a build wrote, of which these are the stamps. */
export function sizeOfFiles({ paths, numbers }: Stamps): number {
  let sum = 0;
  // What is no file has a number below nothing.
  for (let row = 0; row < paths.length; row++) sum += Math.max(numbers[row * OTHER_TEXT.size] ?? 0, 0);
  return sum;
}

/** Those of some stamps of files that a build wrote that are of folders, or that are of files. */
export function pickStamps({ paths, numbers }: Stamps, what: "folders" | "files"): Stamps {
  const { size } = OTHER_TEXT;
  const rows: number[] = [];
  for (let row = 0; row < paths.length; row++)
    if ((numbers[row * size] === FOLDER) === (what === "folders")) rows.push(row);
  const own = new Float64Array(rows.length * size);
  rows.forEach((row, at) => {
    own.set(numbers.subarray(row * size, (row + 1) * size), at * size);
  });
  return { paths: rows.map((row) => paths[row] ?? ""), numbers: own };
}

/** The stamps of a folder of which these were known, once something was done to the entries at `touched`. */
export function stampAgain(folder: string, known: readonly Stamps[], touched: Iterable<string>, trait: Trait): Stamps {
  const again = new Set(touched);
  const count = known.reduce((sum, { paths }) => sum + paths.length, again.size);
  const paths: string[] = [];
  const numbers = new Float64Array(count * trait.size);
  for (const { paths: before, numbers: own } of known)
    before.forEach((inner, row) => {
      if (again.has(inner)) return;
      for (let at = 0; at < trait.size; at++)
        numbers[paths.length * trait.size + at] = own[row * trait.size + at] ?? NaN;
      paths.push(inner);
    });
  for (const inner of again) {
    const entry = find(folder, inner);
    if (!entry) continue;
    trait.write(entry, numbers, paths.length * trait.size);
    paths.push(inner);
  }
  return { paths, numbers: numbers.subarray(0, paths.length * trait.size) };
}
