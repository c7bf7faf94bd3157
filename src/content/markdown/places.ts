import type { Position } from "../problems/diagnostic.ts";
import { indexLines } from "../parse/line-index.ts";
import type { Token } from "./parser.ts";

/** Turns places within blocks of words into places of the body, both from 0. */
export interface Places {
  of(block: Token, offset: number): [line: number, column: number];
}

interface Layout {
  readonly at: (offset: number) => Position;
  readonly lines: readonly string[];
  /** In which column of the body each line of the block's text begins. */
  readonly columns: (number | undefined)[];
}

/** The block's text is the body's lines without what stands before them: indentation, list marks, “>”. */
export function createPlaces(lines: readonly string[]): Places {
  const layouts = new Map<Token, Layout>();
  const layoutOf = (block: Token): Layout => {
    const known = layouts.get(block);
    if (known) return known;
    const layout = { at: indexLines(block.content), lines: block.content.split("\n"), columns: [] };
    layouts.set(block, layout);
    return layout;
  };
  const columnOf = (block: Token, text: string, line: number): number => {
    const column: unknown = block.meta?.["column"];
    if (typeof column === "number") return column;
    const found = lines[line]?.lastIndexOf(text.trim()) ?? -1;
    return found < 0 ? 0 : found - (text.length - text.trimStart().length);
  };
  return {
    of(block, offset) {
      const { at, lines: own, columns } = layoutOf(block);
      const { line: number, column } = at(offset);
      const index = number - 1;
      const line = Math.min((block.map?.[0] ?? 0) + index, lines.length - 1);
      columns[index] ??= columnOf(block, own[index] ?? "", line);
      // In a table's cell “\|” is one sign of the block and two of the source.
      const isCell = typeof block.meta?.["column"] === "number";
      const escapes = isCell ? (own[index]?.slice(0, column - 1).match(/\|/g)?.length ?? 0) : 0;
      return [line, Math.max(0, (columns[index] ?? 0) + column - 1 + escapes)];
    },
  };
}
