import type { Token } from "./parser.ts";

const WORD = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** No sign of those scripts, and no half of a character, comes before the last of these ranges begins. */
const FAR = /[\u1100-\u11FF\u2E80-\uFFFF]/;
const LETTER = /[\p{L}\p{N}]/u;
const JOINERS = new Set(Array.from("’'.,-", (joiner) => joiner.charCodeAt(0)));
/** Of each UTF-16 unit, once it was asked for: 1 for a letter or digit, 2 for anything else. */
const kinds = new Uint8Array(0x10000);

function isLetter(unit: number): boolean {
  if (kinds[unit] === 0) kinds[unit] = LETTER.test(String.fromCharCode(unit)) ? 1 : 2;
  return kinds[unit] === 1;
}

/** As many words as the expression finds, a unit at a time: every story is counted in every build. */
function countNear(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) {
      if (!inWord) words++;
      inWord = true;
    } else if (inWord && !(JOINERS.has(unit) && at + 1 < text.length && isLetter(text.charCodeAt(at + 1))))
      inWord = false;
  }
  return words;
}

/** Words of a text; scripts without spaces count two signs as a word. */
export function countWords(text: string): number {
  if (!FAR.test(text)) return countNear(text);
  const signs = text.match(IDEOGRAPH)?.length ?? 0;
  const words = text.replace(IDEOGRAPH, " ").match(WORD)?.length ?? 0;
  return words + Math.ceil(signs / 2);
}

/** The text a reader sees of inline tokens. */
export function plainText(tokens: readonly Token[] | null): string {
  let text = "";
  for (const { type, content } of tokens ?? [])
    text += type === "softbreak" || type === "hardbreak" ? " " : type === "image" ? "" : content;
  return text;
}
