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
  /** Words that may be a word twice, as “GeminiGemini”. */
  readonly doubled: number[];
  /** “a” before a vowel or a capital that is spelt with one, and “an” before any word. */
  readonly articles: number[];
  /** Signs that stand where hardly one is meant to. */
  readonly signs: number[];
  /** Letters that are drawn as one, and characters of one font alone. */
  readonly shapes: number[];
}

/** Whether a word may be one of a lexicon's: a bit for each place, so that the whole lies in the fastest memory. */
export type Filter = Uint8Array;

const SIZE = 1 << 17;

/**
 * The place of a word in a filter, by its first, its middle and its last letter, whatever their capitals, and its length: to take in
 * all of its letters takes twice the time, and those few that only seem to be listed are looked up in vain.
 */
function placeOf(first: number, middle: number, last: number, length: number): number {
  const letters = ((first & 0x1f) << 12) ^ ((middle & 0x1f) << 7) ^ ((last & 0x1f) << 3);
  return letters ^ (Math.imul(length, 0x2f35) & (SIZE - 1));
}

export function createFilter(words: Iterable<string>): Filter {
  const filter = new Uint8Array(SIZE >> 3);
  for (const word of words) {
    const last = word.length - 1;
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(last >> 1), word.charCodeAt(last), word.length);
    filter[place >> 3] = (filter[place >> 3] as number) | (1 << (place & 7));
  }
  return filter;
}

const [LETTER, SIGN, SHAPE] = [1, 2, 3];

/** What kind of unit each is that is looked at: of words, a sign, or a shape that no text should have. */
const KIND = new Uint8Array(1 << 16);
for (let code = 0; code < 0x250; code++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) KIND[code] = LETTER;
for (const sign of ",.;:!?") KIND[sign.charCodeAt(0)] = SIGN;
KIND.fill(SHAPE, 0xe000, 0xf900);
KIND.fill(SHAPE, 0xfb00, 0xfb07);

const [SPACE, LINE_FEED, COMMA, STOP, SEMICOLON] = [0x20, 0x0a, 0x2c, 0x2e, 0x3b];

/** Capitals whose own names begin with a vowel, as in “an LLM”. */
const SPELT_WITH_VOWEL = new Uint8Array(1 << 16);
for (const letter of "FHLMNRSX") SPELT_WITH_VOWEL[letter.charCodeAt(0)] = 1;

function isLetter(code: number | undefined): boolean {
  return code !== undefined && KIND[code] === LETTER;
}

function isBlank(code: number | undefined): boolean {
  return code === undefined || code === SPACE || code === LINE_FEED || code === 0x0d;
}

function isVowel(code: number): boolean {
  const small = code | 0x20;
  return small === 0x61 || small === 0x65 || small === 0x69 || small === 0x6f || small === 0x75;
}

/** Whether a sign is one too many, or stands apart from its word. */
function isOdd(codes: Uint16Array, at: number): boolean {
  const sign = codes[at] as number;
  const before = codes[at - 1];
  const after = codes[at + 1];
  if (before === SPACE && isBlank(after)) return isLetter(codes[at - 2]);
  if (sign === COMMA) return after === COMMA || after === STOP || (isLetter(after) && isLetter(before));
  if (sign === STOP) return after === STOP && before !== STOP && codes[at + 2] !== STOP;
  return sign === SEMICOLON && (after === COMMA || after === SEMICOLON);
}

/** Whether two stretches of one length have the same letters, whatever their capitals. */
function isSame(codes: Uint16Array, one: number, other: number, size: number): boolean {
  for (let at = 0; at < size; at++)
    if (((codes[one + at] as number) | 0x20) !== ((codes[other + at] as number) | 0x20)) return false;
  return true;
}

/** Whether a word of one or two letters is an article that does not fit the unit with which the next word begins, or may not. */
function isDoubtful(codes: Uint16Array, at: number, size: number, next: number): boolean {
  if (((codes[at] as number) | 0x20) !== 0x61) return false;
  return size === 1 ? isVowel(next) || SPELT_WITH_VOWEL[next] === 1 : ((codes[at + 1] as number) | 0x20) === 0x6e;
}

/** Looks once at each unit of a masked text. Of what it finds only few are mistakes: each rule looks again at its own. */
export function scan(codes: Uint16Array, filter: Filter): Finds {
  const finds: Finds = { known: [], twice: [], doubled: [], articles: [], signs: [], shapes: [] };
  const length = codes.length - 1;
  let at = 0;
  let lastAt = 0;
  let lastEnd = -2;
  while (at < length) {
    const code = codes[at] as number;
    const kind = KIND[code] as number;
    if (kind === 0) {
      at++;
      continue;
    }
    if (kind !== LETTER) {
      if (kind === SHAPE) finds.shapes.push(at, at + 1);
      else if (isOdd(codes, at)) finds.signs.push(at, at + 1);
      at++;
      continue;
    }
    const start = at++;
    while (KIND[codes[at] as number] === LETTER) at++;
    const size = at - start;
    const middle = codes[start + ((size - 1) >> 1)] as number;
    const place = placeOf(code, middle, codes[at - 1] as number, size);
    if ((((filter[place >> 3] as number) >> (place & 7)) & 1) === 1) finds.known.push(start, at);
    if (start === lastEnd + 1 && (codes[lastEnd] === SPACE || codes[lastEnd] === LINE_FEED)) {
      const before = lastEnd - lastAt;
      if (before === size && isSame(codes, lastAt, start, size)) finds.twice.push(lastAt, at);
      if (before <= 2 && isDoubtful(codes, lastAt, before, code)) finds.articles.push(lastAt, at);
    }
    if (size >= 8 && (size & 1) === 0 && code < 0x61 && codes[start + (size >> 1)] === code)
      finds.doubled.push(start, at);
    lastAt = start;
    lastEnd = at;
  }
  return finds;
}
