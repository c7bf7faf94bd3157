import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
} from "node:fs";
import { type Diagnostic, diagnose, type Problem, START } from "../problems/diagnostic.ts";
import { findClashes, isTextFile, type Name, nameOf, readName } from "./file-names.ts";
import type { Glance, Glanced } from "./glance.ts";
import { PICTURE_ENDING, RECORDING_ENDING } from "./endings.ts";
import { isIgnored } from "./layout.ts";
import { isActive, isPublic, isWellKnown } from "./public-names.ts";
import { describeTooLarge, MOST_PICTURE, MOST_TEXT, mostOfMedia } from "./size.ts";

/** One regular file of the content folder. */
export interface ContentFile extends Glanced {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
}

/** Every file of a content folder in code-point order of paths, and what must not be in one. */
export interface Listing {
  readonly files: readonly ContentFile[];
  /** Paths of what stands there and was not read. */
  readonly refused: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** editions/YYYY/MM-DD-SLOT/FILE: no folder of the format but public/ has one deeper than its third level. */
const DEEPEST = 3;

function forbid(what: string, hint: string): Problem {
  return { rule: "not-a-file", message: `this is ${what}; only regular files are read`, hint };
}

/** In bytes, from the content folder: a site has longer paths than its content, and a computer takes some 4,000 with all folders above. */
const LONGEST_PATH = 200;

function refuseLong(path: string): Problem | undefined {
  const bytes = Buffer.byteLength(path);
  if (bytes <= LONGEST_PATH) return undefined;
  return {
    rule: "file-name",
    message: `this path has ${bytes} bytes; ${LONGEST_PATH} is the most`,
    hint: "give the file or its folder a shorter name",
  };
}

/** How large a file of this name may be, in bytes. */
function mostOf(name: string, path: string): number {
  if (isTextFile(name) || isActive(name)) return MOST_TEXT;
  return isPublic(path) ? MOST_PICTURE : mostOfMedia(name);
}

/** Why an entry of the folder is not read, or undefined when it is a file to read. */
function refuse({ text }: Name, stat: Stats, path: string): Problem | undefined {
  if (text.startsWith(".") && !isWellKnown(path))
    return { rule: "not-a-file", message: "names that begin with a dot are not read", hint: "delete or rename it" };
  if (stat.isSymbolicLink()) return forbid("a symbolic link", "put the file itself here");
  if (stat.isDirectory()) return forbid("a folder", "put the file itself here, or rename the folder");
  if (!stat.isFile()) return forbid("not a regular file", "delete it");
  if (stat.nlink > 1) return forbid("a hard link", "put a copy of the file here");
  const most = mostOf(text, path);
  return stat.size > most ? describeTooLarge(stat.size, most) : undefined;
}

/** Whether a file of this name is read when it is needed, since all such may be larger than the memory. */
function isLarge({ text }: Name): boolean {
  return PICTURE_ENDING.test(text) || RECORDING_ENDING.test(text);
}

/** Whether a folder of this name may be one of the format's: a file's name with a folder behind it is a mistake. */
function isFolderName(path: string, { text }: Name): boolean {
  if (isPublic(path)) return !text.startsWith(".") || isWellKnown(path);
  return ![/^\./, PICTURE_ENDING, RECORDING_ENDING].some((no) => no.test(text)) && !isTextFile(text);
}

/** What the computer said when a file or folder could not be read. */
function describeFailure(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return code === "ENOENT"
    ? { rule: "not-a-file", message: "this was here a moment ago and is gone", hint: "run the command again" }
    : { rule: "not-a-file", message: `this cannot be read (${code})`, hint: "check who may read it" };
}

function join(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from("/"), name]);
}

/** Reads a file that was a regular one when it was listed, and refuses it when it has become something else since. */
function read(path: Buffer, name: Name, shown: string): Uint8Array | Problem {
  return withFile(path, name, shown, (file) => readFileSync(file));
}

/** Reads the beginning of such a file, and how many bytes it has. */
function readStart(path: Buffer, name: Name, shown: string, length: number): Glance | Problem {
  return withFile(path, name, shown, (file, size) => {
    const start = new Uint8Array(Math.min(length, size));
    return { start: start.subarray(0, readSync(file, start)), size };
  });
}

