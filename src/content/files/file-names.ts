import { fold } from "./fold.ts";
import { isUtf8 } from "node:buffer";
import type { Problem } from "../problems/diagnostic.ts";

/** A name of a folder's listing, as the file system has it and as it can be shown. */
export interface Name {
  readonly bytes: Buffer;
  readonly text: string;
  /** Why nobody can open it by its text, if so. */
  readonly problem: Problem | undefined;
}

/** The name that a text is. */
export function nameOf(text: string): Name {
  return {
    text,
    get bytes() {
      return Buffer.from(text);
    },
    problem: undefined,
  };
}

/** Reads a name's bytes; those that are no UTF-8 are shown by their numbers, as in `caf\xE9.md`. */
export function readName(bytes: Buffer): Name {
  if (isUtf8(bytes)) return { bytes, text: bytes.toString(), problem: undefined };
  const text = Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
  ).join("");
  return {
    bytes,
    text,
    problem: {
      rule: "file-name",
      message: `“${text}” is not a file name that can stand here: it is not UTF-8`,
      hint: "rename it, in lower-case letters, digits and hyphens",
    },
  };
}

export function isTextFile(name: string): boolean {
  return /\.(md|yaml)$/.test(name);
}

/**
 * The names that another computer could not keep beside one of the others: on Windows and macOS “Model.md” and “model.md”
 * are one file, and a checkout there loses one of the two.
 */
export function findClashes(names: readonly Name[]): Map<Name, Problem> {
  const first = new Map<string, Name>();
  // The name that is right as it stands keeps its place.
  const ordered = [...names].sort((a, b) => Number(a.text !== fold(a.text)) - Number(b.text !== fold(b.text)));
  const clashes = new Map<Name, Problem>();
  for (const name of ordered) {
    const key = fold(name.text);
    const other = first.get(key);
    if (other === undefined) first.set(key, name);
    else {
      const isAccent = name.text.normalize("NFC") === other.text.normalize("NFC");
      const why = isAccent ? ", whose accents are stored in two ways," : "";
      clashes.set(name, {
        rule: "file-name",
        message: `“${name.text}” and “${other.text}”${why} are one file on Windows or macOS, so one of them would be lost`,
        hint: "give one of them another name, or delete it",
      });
    }
  }
  return clashes;
}
