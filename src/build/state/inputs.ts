import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../digest.ts";
import { ANY_CHANGE, isUntouched, type Stamps } from "./stamps.ts";

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

function digestEntry(path: string, entry: Stats): string {
  // Who may read it and whether it has another name decide whether it is read at all.
  if (!entry.isFile()) return digestOf(`${entry.mode}`);
  try {
    return digestOf(`${entry.mode} ${entry.nlink}`, readFileSync(path));
  } catch {
    // Told where it is read for its content; no file has this digest, so it never counts as unchanged.
    return "";
  }
}

/** Takes down what a folder holds, before a build reads it; what `last` has and nobody touched is not read again. */
export function takeInput(folder: string, last?: Input): Input {
  const now = Date.now();
  const digests: Record<string, string> = {};
  const stamps: Record<string, string> = {};
  const visit = (path: string, inner: string): void => {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (!entry) return;
    const stamp = ANY_CHANGE(entry);
    const known = last?.stamps[inner] === stamp ? last.digests[inner] : undefined;
    digests[inner] = known ?? digestEntry(path, entry);
    stamps[inner] = Math.max(entry.mtimeMs, entry.ctimeMs) < now - TICK ? stamp : "";
    if (entry.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name), `${inner}/${name}`);
  };
  visit(folder, "");
  return { folder, digests, stamps };
}

function isEqual(a: Input["digests"], b: Input["digests"]): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] !== "" && a[path] === b[path]);
}

/** Whether a folder holds what it held, byte for byte. */
export function isSameInput(last: Input): boolean {
  const { folder, digests, stamps } = last;
  return isUntouched(folder, stamps, ANY_CHANGE) || isEqual(digests, takeInput(folder, last).digests);
}