/** Opens a file for as long as it is read. */
function withFile<T>(
  path: Buffer,
  name: Name,
  shown: string,
  readOpen: (file: number, size: number) => T,
): T | Problem {
  // A file that is exchanged for a pipe must not make the reader wait; Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & { O_RDONLY: number };
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    return refuse(name, stat, shown) ?? readOpen(file, stat.size);
  } finally {
    closeSync(file);
  }
}

/** What another build found out about a content folder. */
export interface KnownFolder {
  /** Whether the file at a path is the one in which that build found nothing wrong. */
  isSame(path: string): boolean;
  /** The names in the folder at a path, which ends with `/` unless it is the content folder itself, if they are those that were found to be right. */
  namesIn(path: string): readonly string[] | undefined;
  /** Whether a file could be read a moment ago, so that it need not be read before somebody asks for it. */
  isReadable(path: string): boolean;
  /** Told of each file whose bytes are asked for after the listing. */
  readonly onRead: (path: string) => void;
}

/** Nothing is known. */
export const UNKNOWN: KnownFolder = {
  isSame: () => false,
  namesIn: () => undefined,
  isReadable: () => false,
  onRead: () => undefined,
};

/** A file that is read each time it is asked for: all of them may be larger than the memory. */
function createUnread(path: string, place: () => Buffer, name: Name, onRead: KnownFolder["onRead"]): ContentFile {
  return {
    path,
    get bytes() {
      onRead(path);
      try {
        const found = read(place(), name, path);
        return "rule" in found ? new Uint8Array() : found;
      } catch {
        return new Uint8Array();
      }
    },
    glance(length) {
      onRead(path);
      const nothing = { start: new Uint8Array(), size: 0 };
      try {
        const found = readStart(place(), name, path, length);
        return "rule" in found ? nothing : found;
      } catch {
        return nothing;
      }
    },
  };
}

/**
 * Lists and reads a content folder. `label` names the folder in diagnostics; a file that is `known` to be the same is read
 * only when somebody asks for its bytes, as are pictures. Throws only when the folder itself cannot be read. Names are asked for
 * as bytes: one that is no UTF-8 could not be opened again by its text.
 */
export function readContentFolder(folder: string, label: string, known: KnownFolder = UNKNOWN): Listing {
  const files: ContentFile[] = [];
  const refused: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const tell = (path: string, problem: Problem) => {
    refused.push(path);
    diagnostics.push(diagnose(`${label}/${path}`, START, problem));
  };

  const addUnread = (path: string, name: Name, place: () => Buffer): void => {
    files.push(createUnread(path, place, name, known.onRead));
  };

  const readEntry = (parent: Buffer, relative: string, name: Name): void => {
    const path = relative + name.text;
    if (known.isSame(path)) {
      addUnread(path, name, () => join(parent, name.bytes));
      return;
    }
    const full = join(parent, name.bytes);
    try {
      const stat = lstatSync(full);
      if (stat.isDirectory() && isFolderName(path, name)) {
        visit(full, `${path}/`);
        return;
      }
      const refusal = refuse(name, stat, path);
      if (!refusal && (isLarge(name) || isPublic(path) || known.isReadable(path))) {
        addUnread(path, name, () => full);
        return;
      }
      const found = refusal ?? read(full, name, path);
      if ("rule" in found) tell(path, found);
      else files.push({ path, bytes: found });
    } catch (error) {
      tell(path, describeFailure(error));
    }
  };

  const visit = (parent: Buffer, relative: string): void => {
    const level = relative.split("/").length - 1;
    if (level > DEEPEST && !isPublic(relative)) {
      const hint = "an edition's files stand in editions/YYYY/MM-DD-SLOT/, standing pages in pages/";
      tell(relative.slice(0, -1), { rule: "unknown-file", message: `nothing is read from “${relative}”`, hint });
      return;
    }
    const before = known.namesIn(relative);
    if (before) {
      for (const name of before) if (!isIgnored(name)) readEntry(parent, relative, nameOf(name));
      return;
    }
    const names = readdirSync(parent, { encoding: "buffer" })
      .map(readName)
      .filter(({ text }) => !isIgnored(text))
      .sort((a, b) => (a.text < b.text ? -1 : 1));
    const clashes = findClashes(names);
    for (const name of names) {
      const problem = name.problem ?? clashes.get(name) ?? refuseLong(relative + name.text);
      if (problem) tell(relative + name.text, problem);
      else readEntry(parent, relative, name);
    }
  };
  visit(Buffer.from(folder), "");
  return { files, refused, diagnostics };
}
