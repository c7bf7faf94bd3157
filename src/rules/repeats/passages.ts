import { createUnits } from "../../content/words/units.ts";

/** A paragraph of a Markdown text, by how it begins and how it ends. */
export interface Passage {
  /** Digests of its first and of its last words, of 42 bits each. */
  readonly digests: readonly [first: number, last: number];
  /** Its first line in the text, counted from 0. */
  readonly line: number;
}

/** In letters and digits, so that a comma more or less makes no other paragraph: what is shorter may well be written twice. */
const LEAST = 80;

/** What begins a line that is no prose of the writer's: a quotation, code, a table, a picture, a note or definition, a heading. */
const NO_PROSE = /(?: {0,3}(?:>|\||!\[|\[\^?[^\]\n]+\]:|#{1,6}\s)| {4}|\t)/y;
const FENCE = / {0,3}(`{3,}|~{3,})/y;
const BLANK = /[^\S\n]*(?:\n|$)/y;

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** A letter or digit as it is compared, small where it is one of ASCII; 0 for a blank or a sign. */
function letterOf(unit: number): number {
  if (unit < 128) {
    if (unit >= 97 && unit <= 122) return unit;
    if (unit >= 65 && unit <= 90) return unit | 32;
    return unit >= 48 && unit <= 57 ? unit : 0;
  }
  return unit <= 0xbf || (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f) ? 0 : unit;
}

function fenceAt(text: string, at: number): string | undefined {
  FENCE.lastIndex = at;
  return FENCE.exec(text)?.[1];
}

/**
 * The digest of the first letters of a part of a text, or of its last ones, as many as make a passage: 42 bits, by two running sums as
 * cyrb53 mixes them, fast and no secret. Undefined where it has fewer.
 */
function digestEnd(units: Uint16Array, start: number, end: number, isLast: boolean): number | undefined {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  let left = LEAST;
  for (let step = 0; step < end - start && left > 0; step++) {
    const letter = letterOf(units[isLast ? end - 1 - step : start + step] as number);
    if (letter === 0) continue;
    a = Math.imul(a ^ letter, 2_654_435_761);
    b = Math.imul(b ^ letter, 1_597_334_677);
    left--;
  }
  if (left > 0) return undefined;
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 2 ** 21 * (b & 0x1fffff) + (a >>> 11);
}

const unitsOf = createUnits();

/** The paragraphs of a Markdown text that its writer wrote: quotations, code, tables and definitions aside. */
export function listPassages(text: string): Passage[] {
  const found: Passage[] = [];
  const units = unitsOf(text);
  const mayHaveFences = text.includes("```") || text.includes("~~~");
  /** Where the paragraph begins that is being read, and its line. */
  let begun: { readonly start: number; readonly line: number } | undefined;
  let fence: string | undefined;
  const endAt = (end: number): void => {
    if (begun && end - begun.start >= LEAST) {
      const first = digestEnd(units, begun.start, end, false);
      const last = first === undefined ? undefined : digestEnd(units, begun.start, end, true);
      if (first !== undefined && last !== undefined) found.push({ digests: [first, last], line: begun.line });
    }
    begun = undefined;
  };
  for (let start = 0, line = 0; start < text.length; line++) {
    const mark = mayHaveFences ? fenceAt(text, start) : undefined;
    if (mark !== undefined) {
      endAt(start);
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
    } else if (fence === undefined) {
      if (isAt(BLANK, text, start) || (!begun && isAt(NO_PROSE, text, start))) endAt(start);
      else begun ??= { start, line };
    }
    const end = text.indexOf("\n", start);
    start = end < 0 ? text.length : end + 1;
  }
  endAt(text.length);
  return found;
}
