import { createUnits } from "../../content/words/units.ts";

/** A sign that stands within words: a letter, a digit, and those that may stand within one, as in “3.5”, “co-op” and “l’IA”. */
const WITHIN = /[\p{L}\p{M}\p{N}.'’-]/u;
/** Of scripts that write no spaces: of these two signs beside each other stand for a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const [NONE, IN_WORD, ALONE] = [1, 2, 3];

function look(code: number): number {
  const sign = String.fromCodePoint(code);
  return UNSPACED.test(sign) ? ALONE : WITHIN.test(sign) ? IN_WORD : NONE;
}

/** Of each character of the basic plane, and of each other one, once it was asked for, what it is in a word. */
const kinds = new Uint8Array(0x10000);
const others = new Map<number, number>();

function kindOf(code: number): number {
  if (code < 0x10000) return (kinds[code] as number) || (kinds[code] = look(code));
  const known = others.get(code) ?? look(code);
  others.set(code, known);
  return known;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

/** How many units the character at a place has. */
function sizeAt(units: Uint16Array, at: number): number {
  return isHigh(units[at] as number) && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00 ? 2 : 1;
}

function codeAt(units: Uint16Array, at: number, size: number): number {
  const unit = units[at] as number;
  return size === 1 ? unit : (unit - 0xd800) * 0x400 + ((units[at + 1] as number) - 0xdc00) + 0x10000;
}

const LETTER_S = "s".charCodeAt(0);

function isSign(unit: number | undefined): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x27 || unit === 0x2019;
}

type Take = (start: number, end: number) => void;

/** Takes a word as it is compared: without signs at its ends, a mark of the genitive or of the plural; none of a single unit. */
function takeWord(units: Uint16Array, from: number, to: number, take: Take): void {
  let [start, end] = [from, to];
  while (start < end && isSign(units[start])) start++;
  while (start < end && isSign(units[end - 1])) end--;
  if (end - start > 2 && units[end - 1] === LETTER_S) {
    const before = units[end - 2];
    if (before === 0x27 || before === 0x2019) end -= 2;
    else if (end - start > 4 && before !== LETTER_S) end -= 1;
  }
  if (end - start > 1) take(start, end);
}

/** Takes each two signs that stand beside each other in a word that is written without spaces. */
function takePairs(units: Uint16Array, from: number, to: number, take: Take): void {
  let last: number | undefined;
  for (let at = from; at < to;) {
    const size = sizeAt(units, at);
    const isAlone = kindOf(codeAt(units, at, size)) === ALONE;
    if (isAlone && last !== undefined) take(last, at + size);
    last = isAlone ? at : undefined;
    at += size;
  }
}

const unitsOf = createUnits();

/** Calls `take` with where each term of a text in small letters begins and ends in its units, in order; in any language, without a list of its words. */
function takeTerms(units: Uint16Array, length: number, take: Take): void {
  let start = -1;
  let hasAlone = false;
  for (let at = 0; at <= length;) {
    const size = sizeAt(units, at);
    // The line feed behind the text ends its last word.
    const kind = kindOf(codeAt(units, at, size));
    if (kind !== NONE) {
      if (start < 0) start = at;
      hasAlone ||= kind === ALONE;
    } else if (start >= 0) {
      if (hasAlone) takePairs(units, start, at, take);
      else takeWord(units, start, at, take);
      start = -1;
      hasAlone = false;
    }
    at += size;
  }
}

/** The terms of a text, in its order, with repeats: by them it is held against others. */
export function listTerms(text: string): string[] {
  const small = text.toLowerCase();
  const terms: string[] = [];
  takeTerms(unitsOf(small), small.length, (start, end) => terms.push(small.slice(start, end)));
  return terms;
}

let digests = new Uint32Array(1 << 12);

/** The terms of a text by their digests (FNV-1a), of 30 bits, in ascending order, with repeats: two of a language's words hardly ever have the same. */
export function digestTerms(text: string): Uint32Array {
  const small = text.toLowerCase();
  const units = unitsOf(small);
  // No text has more terms than units.
  if (digests.length < small.length) digests = new Uint32Array(2 * small.length);
  let count = 0;
  takeTerms(units, small.length, (start, end) => {
    let digest = 0x811c9dc5;
    for (let at = start; at < end; at++) digest = Math.imul(digest ^ (units[at] as number), 0x01000193);
    digests[count++] = (digest ^ (digest >>> 15)) & 0x3fffffff;
  });
  return digests.slice(0, count).sort();
}
