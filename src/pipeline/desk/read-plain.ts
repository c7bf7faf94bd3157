import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { MOST_TEXT } from "../../content/files/size.ts";

/** Reads a file that was a plain one when it was looked at; undefined where it is gone or has become something else since. */
export function readPlain(path: string): Uint8Array | undefined {
  // A file that is exchanged for a link or a pipe must neither lead away nor make the reader wait; Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & { O_RDONLY: number };
  let file: number;
  try {
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= MOST_TEXT ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** Bytes as a text with its byte-order mark, which make the same bytes again; undefined where they are no UTF-8. */
export function decodeExactly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text as bytes; undefined where it has half characters, which no file can hold. */
export function encodeExactly(text: string): Uint8Array | undefined {
  const bytes = new TextEncoder().encode(text);
  return decodeExactly(bytes) === text ? bytes : undefined;
}
