import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { sep } from "node:path";
import type { KnownFolder } from "../../content/files/files.ts";
import { MOST_PICTURE } from "../../content/files/size.ts";
import { digestOf } from "../digest.ts";
import { ANY_CHANGE, type Stamps } from "./stamps.ts";

/** What a folder held when a build read it. */
export interface Input {
  readonly folder: string;
  /** Of every file and folder in it, by path from it: a digest of its bytes and of who may read it. */
  readonly digests: Readonly<Record<string, string>>;
  /** By which an unchanged file is known without reading it; empty where they could not tell. */
  readonly stamps: Stamps;
}

/** The coarsest clock of a file system: within it, a file may be written twice and bear one time. */
const TICK = 2000;

/** Begins the digests of all that is no file. */
const OTHER = "/";

/** Whether a digest is of a file that could be read. */
export function isReadable(digest: string | undefined): digest is string {
  return digest !== undefined && digest !== "" && !digest.startsWith(OTHER);
}

/** Whether two digests are of the same file. */
export function isSameFile(a: string | undefined, b: string | undefined): boolean {
  return isReadable(a) && a === b;
}

function digestEntry(path: string, entry: Stats): string {
  // Who may read it and whether it has another name decide whether it is read at all.
  if (!entry.isFile()) return OTHER + digestOf(`${entry.mode}`);
  // As good as one that cannot be read: nothing of a size that no file may have is read whole.
  if (entry.size > MOST_PICTURE) return "";
  try {
    return digestOf(`${entry.mode} ${entry.nlink}`, readFileSync(path));
  } catch {
    // Told where it is read for its content; no file has this digest, so it never counts as unchanged.
    return "";
  }
}

/** Every entry of a folder, the folder itself included, by path from it. */
function* walk(folder: string, inner = ""): Generator<[inner: string, entry: Stats]> {
  const entry = lstatSync(folder + inner, { throwIfNoEntry: false });
  if (!entry) return;
  yield [inner, entry];
  if (entry.isDirectory())
    for (const name of readdirSync(folder + inner).sort()) yield* walk(folder, `${inner}/${name}`);
}

/** The entries that a folder had; undefined where one is gone or a folder was touched and so may hold other names. */
function revisit({ folder, digests, stamps }: Input): [inner: string, entry: Stats][] | undefined {
  const entries: [string, Stats][] = [];
  for (const inner of Object.keys(digests)) {
    const entry = lstatSync(folder + inner, { throwIfNoEntry: false });
    if (!entry || (!entry.isFile() && ANY_CHANGE(entry) !== stamps[inner])) return undefined;
    entries.push([inner, entry]);
  }
  return entries;
}

/** Takes down what a folder holds, before a build reads it; what `last` has and nobody touched is not read again. */
export function takeInput(folder: string, last?: Input): Input {
  const now = Date.now();
  const digests: Record<string, string> = {};
  const stamps: Record<string, string> = {};
  for (const [inner, entry] of (last && revisit(last)) ?? walk(folder)) {
    const stamp = ANY_CHANGE(entry);
    const known = last?.stamps[inner] === stamp ? last.digests[inner] : undefined;
    digests[inner] = known ?? digestEntry(folder + inner, entry);
    stamps[inner] = Math.max(entry.mtimeMs, entry.ctimeMs) < now - TICK ? stamp : "";
  }
  return { folder, digests, stamps };
}

/** The names in each folder, by its path. */
function listNames({ digests }: Input): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const inner of Object.keys(digests)) if (digests[inner]?.startsWith(OTHER)) names.set(inner, []);
  for (const inner of Object.keys(digests)) {
    const cut = inner.lastIndexOf("/");
    if (cut >= 0) names.get(inner.slice(0, cut))?.push(inner.slice(cut + 1));
  }
  return names;
}

/** What is known of a content folder that was taken down, and of what is as it was when it was taken down for the last time. */
export function knowInput(input: Input, last: Input | undefined): Omit<KnownFolder, "onRead"> {
  let names: Map<string, string[]> | undefined;
  return {
    isReadable: (path) => isReadable(input.digests[`/${path}`]),
    isSame: (path) => isSameFile(last?.digests[`/${path}`], input.digests[`/${path}`]),
    namesIn(path) {
      const inner = path === "" ? "" : `/${path.slice(0, -1)}`;
      const stamp = input.stamps[inner];
      return stamp !== "" && stamp === last?.stamps[inner] ? (names ??= listNames(input)).get(inner) : undefined;
    },
  };
}

/**
 * Whether the folders and those files that were read are still as they were when they were taken down. All other files are known by
 * stamps that were taken before the site was made, so that whatever happened to them meanwhile will show.
 */
export function isStill(input: Input, last: Input | undefined, isRead: (path: string) => boolean): boolean {
  const { folder, digests, stamps } = input;
  let names: Map<string, string[]> | undefined;
  return Object.keys(digests).every((inner) => {
    const stamp = stamps[inner];
    const isFolder = digests[inner]?.startsWith(OTHER);
    if (!isFolder && stamp !== "" && stamp === last?.stamps[inner] && !isRead(inner.slice(1))) return true;
    const entry = lstatSync(folder + inner, { throwIfNoEntry: false });
    if (!entry || ANY_CHANGE(entry) === stamp) return entry !== undefined;
    if (digestEntry(folder + inner, entry) !== digests[inner]) return false;
    if (!entry.isDirectory()) return true;
    const now = readdirSync(folder + inner).sort();
    const before = (names ??= listNames(input)).get(inner) ?? [];
    return now.length === before.length && now.every((name, at) => name === before[at]);
  });
}

/** Takes down what a folder holds of which nothing but these files, by their whole paths, was changed since `last`. */
export function takeChanged({ folder, digests, stamps }: Input, changed: Iterable<string>): Input {
  const again = { folder, digests: { ...digests }, stamps: { ...stamps } };
  for (const path of changed) {
    if (!path.startsWith(folder + sep)) continue;
    const inner = path.slice(folder.length).split(sep).join("/");
    const entry = Object.hasOwn(digests, inner) ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    if (!entry) continue;
    again.digests[inner] = digestEntry(path, entry);
    again.stamps[inner] = "";
  }
  return again;
}

/** Whether two takings of a folder found the same, byte for byte. */
export function isSameInput(a: Input, b: Input): boolean {
  const paths = Object.keys(a.digests);
  return (
    paths.length === Object.keys(b.digests).length &&
    paths.every((path) => a.digests[path] !== "" && a.digests[path] === b.digests[path])
  );
}
