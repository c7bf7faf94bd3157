import { isDeepStrictEqual } from "node:util";
import { isMapping } from "./write-value.ts";

/** Which entry of a list so far each entry of the new list is: its index, or undefined for a new one. */
export type Matches = readonly (number | undefined)[];

/** What tells entries of a list apart, what tells most first. */
const TELLING = ["url", "at", "title", "text", "publisher"];

/** Whether two entries that differ are one that was changed: they have something in common that tells entries apart. */
function isSame(now: unknown, wanted: unknown): boolean {
  if (!isMapping(now) || !isMapping(wanted)) return false;
  return TELLING.some((key) => now[key] !== undefined && now[key] === wanted[key]);
}

/**
 * Finds the entries of a list again in the list that it is to become: those that are equal, those that have something in common, and where both lists
 * are equally long those that stand at the same place.
 */
export function matchItems(now: readonly unknown[], wanted: readonly unknown[]): Matches {
  const free = new Set(now.keys());
  const matches = new Map<number, number>();
  const match = (isMatch: (now: unknown, wanted: unknown, from: number, to: number) => boolean) => {
    for (const [to, item] of wanted.entries()) {
      if (matches.has(to)) continue;
      const found = [...free].filter((from) => isMatch(now[from], item, from, to));
      const [first = found[0]] = found.filter((from) => from === to);
      if (first === undefined) continue;
      free.delete(first);
      matches.set(to, first);
    }
  };
  match(isDeepStrictEqual);
  match(isSame);
  if (now.length === wanted.length) match((_, __, from, to) => from === to);
  return Array.from(wanted.keys(), (to) => matches.get(to));
}
