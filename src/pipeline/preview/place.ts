import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DAY } from "../../cache.mjs";
import { digestOf } from "../digest.ts";
import { discard } from "../output/discard.ts";
import { acquireLock } from "../output/lock.ts";
import { cacheFolder } from "../state/kept.ts";
import { readPiece, writePiece } from "../state/pieces.ts";

/** The folder that a preview has to itself while it runs. */
export interface Place {
  /** Where its site lies. */
  readonly site: string;
  /** Lets another preview have it. */
  release(): void;
}

/** What no preview has asked for in so many days is let go. */
const UNUSED = 30;

const LOCK = "lock";
const OWNER = "owner";
const LEFTOVER = "leftover";

function parentFolder(): string {
  return join(cacheFolder(), "preview");
}

/** Whether what lies in a folder may still be of use: its content is there, and somebody looked at it not long ago. */
function isOfUse(folder: string): boolean {
  const content = readPiece(join(folder, OWNER));
  if (typeof content !== "string" || !existsSync(content)) return false;
  return Date.now() - statSync(join(folder, OWNER)).mtimeMs < UNUSED * DAY;
}

/** Removes the folders that are of no use, and in which no preview runs. What the disk refuses is tried again by the next preview. */
function prunePlaces(own: string): void {
  for (const name of readdirSync(parentFolder())) {
    const folder = join(parentFolder(), name);
    try {
      if (name === own || isOfUse(folder)) continue;
      if (statSync(folder).isDirectory()) {
        const release = acquireLock(join(folder, LOCK));
        release?.();
        if (!release) continue;
      }
      rmSync(folder, { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}

/**
 * Takes a folder for a preview of some content: the one of the last preview, or of the next one that ran beside it where that
 * still runs. It is given back when the process ends, however it ends. Throws what the disk refuses.
 */
export function takePlace(content: string): Place {
  const source = realpathSync.native(content);
  for (let count = 1; ; count++) {
    const name = `${digestOf(source)}.${count}`;
    const folder = join(parentFolder(), name);
    mkdirSync(folder, { recursive: true });
    const release = acquireLock(join(folder, LOCK));
    if (!release) continue;
    writePiece(join(folder, OWNER), source);
    prunePlaces(name);
    return { site: join(realpathSync.native(folder), "site"), release };
  }
}

/** Clears a place: what lies there is put aside in one step, and removed meanwhile. */
export function clearPlace({ site }: Place): void {
  discard([site], join(site, "..", LEFTOVER));
  mkdirSync(site, { recursive: true });
}
