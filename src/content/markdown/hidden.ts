import type { Token } from "markdown-it";
import { findBadCharacters, type OffsetProblem, tellShown } from "../words/characters.ts";
import type { Problem } from "../problems/diagnostic.ts";
import type { Spot } from "./environment.ts";

interface Piece {
  readonly text: string;
  /** As typed: a character reference. */
  readonly source: string;
  readonly offset: number;
  readonly reference: boolean;
}

/** Whether the parser put U+FFFD in the place of a reference to no character, such as `&#0;`. */
function isNameless({ text, source }: Piece): boolean {
  if (text !== "\uFFFD") return false;
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(source) ?? [];
  const number = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return number !== 0xfffd;
}

function withoutOffset({ severity, rule, message, hint }: OffsetProblem): Problem {
  return { ...(severity && { severity }), rule, message, hint };
}

function describe(piece: Piece, bad: OffsetProblem): Problem {
  if (isNameless(piece))
    return {
      rule: "forbidden-character",
      message: `“${piece.source}” names no character`,
      hint: "type the character itself",
    };
  if (piece.text === "\r")
    return { rule: "forbidden-character", message: `“${piece.source}” is a control character`, hint: "delete it" };
  return withoutOffset(bad);
}

/** The bad characters of words that stand side by side; those that the source itself shows are told where the file is read. */
function findInRun(block: Token, pieces: readonly Piece[]): (Spot & { problem: Problem })[] {
  const first = pieces.find(({ reference }) => reference);
  if (!first) return [];
  const bad = findBadCharacters(pieces.map(({ text }) => text).join(""));
  if (bad.length === 0) return [];
  const told = tellShown(pieces.map(({ source }) => source).join(""));
  const owners = new Map<number, Piece>();
  let length = 0;
  for (const piece of pieces) {
    if (piece.reference) for (let at = 0; at < piece.text.length; at++) owners.set(length + at, piece);
    length += piece.text.length;
  }
  return bad.flatMap((problem) => {
    const piece = owners.get(problem.offset);
    if (!piece && told.has(problem.message)) return [];
    return [{ block, offset: (piece ?? first).offset, problem: describe(piece ?? first, problem) }];
  });
}

/** The characters of a block's words that nobody sees in its source, because a character reference wrote them. */
export function findHiddenWords(block: Token, positions: ReadonlyMap<Token, number>): (Spot & { problem: Problem })[] {
  if (!block.content.includes("&")) return [];
  const found: (Spot & { problem: Problem })[] = [];
  const walk = (children: readonly Token[], within: number | undefined): void => {
    let run: Piece[] = [];
    const end = () => {
      found.push(...findInRun(block, run));
      run = [];
    };
    for (const child of children) {
      const offset = within ?? positions.get(child) ?? 0;
      if (child.type === "text") run.push({ text: child.content, source: child.content, offset, reference: false });
      else if (child.type === "text_special")
        run.push({ text: child.content, source: child.markup, offset, reference: child.info === "entity" });
      else {
        end();
        // The text of a picture is parsed on its own, so its places are not those of the block.
        if (child.type === "image") walk(child.children ?? [], offset);
      }
    }
    end();
  };
  walk(block.children ?? [], undefined);
  return found;
}

/** The bad characters of a text that its source, told apart from it, does not show: in a title, an address, a language. */
export function findHiddenText(text: string, told: () => ReadonlySet<string>): Problem[] {
  return findBadCharacters(text)
    .filter(({ message }) => !told().has(message))
    .map(withoutOffset);
}
