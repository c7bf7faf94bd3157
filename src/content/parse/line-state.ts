import type { Judged } from "./line-values.ts";

export interface Level {
  readonly indent: number;
  readonly isList: boolean;
  /** What stands there first or last, to be named. */
  name: string;
  line: number;
}

/** A mistake whose line may begin a run of lines with the same one. */
export interface Told extends Judged {
  readonly column: number;
  /** What is the same in lines that share a mistake; undefined where each is one of its own. */
  readonly kind?: string;
}

export const KEY = /^("[^"]*"|'[^']*'|[^\s:"'#[\]{}&*!|>%@`•‣◦▪][^:]*?):(?:[ \t]+(.*))?$/;
const LEAD = /^[ \t\p{Zs}]*/u;
/** A line by its parts. */
export interface Line {
  readonly lead: string;
  readonly content: string;
  /** The dashes that it begins with. */
  readonly dashes: string;
  readonly rest: string;
  readonly key: string | undefined;
  readonly value: string;
}

export function readLine(line: string): Line {
  const lead = LEAD.exec(line)?.[0] ?? "";
  const content = line.slice(lead.length);
  const [dashes = ""] = /^(?:- +)*/.exec(content) ?? [];
  const rest = content.slice(dashes.length);
  const [, key, value = ""] = KEY.exec(rest) ?? [];
  return { lead, content, dashes, rest, key, value };
}

export function isNothing(content: string): boolean {
  return content === "" || content.startsWith("#");
}

/** What is known above the line that is looked at. */
export interface State {
  readonly lines: string[];
  /** The number of the file's line on which the text begins. */
  readonly first: number;
  /** How far left the text begins. */
  readonly base: number;
  readonly found: (Told & { readonly line: number; readonly more: number[] })[];
  levels: Level[];
  /** Whether the line above ends with a key that has no value yet. */
  opens: boolean;
  /** Lines farther right than this belong to a text of several lines, which is not looked at. */
  skipBelow: number;
  /** How far lines farther right than `below` are moved, since the line to which they belong was. */
  shift: { readonly below: number; readonly by: number } | undefined;
  /** The list in brackets that goes on: its line, and that of its end. */
  flow: { readonly indent: number; readonly from: number; readonly to: number } | undefined;
}

/** The next line after `at` that says something. */
export function nextOf({ lines }: State, at: number): { readonly line: Line; readonly at: number } | undefined {
  for (let next = at + 1; next < lines.length; next++) {
    const line = readLine(lines[next] ?? "");
    if (!isNothing(line.content)) return { line, at: next };
  }
  return undefined;
}
