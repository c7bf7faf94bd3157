import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { digestOf } from "./digest.ts";
import { PROJECT } from "./project.ts";

/** The folder of all that builds keep for each other. */
export function cacheFolder(): string {
  return process.env["EVENING_UPDATE_CACHE"] ?? join(PROJECT, ".cache");
}

const DAY = 24 * 60 * 60 * 1000;
/** What no build has asked for in so many days is let go. */
const UNUSED = 90;

/** Files that take long to make, each by a name that says all that it depends on. */
export interface Kept {
  /** Gives the file of a name: the kept one, or the one that `make` makes. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Bytes of the digest that ends each kept file. */
const SEAL = 22;

function sealOf(body: Uint8Array): Buffer {
  return Buffer.from(digestOf(body), "latin1");
}

function read(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    const [body, seal] = [bytes.subarray(0, -SEAL), bytes.subarray(-SEAL)];
    // Cut short or damaged, it is as good as none.
    if (!seal.equals(sealOf(body))) return undefined;
    // The time of a file says when it was last of use, to the day.
    const now = Date.now();
    if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000);
    return body;
  } catch {
    return undefined;
  }
}

/** Forgets the files of a folder that were not used for long. */
export function pruneKept(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && Date.now() - statSync(path).mtimeMs > UNUSED * DAY) rmSync(path, { force: true });
  }
}

const ASKED = ".pruned";

/** Once a day, and only when something was put in: a build that makes nothing new is not to read the whole folder. */
function pruneDaily(folder: string): void {
  const path = join(folder, ASKED);
  const last = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - last < DAY) return;
  writeFileSync(path, "");
  pruneKept(folder);
}

/** Opens the folder of kept files called `name`. What the disk refuses is made anew each time, and no failure of a build. */
export function openKept(name: string): Kept {
  const folder = join(cacheFolder(), name);
  let isPruned = false;
  const write = (path: string, bytes: Uint8Array): void => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      const stage = `${path}.${process.pid}-${threadId}`;
      writeFileSync(stage, Buffer.concat([bytes, sealOf(bytes)]));
      renameSync(stage, path);
      if (!isPruned) pruneDaily(folder);
      isPruned = true;
    } catch {
      return;
    }
  };
  return {
    async get(file, make) {
      const path = join(folder, file.slice(0, 2), file);
      const known = read(path);
      if (known) return known;
      const bytes = await make();
      write(path, bytes);
      return bytes;
    },
  };
}
