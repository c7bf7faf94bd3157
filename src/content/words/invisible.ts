/** Parts of character classes (with the flag “u”) that readers cannot see and that change what stands beside them. */

/** Control characters and line separators, but for tab and line ends. */
export const CONTROL = "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029";

/**
 * Direction marks and embeddings, zero-width spaces, interlinear and musical marks, tags. The joiners of words and emoji (U+200C,
 * U+200D) and the soft hyphen stay legal.
 */
export const INVISIBLE =
  "\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E007F}";

// Scripts that write no spaces, so that a zero-width one says where a line may end.
const UNSPACED = ["Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Tale", "Talu", "Lana", "Tavt", "Bali", "Java"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const LETTER = "\\p{L}\\p{M}\\p{N}";

/**
 * An expression for what is part of regular text all the same: one zero-width space (U+200B) beside a sign of Khmer, Lao, Thai,
 * Burmese or their like, one word joiner (U+2060) between letters.
 */
export const HARMLESS = [
  `(?<=[${UNSPACED}])\\u200B(?![${INVISIBLE}])`,
  `(?<![${INVISIBLE}])\\u200B(?=[${UNSPACED}])`,
  `(?<=[${LETTER}])\\u2060(?=[${LETTER}])`,
].join("|");

const UNSEEN = new RegExp(`[${CONTROL}${INVISIBLE}\\t\\n\\r]|\\p{Cs}|\\p{Noncharacter_Code_Point}`, "gu");

/** A character by its number, as in U+202E. */
export function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * A text for a terminal or a log, on one line: what cannot be seen, or would be obeyed instead of shown, is spelt out. A
 * file's name may hold a line feed, an escape sequence or a change of direction.
 */
export function spellOut(text: string): string {
  return text.replace(UNSEEN, (character) => `<${nameCharacter(character)}>`);
}

/** A text without what cannot be seen, or would be obeyed instead of shown. */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}
