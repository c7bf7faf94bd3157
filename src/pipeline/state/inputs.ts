import { lstatSync, readdirSync, type Stats } from "node:fs";
import { sep } from "node:path";
import type { KnownFolder } from "../../content/files/files.ts";
import { mostOfMedia } from "../../content/files/size.ts";
import { rememberOf } from "../../content/words/remember.ts";
import { digestFile, digestOf } from "../digest.ts";
import { ANY_CHANGE, gatherStamps, isSameStamp } from "./stamps.ts";

/** What a folder held when a build read it. */
export interface Input {
  readonly folder: string;
  /** Of every file and folder in it, by path from it: a digest of its bytes and of who may read it. */
  readonly digests: ReadonlyMap<string, string>;
  /** In the same order, the numbers by which an unchanged file is known without reading it (`ANY_CHANGE`); no numbers where they could not tell. */
  readonly stamps: Float64Array;
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
  if (entry.size > mostOfMedia(path)) return "";
  try {
    return digestFile(`${entry.mode} ${entry.nlink}`, path, entry.size);
  } catch {
    // Told where it is read for its content; no file has this digest, so it never counts as unchanged.
    return "";
  }
}

function find(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** What was taken down of an entry of a folder. */
interface Entry {
  /** Where its numbers begin. */
  readonly at: number;
  /** Of a folder, the paths of what stands in it, in order. */
  readonly inner: string[];
}

/** The entries of an input, by their paths. */
const indexOf = rememberOf((input: Input): ReadonlyMap<string, Entry> => {
  const index = new Map<string, Entry>();
  const none: string[] = [];
  for (const [inner, digest] of input.digests) {
    index.set(inner, { at: index.size * ANY_CHANGE.size, inner: digest.startsWith(OTHER) ? [] : none });
    if (inner !== "") index.get(inner.slice(0, inner.lastIndexOf("/")))?.inner.push(inner);
  }
  return index;
});

/** Takes down what a folder holds, before a build reads it; what `last` has and nobody touched is not read again. */
export function takeInput(folder: string, last?: Input): Input {
  const now = Date.now();
  const digests = new Map<string, string>();
  const before = last && indexOf(last);
  const gathered = gatherStamps(ANY_CHANGE, before?.size);
  const visit = (inner: string): void => {
    const entry = find(folder + inner);
    if (!entry) return;
    const at = gathered.add(inner, entry);
    const known = before?.get(inner);
    const isSame = known !== undefined && isSameStamp(ANY_CHANGE, gathered.numbers(), at, last?.stamps, known.at);
    digests.set(inner, (isSame ? last?.digests.get(inner) : undefined) ?? digestEntry(folder + inner, entry));
    if (Math.max(entry.mtimeMs, entry.ctimeMs) >= now - TICK) gathered.numbers()[at] = NaN;
    if (!entry.isDirectory()) return;
    if (isSame) known.inner.forEach(visit);
    else for (const name of readdirSync(folder + inner).sort()) visit(`${inner}/${name}`);
  };
  visit("");
  return { folder, digests, stamps: gathered.stamps().numbers };
}

/** Whether two takings of a folder have the same numbers for an entry, and these tell. */
function isSameEntry(a: Input, b: Input | undefined, inner: string): boolean {
  const [own, other] = [indexOf(a).get(inner), b && indexOf(b).get(inner)];
  return own !== undefined && other !== undefined && isSameStamp(ANY_CHANGE, a.stamps, own.at, b?.stamps, other.at);
}

/** What is known of a content folder that was taken down, and of what is as it was when it was taken down for the last time. */
export function knowInput(input: Input, last: Input | undefined): Omit<KnownFolder, "onRead"> {
  return {
    isReadable: (path) => isReadable(input.digests.get(`/${path}`)),
    isSame(path) {
      const inner = `/${path}`;
      return isSameFile(last?.digests.get(inner), input.digests.get(inner));
    },
    namesIn(path) {
      const inner = path === "" ? "" : `/${path.slice(0, -1)}`;
      if (!isSameEntry(input, last, inner)) return undefined;
      return indexOf(input)
        .get(inner)
        ?.inner.map((own) => own.slice(inner.length + 1));
    },
  };
}

/**
 * Whether the folders and files that were read are still as they were when they were taken down. All others are known by
 * stamps that were taken before the site was made, so that whatever happened to them meanwhile will show.
 */
export function isStill(input: Input, last: Input | undefined, isRead: (path: string) => boolean): boolean {
  const { folder, digests, stamps } = input;
  const numbers = new Float64Array(ANY_CHANGE.size);
  for (const [inner, { at, inner: names }] of indexOf(input)) {
    if (!isRead(inner.slice(1)) && isSameEntry(input, last, inner)) continue;
    const entry = find(folder + inner);
    if (!entry) return false;
    ANY_CHANGE.write(entry, numbers, 0);
    if (isSameStamp(ANY_CHANGE, numbers, 0, stamps, at)) continue;
    if (digestEntry(folder + inner, entry) !== digests.get(inner)) return false;
    if (!entry.isDirectory()) continue;
    const now = readdirSync(folder + inner).sort();
    if (now.length !== names.length || now.some((name, place) => `${inner}/${name}` !== names[place])) return false;
  }
  return true;
}

/** Takes down what a folder holds of which nothing but these files, by their whole paths, was changed since `last`. */
export function takeChanged(last: Input, changed: Iterable<string>): Input {
  const { folder } = last;
  const again = { folder, digests: new Map(last.digests), stamps: last.stamps.slice() };
  for (const path of changed) {
    if (!path.startsWith(folder + sep)) continue;
    const inner = path.slice(folder.length).split(sep).join("/");
    const known = indexOf(last).get(inner);
    const entry = known && find(path);
    if (!entry) continue;
    again.digests.set(inner, digestEntry(path, entry));
    again.stamps[known.at] = NaN;
  }
  return again;
}

/** Whether two takings of a folder found the same, byte for byte. */
export function isSameInput(a: Input, b: Input): boolean {
  if (a.digests.size !== b.digests.size) return false;
  for (const [path, digest] of a.digests) if (digest === "" || digest !== b.digests.get(path)) return false;
  return true;
}
