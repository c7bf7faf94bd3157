/** A place in a text file, both numbers counted from 1, the column in UTF-16 units as editors count it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong, without the place: a step that knows the place adds it. */
export interface Problem {
  readonly severity?: "error" | "warning";
  /** A stable id in kebab case, listed in docs/rules.md. */
  readonly rule: string;
  readonly message: string;
  /** What to type instead; left out where nothing precise can be said. */
  readonly hint?: string | undefined;
}

/** One problem in one file, as data. */
export interface Diagnostic extends Position, Problem {
  readonly severity: "error" | "warning";
  readonly path: string;
}

export function diagnose(path: string, at: Position, problem: Problem): Diagnostic {
  return { path, line: at.line, column: at.column, severity: "error", ...problem };
}

export const START: Position = { line: 1, column: 1 };

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts by path, then place, then rule, and drops exact repeats, so that two runs print the same. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const d of diagnostics) unique.set(JSON.stringify([d.path, d.line, d.column, d.rule, d.message]), d);
  return [...unique.values()].sort(
    (a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
  );
}
