import type { Token } from "./parser.ts";

const WORD = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words of a text; scripts without spaces count two signs as a word. */
export function countWords(text: string): number {
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
