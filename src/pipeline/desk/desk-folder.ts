import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeWhole } from "../../cache.mjs";
import { digestOf } from "../digest.ts";
import { acquireLock } from "../output/lock.ts";
import { cacheFolder } from "../state/kept.ts";
import type { Refused } from "../../views/desk/calls.ts";

/** In the folder of a desk, the path of the content to which it belongs. */
const OWNER = "content";

/** The folder in which desks keep what belongs to some content: their lock, and what they replaced. It is made where it is missing. */
export function deskFolder(content: string): string {
  const path = realpathSync.native(content);
  const folder = join(cacheFolder(), "desk", digestOf(path));
  if (mkdirSync(folder, { recursive: true }) !== undefined) writeWhole(join(folder, OWNER), path);
  return folder;
}

/** The folders of desks whose content is not there any more; of what an earlier version kept, nobody knows whose it is. */
export function abandonedFolders(): { readonly folder: string; readonly isKnown: boolean }[] {
  const desks = join(cacheFolder(), "desk");
  return readdirSync(desks).flatMap((name) => {
    const folder = join(desks, name);
    const note = join(folder, OWNER);
    const isKnown = existsSync(note);
    return isKnown && existsSync(readFileSync(note, "utf8")) ? [] : [{ folder, isKnown }];
  });
}

/** In milliseconds. */
const LONGEST_WAIT = 5000;
const PAUSE = 4;

/** Has `work` done while no other desk does the same (`what`: to write, or to send) with the same content. Refused where another one does not come to an end. */
export async function whileAlone<Result>(
  content: string,
  work: () => Promise<Result> | Result,
  what: "writing" | "sending" = "writing",
): Promise<Result | Refused> {
  const lock = join(deskFolder(content), `${what}.lock`);
  const end = Date.now() + LONGEST_WAIT;
  for (;;) {
    const release = acquireLock(lock);
    if (release)
      try {
        return await work();
      } finally {
        release();
      }
    if (Date.now() > end) return { refused: `another desk is ${what}, and does not come to an end; nothing was done` };
    await wait(PAUSE);
  }
}
