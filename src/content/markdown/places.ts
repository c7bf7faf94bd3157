import type { Token } from "./parser.ts";

/** Turns places within blocks of words into places of the body, both from 0. */
export interface Places {
  of(block: Token, offset: number): [line: number, column: number];
}

interface Layout {
  /** Where each line of the block's text begins in it. */
  readonly starts: readonly number[];
  /** In which column of the body it begins. */
  readonly columns: (number | undefined)[];
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The block's text is the body's lines without what stands before them: indentation, list marks, “>”. */
export function createPlaces(lines: readonly string[]): Places {
  const layouts = new Map<Token, Layout>();
  const layoutOf = (block: Token): Layout => {
    const known = layouts.get(block);
    if (known) return known;
    const layout = { starts: startsOf(block.content), columns: [] };
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
      const { starts, columns } = layoutOf(block);
      let low = 0;
      for (let high = starts.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      const start = starts[low] ?? 0;
      const line = Math.min((block.map?.[0] ?? 0) + low, lines.length - 1);
      columns[low] ??= columnOf(block, block.content.slice(start, (starts[low + 1] ?? Infinity) - 1), line);
      return [line, Math.max(0, (columns[low] ?? 0) + offset - start)];
    },
  };
}
