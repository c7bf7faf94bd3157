import type { Position, Problem } from "../problems/diagnostic.ts";
import { indexLines } from "./line-index.ts";
import { describeTooLarge, MOST_TEXT } from "../files/size.ts";

/** Bytes as text, or why they are none and where that shows. */
export type Decoded = { readonly text: string } | { readonly problem: Problem; readonly at: Position };

const SAMPLE = 1024;

/** Whether the bytes are UTF-16: by its mark, or, without one, by the zeros that every other byte of most letters then is. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  // A loop rather than a method, since it runs a thousand times for each file.
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0)
      if (at % 2 === 0) even++;
      else odd++;
  return Math.max(even, odd) > Math.max(3, sample.length / 4) && Math.min(even, odd) <= sample.length / 16;
}

/** Whether a text begins with the byte-order mark of UTF-8. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Where the first bytes stand that are no UTF-8. */
function placeOfWrong(bytes: Uint8Array): Position {
  const loose = new TextDecoder().decode(bytes);
  const start = hasMark(bytes) ? 3 : 0;
  // What is wrong was replaced, so from there on the text's own bytes differ from the file's.
  const again = new TextEncoder().encode(loose);
  let same = 0;
  while (same < again.length && again[same] === bytes[start + same]) same++;
  const right = new TextDecoder().decode(bytes.subarray(0, start + same), { stream: true });
  return indexLines(right)(right.length);
}

/** Lines as computers of the last century ended them: to all others the file is one line. */
const OLD_ENDS: Problem = {
  rule: "encoding",
  message: "the lines of this file end with carriage returns (U+000D) alone",
  hint: "save the file with LF or CRLF line ends",
};

/** Reads a text file's bytes: UTF-8, with one byte-order mark at most, of a size that an editor wrote by hand. */
export function decode(bytes: Uint8Array): Decoded {
  const start = { line: 1, column: 1 };
  if (bytes.length > MOST_TEXT) return { problem: describeTooLarge(bytes.length, MOST_TEXT), at: start };
  // So begin documents of word processors, which are archives.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    return {
      problem: {
        rule: "encoding",
        message: "this is no text but a document of a word processor, or an archive",
        hint: "copy its words into a file of plain text",
      },
      at: start,
    };
  if (isUtf16(bytes))
    return { problem: { rule: "encoding", message: "the file is UTF-16", hint: "save it as UTF-8" }, at: start };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\r") && !text.includes("\n") ? { problem: OLD_ENDS, at: start } : { text };
  } catch {
    return {
      problem: { rule: "encoding", message: "the file is not UTF-8 from here on", hint: "save it as UTF-8" },
      at: placeOfWrong(bytes),
    };
  }
}
