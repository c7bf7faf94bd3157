import { eastAsianWidthType } from "get-east-asian-width";

const HANGUL = /\p{Script=Hangul}/u;
const EMOJI = /\p{Emoji_Presentation}/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
/** No sign that is wide stands below this code point. */
const FIRST_WIDE = 0x1100;
/** Signs at the end of a text by which its script is known: the nearest that is no quotation mark, dash or the like. */
const LONGEST = 8;

/** Whether a sign is of a script whose lines are joined by nothing: wide ones, but for Korean and emoji. */
function isJoining(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < FIRST_WIDE || HANGUL.test(sign) || EMOJI.test(sign)) return false;
  return ["fullwidth", "wide", "halfwidth"].includes(eastAsianWidthType(code));
}

/** Marks such as “ ” … — are wide where the signs beside them are. */
function isDoubtful(sign: string): boolean {
  return PUNCTUATION.test(sign) && eastAsianWidthType(sign.codePointAt(0) ?? 0) === "ambiguous";
}

function isWidePunctuation(sign: string): boolean {
  return isJoining(sign) && PUNCTUATION.test(sign);
}

/** A space between Latin and East Asian signs on one line: who types one there means one at the line's end too. */
const SPACED =
  /[\p{scx=Han}\p{scx=Kana}\p{scx=Hira}] [\p{Script=Latin}\p{Nd}]|[\p{Script=Latin}\p{Nd}] [\p{scx=Han}\p{scx=Kana}\p{scx=Hira}]/u;

/** Whether a text in a language puts no space between Latin and East Asian signs. */
export function isSolid(text: string, language: string): boolean {
  return /^(?:ja|zh|yue)\b/i.test(language) && !SPACED.test(text);
}

/**
 * Whether a line end between two texts is no space, as CSS Text 4 has it (segment break transformation): between Chinese,
 * Japanese and Yi signs, and beside a zero-width space, which says itself where words part. Punctuation of theirs brings its
 * own space; where a text is `solid`, one such sign on either side is enough. Korean keeps its spaces.
 */
export function joinsLines(before: string, after: string, solid = false): boolean {
  const [left, right] = [Array.from(before.slice(-LONGEST)).reverse(), Array.from(after.slice(0, LONGEST))];
  if (left[0] === "\u200B" || right[0] === "\u200B") return true;
  const [last = "", first = ""] = [left, right].map((signs) => signs.find((sign) => !isDoubtful(sign)));
  if (last === "" || first === "" || HANGUL.test(last) || HANGUL.test(first)) return false;
  const joining = [last, first].filter(isJoining).length;
  return joining === 2 || (joining === 1 && (solid || isWidePunctuation(last) || isWidePunctuation(first)));
}
