import type { Finding } from "./text/finding.ts";
import { orAllow } from "./text/finding.ts";
import { lineAround } from "./text/reading.ts";

/** Letters of other languages: the title of a French text has its own spaces. */
const FOREIGN = /[\u00C0-\u024F]/;

/** What is odd at a sign: the stretch to be shown, and what to type in its place; undefined where it may be meant. */
function judge(
  text: string,
  at: number,
  isEnglish: boolean,
): readonly [from: number, end: number, typed: string] | undefined {
  const sign = text.charAt(at);
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (before === " " && /^\s?$/.test(after)) {
    // French sets its larger signs apart, and a colon or a question mark may be looked for as such.
    if (sign === ";" || (!",.".includes(sign) && (!isEnglish || FOREIGN.test(text.slice(Math.max(0, at - 40), at)))))
      return undefined;
    if ((sign === ":" || sign === ".") && /\d/.test(text.charAt(at - 2))) return undefined;
    const word = /[\p{L}\p{N}]{1,30}$/u.exec(text.slice(Math.max(0, at - 31), at - 1))?.[0] ?? "";
    // “A ? is asked” has the sign as a word.
    if (sign !== "," && word.length < 5) return undefined;
    return [at - 1 - word.length, at + 1, word + sign];
  }
  if (sign === "," && /[\p{L}\p{N}]/u.test(after)) {
    const [left] = /(?<![^\s("“*_])\p{Ll}{3,}$/u.exec(text.slice(Math.max(0, at - 30), at)) ?? [];
    const [right] = /^\p{Ll}{3,}(?![^\s.;:!?)*_])/u.exec(text.slice(at + 1, at + 30)) ?? [];
    if (!isEnglish || left === undefined || right === undefined) return undefined;
    return [at - left.length, at + 1 + right.length, `${left}, ${right}`];
  }
  // A reference such as “&gt;” ends in the sign.
  if (sign === ";" && /&#?[a-z\d]{1,10}$/i.test(text.slice(Math.max(0, at - 12), at))) return undefined;
  // A range of commits ends in two.
  if (/[\da-f]{7,}$/.test(text.slice(Math.max(0, at - 12), at))) return undefined;
  if (sign === ".")
    return /[\p{L}\p{N})”"]/u.test(before) && /^[\s*_]?$/.test(text.charAt(at + 2)) ? [at, at + 2, "."] : undefined;
  if (!/[\p{L}\p{N}).”"\s]/u.test(before)) return undefined;
  return [at, at + 2, sign === "," && after === "." ? "." : sign];
}

/** Finds commas and other signs that stand twice, before another, or apart from their word. */
export function findPunctuation(text: string, signs: readonly number[], isEnglish: boolean): Finding[] {
  const found: Finding[] = [];
  let last = -1;
  for (let index = 0; index < signs.length; index += 2) {
    const at = signs[index] ?? 0;
    const judged = at <= last ? undefined : judge(text, at, isEnglish);
    // A row of a table, or of signs, is set out by them.
    if (!judged || /^\s*\||([,;.])\s*\1\s*\1/.test(lineAround(text, at).line)) continue;
    const [from, end, typed] = judged;
    last = end - 1;
    const shown = text.slice(from, end).replace(/\s+/g, " ");
    found.push({
      at: from,
      end,
      severity: "warning",
      rule: "punctuation",
      message: `“${shown}” has a sign too many, or a space in the wrong place`,
      hint: `type “${typed}”${orAllow("punctuation", shown)}`,
    });
  }
  return found;
}
