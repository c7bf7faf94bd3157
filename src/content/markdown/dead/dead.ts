import type { Problem } from "../../problems/diagnostic.ts";
import { shorten } from "../../words/shorten.ts";

/** Stands in a text for what is not text: a link, code, a picture, a sign that was escaped. */
export const OTHER = "\uFFFC";

/** Markdown that the parser took for text, by its UTF-16 offsets in a block's text. */
export interface Dead {
  readonly at: number;
  readonly end: number;
  readonly problem: Problem;
  /** What a reader shall see of it, where that is beyond doubt: its words alone, and the address or picture they stand for. */
  readonly mend?: {
    readonly words: readonly [from: number, to: number];
    readonly address?: string | undefined;
    readonly title?: string;
    readonly isPicture?: boolean;
  };
}

const LONGEST = 60;
/** More are not looked for in one block: nobody reads them, and a hostile text has thousands. */
const MOST = 100;

/** The first of what several searches find, without what overlaps something found before. */
export function takeFirst(...searches: readonly Iterable<Dead>[]): Dead[] {
  const found: Dead[] = [];
  for (const search of searches)
    for (const dead of search) {
      if (found.length === MOST) return found;
      if (!found.some(({ at, end }) => dead.at < end && at < dead.end)) found.push(dead);
    }
  return found;
}

/** A stretch of a text for a message, in one line. */
export function show(text: string): string {
  return shorten(text.replaceAll(OTHER, "…").replace(/\s+/g, " ").trim(), LONGEST);
}

/** The warning about Markdown that took no effect: what it is not and why, and what to type. */
export function tell(message: string, hint: string): Problem {
  return { severity: "warning", rule: "dead-markdown", message, hint };
}
