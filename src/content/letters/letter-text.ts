import { indexLines } from "../parse/line-index.ts";
import type { Document } from "../parse/document.ts";
import { type Diagnostic, diagnose, type Position, type Problem } from "../problems/diagnostic.ts";
import { MOST_LETTER } from "../schema/keys/letter-schema.ts";
import { countCharacters, isBlank } from "../words/characters.ts";

/** A sign of an e-mail address with what stands on either side of it in one, whichever of its forms was typed. */
const ADDRESS = /(?<=[\p{L}\p{N}_%+'"-])[@＠﹫](?=[\p{L}\p{N}-]{1,63}[.．。][\p{L}\p{N}]|\[)/u;

/** What is wrong with words of a letter in which an e-mail address stands; undefined where none does. */
export function addressProblem(words: string): Problem | undefined {
  return ADDRESS.test(words)
    ? {
        rule: "letter-address",
        message: "an e-mail address stands here, and readers were promised that none is published",
        hint: "take it out",
      }
    : undefined;
}

/** Where a letter has one character more than it may have, as an offset of UTF-16 units. */
function offsetOfTooMuch(text: string): number {
  return Array.from(text).slice(0, MOST_LETTER).join("").length;
}

/** The words of a letter: what stands below its front matter, as it was typed. */
export function textOfLetter({ body }: Pick<Document, "body">): string {
  return body.replaceAll("\r\n", "\n").trim();
}

/** What is wrong with the words of a letter, each at its place in the file. */
export function checkLetterText({ path, body, bodyLine }: Document): Diagnostic[] {
  const start = body.length - body.trimStart().length;
  const text = body.trim();
  const locate = indexLines(body);
  const at = (offset: number): Position => {
    const { line, column } = locate(offset);
    return { line: line + bodyLine - 1, column };
  };
  if (isBlank(text))
    return [
      diagnose(path, at(0), {
        rule: "missing-value",
        message: "this letter has no words",
        hint: "put its text below the second “---”, or delete the file",
      }),
    ];
  const characters = countCharacters(text);
  const address = addressProblem(text);
  return [
    ...(characters > MOST_LETTER
      ? [
          diagnose(path, at(start + offsetOfTooMuch(text)), {
            rule: "too-long",
            message: `this letter has ${characters} characters; ${MOST_LETTER} is the most, and from here on it is more`,
            hint: "ask the reader for a shorter one: letters are printed whole, or not at all",
          }),
        ]
      : []),
    ...(address ? [diagnose(path, at(start + text.search(ADDRESS)), address)] : []),
  ];
}
