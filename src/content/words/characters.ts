import { CONTROL, HARMLESS, INVISIBLE, nameCharacter } from "./invisible.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { findLookalike, LATIN } from "./lookalikes.ts";
import { shorten } from "./shorten.ts";

/** A problem at a UTF-16 offset of a text. */
export interface OffsetProblem extends Problem {
  readonly offset: number;
}

// A flag of a region (Wales, Texas) is a black flag and up to six letters as invisible tags; more would be a hidden text.
const FLAG = "\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}";
const VARIATION = "[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]";
const SUSPECT = new RegExp(
  `(?<harmless>${FLAG}|${HARMLESS})|(?<=${VARIATION})${VARIATION}|[${CONTROL}${INVISIBLE}]|\\r(?!\\n)|\\p{Cs}|\\p{Noncharacter_Code_Point}|\\uFFFD`,
  "gu",
);

// No text in which this finds nothing holds a suspect: the signs of most texts, which are looked at far more quickly.
const UNUSUAL = /[^\t\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]/;

// Joiners, soft hyphens and places where a line may end stand within words.
const WORD = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]+/gu;
const NOT_ASCII = /[^\p{ASCII}]/u;
const LONGEST_WORD = 60;

function describeCharacters(characters: string): Problem {
  const [character = "", ...more] = characters;
  if (character === "\r")
    return {
      rule: "forbidden-character",
      message: "a lone carriage return (U+000D) ends this line",
      hint: "save the file with LF or CRLF line ends",
    };
  if (character === "\uFFFD")
    return {
      severity: "warning",
      rule: "forbidden-character",
      message: "a letter was lost here, and “\uFFFD” (U+FFFD) stands in its place",
      hint: "type the letter again",
    };
  return {
    rule: "forbidden-character",
    message:
      more.length === 0
        ? `the invisible character ${nameCharacter(character)} stands here`
        : `${more.length + 1} invisible characters stand here, the first of them ${nameCharacter(character)}`,
    hint: more.length === 0 ? "delete it" : "delete them",
  };
}

function* findForbidden(text: string): Generator<OffsetProblem> {
  if (!UNUSUAL.test(text)) return;
  let run = { offset: 0, characters: "" };
  for (const { 0: found, index: offset, groups } of text.matchAll(SUSPECT)) {
    if (groups?.["harmless"] !== undefined) continue;
    const isAlone = found === "\r" || found === "\uFFFD";
    if (!isAlone && run.characters !== "" && run.offset + run.characters.length === offset) {
      run.characters += found;
      continue;
    }
    if (run.characters !== "") yield { offset: run.offset, ...describeCharacters(run.characters) };
    run = { offset, characters: isAlone ? "" : found };
    if (isAlone) yield { offset, ...describeCharacters(found) };
  }
  if (run.characters !== "") yield { offset: run.offset, ...describeCharacters(run.characters) };
}

function* findMixedScript(text: string): Generator<OffsetProblem> {
  if (!NOT_ASCII.test(text) || findLookalike(text) < 0) return;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!NOT_ASCII.test(word) || !LATIN.test(word)) continue;
    const at = findLookalike(word);
    if (at < 0) continue;
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0);
    yield {
      offset: match.index + at,
      rule: "mixed-script",
      message: `in “${shorten(word, LONGEST_WORD)}” the letter “${letter}” (${nameCharacter(letter)}) only looks Latin`,
      hint: "type the whole word in one script",
    };
  }
}

/**
 * Finds what a reader cannot see or would misread: control characters, invisible direction and zero-width characters,
 * lone surrogates, noncharacters (which no XML holds), and words that mix Latin with look-alike letters (Unicode TR 39).
 */
export function findBadCharacters(text: string): OffsetProblem[] {
  return [...findForbidden(text), ...findMixedScript(text)];
}

// Ends of lines that no file of ours has: were they dropped, the words on either side would become one.
const OTHER_LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * A text from outside without what a reader could not see and the format refuses, its line ends as LF. Letters that were
 * lost (U+FFFD) and look-alikes stay, since somebody has to look at them.
 */
export function dropForbidden(text: string): string {
  const keep = (found: string, harmless: string | undefined): string =>
    harmless !== undefined || found === "\uFFFD" ? found : "";
  let dropped = text.replace(OTHER_LINE_ENDS, "\n");
  // What one sign parted may be two of which one is too much.
  for (let before = ""; before !== dropped;) {
    before = dropped;
    dropped = before.replace(SUSPECT, keep);
  }
  return dropped;
}

/** The messages about what a source itself shows. */
export function tellShown(source: string): ReadonlySet<string> {
  return new Set(findBadCharacters(source).map(({ message }) => message));
}

/** The bad characters of `text` that its source wrote as escapes or entities; those the source itself shows are told where it is read. */
export function findHidden(text: string, source: string): OffsetProblem[] {
  const bad = findBadCharacters(text);
  if (bad.length === 0) return bad;
  // Markdown shows a NUL as U+FFFD.
  const shown = source.includes("\0") ? `${source}\uFFFD` : source;
  const told = tellShown(shown);
  return bad.filter(({ message }) => !told.has(message));
}

/** The number of characters of a text as Unicode counts them, an emoji's parts each. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

/** Whether a text shows a reader nothing: spaces, fillers that look like one, and characters without a shape of their own. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]*$/u.test(text);
}
