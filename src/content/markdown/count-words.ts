import { createUnits } from "../words/units.ts";

const LETTER = /[\p{L}\p{N}]/u;
/** What stands within a word and is no letter of its own: marks above, below and around letters, joiners, soft hyphens. */
const MARK = /[\p{M}\u00AD\u200C\u200D\u2060]/u;
/** Between two letters these make one word of them: apostrophes, hyphens, points of numbers, the signs of Catalan and Hebrew. */
const JOINERS = "’'.,\u2010\u2011·׳״-";

const WORD = new RegExp(`${LETTER.source}(?:${LETTER.source}|${MARK.source}|[${JOINERS}](?=${LETTER.source}))*`, "gu");
/** Two signs of these scripts are a word, about. */
const SIGN = /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;
/**
 * In these scripts only a dictionary tells words apart, and Unicode's has all of them in one. Its time grows with the square of a
 * run's length, so long ones are cut.
 */
const UNDIVIDED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{1,500}/gu;
const dictionary = new Intl.Segmenter("th", { granularity: "word" });

/** No sign of those scripts, and no half of a character, stands outside these ranges. */
const FAR = /[\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u2E80-\uFFFF]/;
/** Of each UTF-16 unit, once it was asked for, what it is in a word. */
const kinds = new Uint8Array(0x10000);
const [IN_WORD, OUTSIDE, JOINER, WITHIN] = [1, 2, 3, 4];
for (const joiner of JOINERS) kinds[joiner.charCodeAt(0)] = JOINER;

function kindOf(unit: number): number {
  const known = kinds[unit] as number;
  if (known !== 0) return known;
  const sign = String.fromCharCode(unit);
  return (kinds[unit] = LETTER.test(sign) ? IN_WORD : MARK.test(sign) ? WITHIN : OUTSIDE);
}

const unitsOf = createUnits();

/** As many words as the expression finds, a unit at a time: every story is counted in every build. */
function countNear(text: string): number {
  let words = 0;
  let inWord = false;
  const units = unitsOf(text);
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(units[at] as number);
    if (kind === IN_WORD) {
      if (!inWord) words++;
      inWord = true;
    } else if (inWord && kind !== WITHIN) inWord = kind === JOINER && kindOf(units[at + 1] as number) === IN_WORD;
  }
  return words;
}

function countUndivided(text: string): number {
  let words = 0;
  for (const { isWordLike } of dictionary.segment(text)) if (isWordLike) words++;
  return words;
}

/**
 * Words of a text, as many in whichever way its accents are written. Of Chinese, Japanese and Korean two signs count as a word; Thai,
 * Lao, Khmer and Burmese are divided by a dictionary.
 */
export function countWords(written: string): number {
  const text = written.normalize("NFC");
  if (!FAR.test(text)) return countNear(text);
  let signs = 0;
  let words = 0;
  const rest = text
    .replace(SIGN, () => (signs++, " "))
    .replace(UNDIVIDED, (run) => ((words += countUndivided(run)), " "));
  return words + Math.ceil(signs / 2) + (rest.match(WORD)?.length ?? 0);
}
