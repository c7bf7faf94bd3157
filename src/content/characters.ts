import type { Position, Problem } from "./diagnostic.ts";

/** A problem at a UTF-16 offset of a text. */
export interface OffsetProblem extends Problem {
  readonly offset: number;
}

const CONTROL = "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029";
// Direction marks and embeddings, zero-width spaces, interlinear marks; ZWJ and ZWNJ (U+200D, U+200C) stay legal.
const INVISIBLE = "\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB";
const TAGS = "\\u{E0001}\\u{E0020}-\\u{E007F}";
const FORBIDDEN = new RegExp(`[${CONTROL}${INVISIBLE}${TAGS}]|\\r(?!\\n)|\\p{Cs}`, "gu");
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u;

// Letters of Cyrillic, Greek, Armenian and Cherokee that a reader takes for Latin ones; science's μ, β, α are not among them.
const LOOKALIKE = "АВЕЅІЈКМНОРСТУХҮҺԌԚԜасеорухѕіјһԁԛԝӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ" + "ՕՍՏօոսցհյ" + "ᎪᎳᏔᎠᎡᎢᏟᎬᏀᎻᎫᏦᏞᎷᏢᏒᏚᏙᏃ";
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKS_LATIN = new RegExp(`[${LOOKALIKE}]`, "u");
const NOT_ASCII = /[^\p{ASCII}]/u;

function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function* findForbidden(text: string): Generator<OffsetProblem> {
  for (const match of text.matchAll(FORBIDDEN)) {
    const [character] = match;
    const isTag = (character.codePointAt(0) ?? 0) >= 0xe0000;
    if (isTag && FLAG.test(text.slice(0, match.index))) continue;
    yield {
      offset: match.index,
      rule: "forbidden-character",
      message:
        character === "\r"
          ? "a lone carriage return (U+000D) ends this line"
          : `the invisible character ${nameCharacter(character)} stands here`,
      hint: character === "\r" ? "save the file with LF or CRLF line ends" : "delete it",
    };
  }
}

function* findMixedScript(text: string): Generator<OffsetProblem> {
  if (!NOT_ASCII.test(text) || !LOOKS_LATIN.test(text)) return;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!LATIN.test(word)) continue;
    const at = word.search(LOOKS_LATIN);
    if (at < 0) continue;
    const letter = word[at] ?? "";
    yield {
      offset: match.index + at,
      rule: "mixed-script",
      message: `in “${word}” the letter “${letter}” (${nameCharacter(letter)}) only looks Latin`,
      hint: "type the whole word in one script",
    };
  }
}

/**
 * Finds what a reader cannot see or would misread: control characters, invisible direction and zero-width
 * characters, lone surrogates, and words that mix Latin with look-alike letters (Unicode TR 39 confusables).
 */
export function findBadCharacters(text: string): OffsetProblem[] {
  return [...findForbidden(text), ...findMixedScript(text)];
}

/** The bad characters of `text` that its source wrote as escapes or entities; those the source itself shows are told where it is read. */
export function findHidden(text: string, source: string): OffsetProblem[] {
  const bad = findBadCharacters(text);
  if (bad.length === 0) return bad;
  const told = new Set(findBadCharacters(source).map(({ message }) => message));
  return bad.filter(({ message }) => !told.has(message));
}

/** Turns an offset of `text` into a line and column. */
export function positionAt(text: string, offset: number): Position {
  const lastBreak = text.lastIndexOf("\n", offset - 1);
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return { line, column: offset - lastBreak };
}

/** The number of characters of a text as Unicode counts them, an emoji's parts each. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
