import { readSealed, writeSealed } from "./sealed.ts";

/** Many texts, none of which holds a zero, and many numbers: read in a tenth of the time that JSON takes. */
export interface Table {
  readonly texts: readonly string[];
  readonly numbers: Float64Array;
}

/** Bytes of the two counts with which a table begins: of its texts, and of the bytes that these take. */
const HEAD = 8;

/** Writes a table, whole or not at all, and returns its digest. Throws what the disk refuses. */
export function writeTable(path: string, { texts, numbers }: Table): string {
  const text = Buffer.from(texts.join("\0"));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(texts.length, 0);
  head.writeUInt32LE(text.length, 4);
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return writeSealed(path, Buffer.concat([head, text, bytes]));
}

/** Reads the table with this digest; undefined when it is missing, damaged or another. */
export function readTable(path: string, digest: string | undefined): Table | undefined {
  const sealed = readSealed(path);
  if (!sealed || sealed.digest !== digest) return undefined;
  const { body } = sealed;
  const count = body.readUInt32LE(0);
  const end = HEAD + body.readUInt32LE(4);
  const texts = body.toString("utf8", HEAD, end).split("\0");
  // Numbers begin at a multiple of eight bytes only in a memory of their own.
  const numbers = new Float64Array(Uint8Array.from(body.subarray(end)).buffer);
  return { texts: count === 0 ? [] : texts, numbers };
}
