import { createUnits } from "../../../content/words/units.ts";

/**
 * What of a text is not its writer's own words: code, addresses, quotations, words of another language. Each of its UTF-16 units
 * is put out (`MASKED`), so that every other stands where it stood.
 */

/** Stands for a unit that is nobody's word. */
export const MASKED = 0xfffc;

const LINE_FEED = 0x0a;
const OPEN = 0x5b;

/** So far the end of a quotation is looked for, in UTF-16 units. */
const LONGEST_QUOTE = 800;
const LONGEST_CODE = 2000;

/** How quotations begin, and what ends each. */
const QUOTES: ReadonlyMap<number, string> = new Map(
  [
    ['"', '"'],
    ["“", "”"],
    ["„", "“”"],
    ["«", "»"],
    ["‘", "’"],
  ].map(([open = "", close = ""]) => [open.charCodeAt(0), close]),
);

/** Signs at which something may begin or end that is masked; between them nothing is looked at. */
const SIGNS = /\n(?![a-zA-Z])|[`\\[\]<:@"“„«‘]/g;

const DEFINITION = /\[\^[^\]\n]{1,80}\]:|\[[^\]\n]{1,200}\]:[^\n]*/y;
const FENCE = / {0,3}(`{3,}|~{3,})/y;
const LANGUAGE = /\{\s*lang\s*=\s*"?[A-Za-z\d-]+"?\s*\}/y;
const TAG = /<[a-z/!?][^<>\n]{0,500}>/iy;
const INDENTED = /(?: {4}|\t)[^\n]*/y;

function put(codes: Uint16Array, from: number, to: number): void {
  for (let at = from; at < to; at++) if (codes[at] !== LINE_FEED) codes[at] = MASKED;
}

/** Where a sticky expression that holds at a place ends; undefined where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where the paragraph ends in which a place lies, or the stretch in which something is looked for. */
function limitOf(text: string, at: number, most: number): number {
  const blank = text.indexOf("\n\n", at);
  return Math.min(blank < 0 ? text.length : blank, at + most);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Where a block of code ends that a fence opens: at its like, or with the text. */
function fenceEnd(text: string, at: number, fence: string): number {
  for (let line = lineEnd(text, at) + 1; line < text.length; line = lineEnd(text, line) + 1) {
    const end = lineEnd(text, line);
    if (text.slice(line, end).trim().startsWith(fence)) return end;
  }
  return text.length;
}

/** What begins a line, if that is no prose as a whole: where it ends. */
function blockEnd(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) === OPEN) return endOf(DEFINITION, text, at);
  FENCE.lastIndex = at;
  const [, fence] = FENCE.exec(text) ?? [];
  if (fence !== undefined) return fenceEnd(text, at, fence);
  if (/^ {0,3}>/.test(text.slice(at, at + 4))) return lineEnd(text, at);
  // Below a paragraph it would be a part of that.
  const isApart = at === 0 || text.charCodeAt(at - 2) === LINE_FEED || at === 1;
  return isApart ? endOf(INDENTED, text, at) : undefined;
}

/** Where an address ends that its place is in, and where it begins: all between blanks. */
function wordAround(text: string, at: number): [from: number, to: number] {
  let from = at;
  while (from > 0 && !/[\s([<"“]/.test(text.charAt(from - 1))) from--;
  let to = at;
  while (to < text.length && !/[\s)\]>"”]/.test(text.charAt(to))) to++;
  return [from, to];
}

/** Where the brackets close that an address opens behind “]”. */
function targetEnd(text: string, open: number): number | undefined {
  const limit = limitOf(text, open, LONGEST_CODE);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x28) depth++;
    else if (sign === 0x29 && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Where the quotation ends that begins at a place; undefined where it does not, or none begins there. */
function quoteEnd(text: string, at: number, closing: string): number | undefined {
  const isSingle = closing === "’";
  if (/\s/.test(text.charAt(at + 1))) return undefined;
  const limit = limitOf(text, at + 1, LONGEST_QUOTE);
  for (let end = at + 1; end < limit; end++) {
    if (!closing.includes(text.charAt(end))) continue;
    if (!isSingle || !/[\p{L}\p{N}]/u.test(text.charAt(end + 1))) return end;
  }
  return undefined;
}

/** Masks what a sign of Markdown begins or ends, and returns where to go on. */
function maskAt(codes: Uint16Array, text: string, at: number): number {
  const next = text.charAt(at + 1);
  switch (text[at]) {
    case "\\":
      return at + 2;
    case "`": {
      let from = at;
      while (text[from] === "`") from++;
      const end = text.indexOf(text.slice(at, from), from);
      if (end < 0 || end > limitOf(text, at, LONGEST_CODE)) return from;
      put(codes, at, end + from - at);
      return end + from - at;
    }
    case "[": {
      const end = next === "^" ? text.indexOf("]", at) : -1;
      if (end > 0 && end - at < 80) put(codes, at, end + 1);
      return at + 1;
    }
    case "]": {
      const end = next === "(" ? targetEnd(text, at + 1) : next === "{" ? endOf(LANGUAGE, text, at + 1) : undefined;
      if (end === undefined) return at + 1;
      const from = next === "(" ? at + 1 : codes.lastIndexOf(OPEN, at);
      put(codes, Math.max(0, from), end);
      return end;
    }
    case "<": {
      const end = endOf(TAG, text, at);
      if (end !== undefined) put(codes, at, end);
      return end ?? at + 1;
    }
    case ":":
    case "@": {
      if (text[at] === ":" ? next !== "/" || text[at + 2] !== "/" : !/[\w]/.test(next)) return at + 1;
      const [from, to] = wordAround(text, at);
      put(codes, from, to);
      return to;
    }
    default:
      return at + 1;
  }
}

const unitsOf = createUnits();

/**
 * The UTF-16 units of a text and a line feed, with those masked that are no words of its writer's. The first `markdown` units are read
 * as Markdown, where a line may be a block of code or a quotation; in all, what stands in quotation marks is somebody else's.
 * They hold until the next text is masked.
 */
export function mask(text: string, markdown: number): Uint16Array {
  const codes = unitsOf(text);
  const first = markdown > 0 ? blockEnd(text, 0) : undefined;
  if (first !== undefined) put(codes, 0, first);
  SIGNS.lastIndex = first ?? 0;
  while (SIGNS.test(text)) {
    const at = SIGNS.lastIndex - 1;
    const code = text.charCodeAt(at);
    let end: number | undefined;
    if (code === LINE_FEED) {
      end = at + 1 < markdown ? blockEnd(text, at + 1) : undefined;
      if (end !== undefined) put(codes, at + 1, end);
    } else {
      const closing = QUOTES.get(code);
      if (closing === undefined) end = maskAt(codes, text, at);
      else {
        end = quoteEnd(text, at, closing);
        if (end !== undefined) put(codes, at + 1, end++);
      }
    }
    // What else was looked at has moved the place of no sign but this one.
    SIGNS.lastIndex = end ?? at + 1;
  }
  SIGNS.lastIndex = 0;
  return codes;
}

/** Masked units as text again. */
export function textOf(codes: Uint16Array): string {
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString("utf16le");
}
