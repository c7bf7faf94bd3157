/** What stands between words: everything but letters, digits and the signs that may stand within one, as in “3.5”, “co-op” and “l’IA”. */
const BETWEEN = /[^\p{L}\p{M}\p{N}.'’-]+/u;

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
  const words = text.toLowerCase().split(BETWEEN);
  if (!UNSPACED.test(text)) return words.map(fold).filter((word) => word.length > 1);
  return words.flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : fold(word))).filter((word) => word.length > 1);
}
