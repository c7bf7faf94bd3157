import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { DAY, prune, writeWhole } from "../../cache.mjs";
import { homeFolder } from "../project.ts";
import { readSealed, writeSealed } from "./sealed.ts";

/** The folder of all that builds keep for each other: the publication's, since an installed program is thrown away with each `npm ci`. */
export function cacheFolder(): string {
  return process.env["EVENING_UPDATE_CACHE"] ?? join(homeFolder(), ".cache");
}

/** What no build has asked for in so many days is let go. */
const UNUSED = 90;

/** Files that take long to make, each by a name that says all that it depends on. */
export interface Kept {
  /** Gives the file of a name: the kept one, or the one that `make` makes. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Gives the file of a name if it is kept. */
  find(name: string): Uint8Array | undefined;
  /** Keeps a file under a name. */
  put(name: string, bytes: Uint8Array): void;
}

/** Has the time of a file say when it was last of use, to the day. What the disk refuses is tried again by the next build. */
function touch(path: string): void {
  try {
    const now = Date.now();
    if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000);
  } catch {
    return;
  }
}

const ASKED = ".pruned";

/** Once a day, and only when something was put in: a build that makes nothing new is not to read the whole folder. */
function pruneDaily(folder: string): void {
  const path = join(folder, ASKED);
  const last = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - last < DAY) return;
  writeWhole(path, "");
  prune(folder, UNUSED * DAY, "files");
}

/**
 * Opens the folder of kept files called `name`, in the folder of all unless another is given. What the disk refuses is made
 * anew each time, and no failure of a build.
 */
export function openKept(name: string, parent = cacheFolder()): Kept {
  const folder = join(parent, name);
  let isPruned = false;
  const placeOf = (name: string): string => join(folder, name.slice(0, 2), name);
  const find = (name: string): Uint8Array | undefined => {
    const path = placeOf(name);
    const known = readSealed(path);
    if (known) touch(path);
    return known?.body;
  };
  const put = (name: string, bytes: Uint8Array): void => {
    try {
      writeSealed(placeOf(name), bytes);
      if (!isPruned) pruneDaily(folder);
      isPruned = true;
    } catch {
      return;
    }
  };
  return {
    find,
    put,
    async get(name, make) {
      const known = find(name);
      if (known) return known;
      const bytes = await make();
      put(name, bytes);
      return bytes;
    },
  };
}
