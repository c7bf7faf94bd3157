import { randomBytes } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeFolder } from "../project.ts";
import { isLetterId } from "./letter-record.ts";

/** Where letters wait for an editor, unless a command is told another place: in the publication's folder, outside git. */
export function usualQueue(): string {
  return join(homeFolder(), ".letters");
}

const RECORD = ".json";
const PART = ".part";
const DONE = "done";
const SECRET = "secret";
const IGNORE = ".gitignore";

/** No write takes so long: what stands aside for longer is of a process that died. In milliseconds. */
const WRITING = 60_000;

/** The places in a queue's folder. */
export interface QueueFolder {
  readonly folder: string;
  readonly record: (id: string) => string;
  /** A file that nobody has yet, for what is written aside. */
  readonly aside: (id: string) => string;
  /** What is remembered of a letter that was decided: its key. */
  readonly done: (id: string) => string;
}

function isOwn(name: string): boolean {
  if (name === DONE || name === SECRET || name === IGNORE || name.endsWith(PART)) return true;
  return name.endsWith(RECORD) && isLetterId(name.slice(0, -RECORD.length));
}

/** Why a folder is not taken for a queue; undefined where it is. Nobody else's folder gets other rights, or loses a file. */
export function refuseFolder(folder: string): string | undefined {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (!entry) return undefined;
  if (!entry.isDirectory()) return `${folder} is not a folder`;
  const strange = readdirSync(folder).find((name) => !isOwn(name));
  return strange === undefined ? undefined : `${folder} holds something else than letters: ${strange}`;
}

/** Makes the folder of a queue where it is missing; only its owner may look into it, and git leaves it alone. */
export function makeFolder(folder: string): QueueFolder {
  mkdirSync(join(folder, DONE), { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const ignore = join(folder, IGNORE);
  if (!statSync(ignore, { throwIfNoEntry: false })) writeFileSync(ignore, "*\n", { mode: 0o600 });
  return {
    folder,
    record: (id) => join(folder, `${id}${RECORD}`),
    aside: (id) => join(folder, `${id}.${randomBytes(6).toString("hex")}${PART}`),
    done: (id) => join(folder, DONE, id),
  };
}

/** The ids of all letters, in order. */
export function listIds({ folder }: Pick<QueueFolder, "folder">): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(RECORD) && isOwn(name))
    .map((name) => name.slice(0, -RECORD.length))
    .sort();
}

/** Deletes files of a folder that were not changed after a moment, as far as they are `wanted`. Returns how many. */
function sweep(folder: string, before: number, wanted: (name: string) => boolean): number {
  const old = readdirSync(folder).filter((name) => {
    const entry = wanted(name) ? lstatSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
    return entry?.isFile() === true && entry.mtimeMs <= before;
  });
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old.length;
}

/** Deletes what processes left behind that died while they wrote. */
export function sweepParts({ folder }: Pick<QueueFolder, "folder">): void {
  sweep(folder, Date.now() - WRITING, (name) => name.endsWith(PART));
}

/** Deletes what is remembered of letters that were decided before a moment. */
export function sweepDone({ folder }: Pick<QueueFolder, "folder">, before: number): void {
  sweep(join(folder, DONE), before, isLetterId);
}

/** The secret by which forms are known again after the server was started anew; it is made where there is none. */
export function readSecret({ folder }: Pick<QueueFolder, "folder">): Buffer {
  const path = join(folder, SECRET);
  try {
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  if (secret.length >= 32) return secret;
  // A disk that was full, or a machine that died, left less than a secret.
  rmSync(path, { force: true });
  return readSecret({ folder });
}
