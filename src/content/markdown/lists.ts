import type { Token } from "./parser.ts";

/** The numbers as a browser would count them: on from the first, or “1.” before each, which is a habit of Markdown’s. */
function isCounted(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  return numbers.every((number, index) => number === first + index) || numbers.every((number) => number === first);
}

/** Keeps the numbers that the editor typed, where a browser would count otherwise. */
export function numberItems(tokens: readonly Token[]): void {
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type.endsWith("_list_open")) open.push([]);
    else if (token.type === "list_item_open") open.at(-1)?.push(token);
    else if (token.type.endsWith("_list_close")) {
      const items = open.pop() ?? [];
      if (token.type === "bullet_list_close" || isCounted(items.map(({ info }) => Number(info)))) continue;
      for (const item of items) item.attrSet("value", String(Number(item.info)));
    }
  }
}
