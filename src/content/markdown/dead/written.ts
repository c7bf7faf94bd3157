import type { Token } from "markdown-it";
import { OTHER } from "./dead.ts";

/** What of a block stayed text, in one string: links, pictures, code and escaped signs are one sign each. */
export interface Written {
  readonly text: string;
  /** The token that each stretch of it comes from, where that begins in it, and in the block's own text. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly token: Token;
  readonly start: number;
  readonly offset: number;
}

/** Puts together what stayed text, for a block whose tokens have the given places in it. */
export function writeOut(block: Token, positions: ReadonlyMap<Token, number>): Written {
  const pieces: Piece[] = [];
  let text = "";
  let cursor = 0;
  let depth = 0;
  for (const token of block.children ?? []) {
    const { type, content, markup } = token;
    const known = positions.get(token);
    if (type === "link_close") depth--;
    const isWords = type === "text" && depth === 0;
    let own = "";
    if (isWords) own = content;
    else if (depth > 0 || /^(?:em|strong|s|link)_/.test(type)) own = type === "link_open" && depth === 0 ? OTHER : "";
    else own = type === "softbreak" || type === "hardbreak" ? "\n" : OTHER;
    if (type === "link_open") depth++;
    const offset = isWords
      ? Math.max(cursor, block.content.indexOf(content, cursor))
      : Math.max(cursor, known ?? cursor);
    cursor =
      offset +
      (isWords
        ? content.length
        : type === "code_inline"
          ? content.length + 2 * markup.length
          : type === "text_special"
            ? markup.length
            : 0);
    pieces.push({ token, start: text.length, offset });
    text += own;
  }
  return { text, pieces };
}

/** Where a place of the text stands in the block's own. */
export function offsetOf({ pieces }: Written, at: number): number {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle;
  }
  const { start = 0, offset = 0 } = pieces[low] ?? {};
  return offset + at - start;
}
