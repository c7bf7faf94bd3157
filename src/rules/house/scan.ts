import { MASKED } from "./mask.ts";

/** A stretch of a text by its UTF-16 offsets. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
}

/** What one pass over a text finds: for each kind of find, offsets in pairs, from and to. */
export interface Finds {
  /** Words that the filter lets through, which a lexicon may know. */
  readonly known: number[];
  /** Words that stand twice, as “the the”. */
  readonly twice: number[];
  /** Words that are a word twice, as “GeminiGemini”. */
  readonly doubled: number[];
  /** “a” before a vowel, and “an” before any word. */
  readonly articles: number[];
  /** Signs that stand where hardly one is meant to. */
  readonly signs: number[];
  /** Letters that are drawn as one, and characters of nobody's. */
  readonly shapes: number[];
}

/** Whether a word's hash may be one of a lexicon's: 1 at each place that is taken. */
export type Filter = Uint8Array;

const SIZE = 1 << 17;

export function createFilter(words: Iterable<string>): Filter {
  const filter = new Uint8Array(SIZE);
  for (const word of words) filter[hashOf(word)] = 1;
  return filter;
}

/** The hash of a word, whatever its capitals. */
function hashOf(word: string): number {
  let hash = 7;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + (word.charCodeAt(at) | 0x20)) | 0;
  return hash & (SIZE - 1);
}

/** 1 for letters and digits, of which words are, 2 for signs that are looked at. */
const KIND = new Uint8Array(0x250);
for (let code = 0; code < KIND.length; code++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) KIND[code] = 1;
for (const sign of ",.;:!?") KIND[sign.charCodeAt(0)] = 2;

const [SPACE, LINE_FEED] = [0x20, 0x0a];

function kindOf(code: number | undefined): number {
  return code === undefined || code >= 0x250 ? 0 : (KIND[code] as number);
}

function isVowel(code: number): boolean {
  const small = code | 0x20;
  return small === 0x61 || small === 0x65 || small === 0x69 || small === 0x6f || small === 0x75;
}

function isBlank(code: number | undefined): boolean {
  return code === undefined || code === SPACE || code === LINE_FEED || code === 0x0d;
}

/** Whether a sign is one too many, or stands apart from its word; `after` is what follows it. */
function isOdd(codes: Uint16Array, at: number): boolean {
  const sign = codes[at] as number;
  const [before, after] = [codes[at - 1], codes[at + 1]];
  if (before === SPACE && isBlank(after)) return kindOf(codes[at - 2]) === 1;
  if (sign === 0x2c) return after === 0x2c || after === 0x2e || (kindOf(after) === 1 && kindOf(before) === 1);
  if (sign === 0x2e) return after === 0x2e && before !== 0x2e && codes[at + 2] !== 0x2e;
  return sign === 0x3b && (after === 0x2c || after === 0x3b);
}

/** Looks once at each unit of a masked text. Of what it finds only few are mistakes: each rule looks again at its own. */
export function scan(codes: Uint16Array, filter: Filter): Finds {
  const finds: Finds = { known: [], twice: [], doubled: [], articles: [], signs: [], shapes: [] };
  const length = codes.length - 1;
  let at = 0;
  let lastHash = 0;
  let lastAt = 0;
  let lastEnd = -2;
  while (at < length) {
    const code = codes[at] as number;
    const kind = code < 0x250 ? (KIND[code] as number) : 0;
    if (kind === 1) {
      const start = at;
      let hash = 7;
      let own = code;
      do {
        hash = (Math.imul(hash, 31) + (own | 0x20)) | 0;
        own = codes[++at] as number;
      } while (own < 0x250 && KIND[own] === 1);
      const size = at - start;
      if (filter[hash & (SIZE - 1)] === 1) finds.known.push(start, at);
      const isNext = start === lastEnd + 1 && (codes[lastEnd] === SPACE || codes[lastEnd] === LINE_FEED);
      if (isNext) {
        if (hash === lastHash && size === lastEnd - lastAt) finds.twice.push(lastAt, at);
        const before = lastEnd - lastAt;
        if (before <= 2 && ((codes[lastAt] as number) | 0x20) === 0x61)
          if (before === 1 ? isVowel(code) : ((codes[lastAt + 1] as number) | 0x20) === 0x6e)
            finds.articles.push(lastAt, at);
      }
      if (size >= 8 && size % 2 === 0 && code < 0x61 && codes[start + size / 2] === code) finds.doubled.push(start, at);
      lastHash = hash;
      lastAt = start;
      lastEnd = at;
    } else {
      if (kind === 2) {
        if (isOdd(codes, at)) finds.signs.push(at, at + 1);
      } else if (code >= 0xe000 && code !== MASKED && (code <= 0xf8ff || (code >= 0xfb00 && code <= 0xfb06)))
        finds.shapes.push(at, at + 1);
      at++;
    }
  }
  return finds;
}
