import type { Position } from "../problems/diagnostic.ts";

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Makes the function that turns an offset of `text` into a line and column. It looks at the whole text only once, and
 * not before it is asked: of most texts nothing is told.
 */
export function indexLines(text: string): (offset: number) => Position {
  let known: number[] | undefined;
  return (offset) => {
    const starts = (known ??= startsOf(text));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
