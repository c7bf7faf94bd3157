import type { Token } from "markdown-it";
import type { Problem } from "../problems/diagnostic.ts";

/** A link reference definition, used or not: `[label]: address "title"`. */
export interface Definition {
  /** As the parser compares labels: spaces joined, in capitals. */
  readonly label: string;
  /** The lines that it takes, counted from 0; the second is the first after it. */
  readonly lines: readonly [from: number, to: number];
}

/** A place within the text of a block of words. */
export interface Spot {
  readonly block: Token;
  readonly offset: number;
}

/** What one parse saw and did not keep in its tokens, or kept without its place. */
export interface Environment {
  readonly references: Record<string, { readonly title: string; readonly href: string } | undefined>;
  readonly definitions: Definition[];
  /** Cells that stand beyond the last column of their table, by line and column from 0. */
  readonly surplus: { readonly line: number; readonly column: number; readonly text: string }[];
  /** Where in its block's text a token of words begins. */
  readonly positions: Map<Token, number>;
  /** Characters that only a reference such as `&#x202E;` wrote. */
  readonly hidden: (Spot & { readonly problem: Problem })[];
  /** Markdown that took no effect. */
  readonly dead: (Spot & { readonly problem: Problem })[];
  /** Marks of footnotes that are nowhere defined, so that they are text. */
  readonly unknownNotes: (Spot & { readonly mark: string })[];
}

/** An environment for one parse. */
export function createEnvironment(): Environment {
  return {
    references: Object.create(null) as Environment["references"],
    definitions: [],
    surplus: [],
    positions: new Map(),
    hidden: [],
    dead: [],
    unknownNotes: [],
  };
}
