import { joinsLines } from "../typography/joined-lines.ts";
import type { Token } from "./parser.ts";

const WORD = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** No sign of those scripts, and no half of a character, comes before the last of these ranges begins. */
const FAR = /[\u1100-\u11FF\u2E80-\uFFFF]/;
const LETTER = /[\p{L}\p{N}]/u;
/** Of each UTF-16 unit, once it was asked for, what it is in a word. */
const kinds = new Uint8Array(0x10000);
const [IN_WORD, OUTSIDE, JOINER] = [1, 2, 3];
for (const joiner of "’'.,-") kinds[joiner.charCodeAt(0)] = JOINER;

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] as number;
  return known === 0 ? (kinds[unit] = LETTER.test(String.fromCharCode(unit)) ? IN_WORD : OUTSIDE) : known;
}

/** As many words as the expression finds, a unit at a time: every story is counted in every build. */
function countNear(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === IN_WORD) {
      if (!inWord) words++;
      inWord = true;
    } else if (inWord) inWord = kind === JOINER && at + 1 < text.length && kindAt(text, at + 1) === IN_WORD;
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

/** The text a reader sees of inline tokens, in one line. */
export function plainText(tokens: readonly Token[] | null): string {
  let text = "";
  // Its last signs for themselves, since to take them from a long text each time takes long.
  let tail = "";
  let isBroken = false;
  for (const { type, content } of tokens ?? []) {
    if (type === "softbreak" || type === "hardbreak") isBroken = true;
    else if (type !== "image" && content !== "") {
      text += isBroken && tail !== "" && !joinsLines(tail, content) ? ` ${content}` : content;
      tail = (tail + content).slice(-16);
      isBroken = false;
    }
  }
  return text;
}
