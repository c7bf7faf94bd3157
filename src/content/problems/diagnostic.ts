import { shorten } from "../words/shorten.ts";

/** A place in a text file, both numbers counted from 1, the column in UTF-16 units as editors count it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** An error keeps a site from being made; a warning does so where it is asked for; advice never does, and is told to who asks for it. */
export type Severity = "error" | "warning" | "advice";

/** What is wrong, without the place: a step that knows the place adds it. */
export interface Problem {
  readonly severity?: Severity;
  /** A stable id in kebab case, listed in docs/rules.md. */
  readonly rule: string;
  readonly message: string;
  /** What to type instead; left out where nothing precise can be said. */
  readonly hint?: string | undefined;
  /** The file or entry that is missed, by its name: what is wrong with one of that name has the same cause. */
  readonly missing?: string;
  /** The lines, first and last, in which a key that stands twice has the same cause. */
  readonly through?: readonly [first: number, last: number];
  /** The file that nothing shows, by its name: another problem that speaks of it has the same cause. */
  readonly unused?: string;
}

/** A problem in a sentence, where its place needs not be said. */
export function describeProblem({ message, hint }: Pick<Problem, "message" | "hint">): string {
  return hint === undefined ? message : `${message}; ${hint}`;
}

/** One problem in one file, as data. */
export interface Diagnostic extends Position, Problem {
  readonly severity: Severity;
  readonly path: string;
  /** How many more problems like the ones above this one stands for. */
  readonly more?: number;
}

/** Long enough for every sentence of ours; what is longer quotes a whole file. */
const LONGEST = 1000;

/** A problem at its place; an error unless it says otherwise. */
export function diagnose(path: string, at: Position, problem: Problem): Diagnostic {
  const { message, hint } = problem;
  const diagnostic = { path, line: at.line, column: at.column, severity: "error", ...problem } as const;
  if (message.length <= LONGEST && (hint ?? "").length <= LONGEST) return diagnostic;
  return { ...diagnostic, message: shorten(message, LONGEST), hint: hint && shorten(hint, LONGEST) };
}

export const START: Position = { line: 1, column: 1 };

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** Whether a problem fails what was asked for: an error always, a warning where it is `strict`, advice never. */
export function isFailure({ severity }: Diagnostic, strict: boolean): boolean {
  return severity === "error" || (strict && severity === "warning");
}
