import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { link, open, readFile, rm } from "node:fs/promises";
import { DAY } from "../../content/time/clock.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { digestOf } from "../digest.ts";
import { idsOf, isLetterId, type LetterRecord, readRecord, type SentLetter, writeRecord } from "./letter-record.ts";
import { listIds, makeFolder, type QueueFolder, sweepDone, sweepParts } from "./queue-folder.ts";

/** No newsroom reads more; in letters, and in bytes. */
const MOST_LETTERS = 2000;
const MOST_BYTES = 20 * 1024 * 1024;

/** So long a letter waits, and so long it is remembered by its key that it was decided; in days of 24 hours. */
export const KEPT_DAYS = 30;

/** What became of a letter that was added. `known`: it was added before, and may have been decided since. */
export type Added = { readonly kept: string } | { readonly known: string } | "full";

/** Letters that wait for an editor, each in a file of its own that only the owner may read. */
export interface Queue {
  readonly folder: string;
  /** Keeps a letter; it is on the disk when the promise is kept. `day` (`YYYY-MM-DD`) gives the id its date: the same each time that the letter comes. */
  readonly add: (letter: SentLetter, key: string, day: string) => Promise<Added>;
  /** Where the file of a letter is. */
  readonly pathOf: (id: string) => string;
  /** All of them, the oldest first, and the ids of files that cannot be read. */
  readonly list: () => { readonly letters: readonly LetterRecord[]; readonly broken: readonly string[] };
  /** Undefined where there is none of this id, or its file cannot be read. */
  readonly get: (id: string) => LetterRecord | undefined;
  /** Deletes a letter with the address in it, and remembers by its key that it was decided. */
  readonly settle: (id: string) => void;
  /** Deletes the letters that were written more than 30 days before a moment; undefined deletes all, with all that is remembered. Returns how many. */
  readonly purge: (now: Instant | undefined) => number;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Writes a file onto the disk, and not only into its memory. */
async function writeAside(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the names of a folder's files onto the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the function that brings the names of a folder's files onto the disk: whoever asks while that is done shares the next time. */
function createSync(folder: string): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        last = syncFolder(folder);
        return last;
      });
    return next;
  };
}

/**
 * Takes room for so many more bytes, until the function that it returns is called; undefined where there is none. The size of a letter never changes, so
 * each is asked for it once; what is being written counts, too, since many letters may come at once.
 */
function createRoom(place: QueueFolder): (bytes: number) => (() => void) | undefined {
  let sizes = new Map<string, number>();
  const underway = new Set<{ readonly bytes: number }>();
  return (bytes) => {
    sizes = new Map(
      listIds(place).map((id) => [
        id,
        sizes.get(id) ?? statSync(place.record(id), { throwIfNoEntry: false })?.size ?? 0,
      ]),
    );
    const claim = { bytes };
    const all = [...sizes.values(), ...Array.from(underway, (other) => other.bytes), bytes];
    if (all.length > MOST_LETTERS || all.reduce((sum, size) => sum + size) > MOST_BYTES) return undefined;
    underway.add(claim);
    return () => underway.delete(claim);
  };
}

function readFileOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Opens the queue of a folder, which is made where it is missing. */
export function openQueue(folder: string): Queue {
  const place = makeFolder(folder);
  sweepParts(place);
  const takeRoom = createRoom(place);
  const sync = createSync(folder);
  const get = (id: string): LetterRecord | undefined => {
    const json = isLetterId(id) ? readFileOf(place.record(id)) : undefined;
    return json === undefined ? undefined : readRecord(json, id);
  };

  /** Whether the id is that of the same letter (`true`), of another one (`false`) or free. */
  const isTaken = (id: string, key: string): boolean | undefined => {
    const done = readFileOf(place.done(id));
    if (done !== undefined) return done === digestOf(key);
    const json = readFileOf(place.record(id));
    return json === undefined ? undefined : readRecord(json, id)?.key === key;
  };

  const add: Queue["add"] = async (letter, key, day) => {
    for (const id of idsOf(key, day)) {
      const taken = isTaken(id, key);
      if (taken === true) return { known: id };
      if (taken === false) continue;
      const text = writeRecord({ ...letter, id, key });
      const release = takeRoom(Buffer.byteLength(text));
      if (!release) return "full";
      const aside = place.aside(id);
      try {
        await writeAside(aside, text);
        await link(aside, place.record(id));
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw error;
        // Somebody wrote it in this very moment, and whoever answers for it must find it on the disk.
        const there = readRecord(await readFile(place.record(id), "utf8"), id);
        if (there?.key !== key) continue;
        await sync();
        return { known: id };
      } finally {
        await rm(aside, { force: true });
        release();
      }
      await sync();
      return { kept: id };
    }
    throw new Error("the ids of letters came to an end");
  };

  const purge: Queue["purge"] = (now) => {
    // A clock that was set ahead to try something must not lose what is young.
    const before = now === undefined ? Infinity : Math.min(now, Date.now()) - KEPT_DAYS * DAY;
    sweepParts(place);
    sweepDone(place, before);
    const old = listIds(place).filter((id) => {
      const at = get(id)?.at ?? statSync(place.record(id), { throwIfNoEntry: false })?.mtimeMs ?? 0;
      return at <= before;
    });
    for (const id of old) rmSync(place.record(id), { force: true });
    return old.length;
  };

  return {
    folder,
    pathOf: place.record,
    add,
    get,
    list() {
      const all = listIds(place).map((id) => ({ id, letter: get(id) }));
      const letters = all.flatMap(({ letter }) => letter ?? []);
      return {
        letters: letters.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
        broken: all.flatMap(({ id, letter }) => (letter ? [] : [id])),
      };
    },
    settle(id) {
      const letter = get(id);
      if (letter) writeFileSync(place.done(id), digestOf(letter.key), { mode: 0o600 });
      rmSync(place.record(id), { force: true });
    },
    purge,
  };
}
