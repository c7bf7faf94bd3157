/** A sign that stands within words: a letter, a digit, and those that may stand within one, as in “3.5”, “co-op” and “l’IA”. */
const WITHIN = /[\p{L}\p{M}\p{N}.'’-]/u;
const ASCII = Array.from({ length: 128 }, (_, unit) => WITHIN.test(String.fromCharCode(unit)));

/** Of other signs, what was found of each. */
const others = new Map<number, boolean>();

function isWithin(code: number): boolean {
  if (code < 128) return ASCII[code] ?? false;
  const known = others.get(code) ?? WITHIN.test(String.fromCodePoint(code));
  others.set(code, known);
  return known;
}

/** The words of a text. */
function divide(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.codePointAt(at);
    if (code !== undefined && isWithin(code)) {
      if (code > 0xffff) at++;
      continue;
    }
    if (at > start) words.push(text.slice(start, at));
    if (code !== undefined && code > 0xffff) at++;
    start = at + 1;
  }
  return words;
}

/** Scripts that write no spaces: of these two signs beside each other stand for a word. */
const UNSPACED_SIGN =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const UNSPACED = new RegExp(UNSPACED_SIGN, "u");
const UNSPACED_RUN = new RegExp(`${UNSPACED_SIGN}{2,}`, "gu");

const LETTER_S = "s".charCodeAt(0);

function isSign(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x27 || unit === 0x2019;
}

/** A word as it is compared: without signs at its ends, a mark of the genitive or of the plural. */
function fold(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && isSign(word.charCodeAt(start))) start++;
  while (start < end && isSign(word.charCodeAt(end - 1))) end--;
  if (end - start > 2 && word.charCodeAt(end - 1) === LETTER_S) {
    const before = word.charCodeAt(end - 2);
    if (before === 0x27 || before === 0x2019) end -= 2;
    else if (end - start > 4 && before !== LETTER_S) end -= 1;
  }
  return word.slice(start, end);
}

function pairsOf(word: string): string[] {
  return (word.match(UNSPACED_RUN) ?? []).flatMap((run) => {
    const signs = Array.from(run);
    return signs.slice(1).map((sign, at) => `${signs[at] ?? ""}${sign}`);
  });
}

/** The terms of a text, in its order, with repeats: by them it is held against others. In any language, without a list of its words. */
export function listTerms(text: string): string[] {
  const words = divide(text.toLowerCase());
  if (!UNSPACED.test(text)) return words.map(fold).filter((word) => word.length > 1);
  return words.flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : fold(word))).filter((word) => word.length > 1);
}

/** A term by its digest, of 30 bits (FNV-1a): two of a language's words hardly ever have the same. */
function digestTerm(term: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) digest = Math.imul(digest ^ term.charCodeAt(at), 0x01000193);
  return (digest ^ (digest >>> 15)) & 0x3fffffff;
}

/** The terms of a text by their digests, of 30 bits, in ascending order, with repeats. */
export function digestTerms(text: string): Uint32Array {
  const terms = listTerms(text);
  const digests = new Uint32Array(terms.length);
  // A function for each element, as “from” takes it, costs as much as the digests do.
  for (let at = 0; at < terms.length; at++) digests[at] = digestTerm(terms[at] ?? "");
  return digests.sort();
}
