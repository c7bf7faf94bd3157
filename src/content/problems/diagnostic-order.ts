import type { Diagnostic } from "./diagnostic.ts";
import { keepCauses } from "./keep-causes.ts";
import { limitRepeats } from "./repeats.ts";

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return (
    a.path === b?.path && a.line === b.line && a.column === b.column && a.rule === b.rule && a.message === b.message
  );
}

/**
 * Sorts by path, then place, then rule, drops exact repeats and what has the same cause as another, and limits what is told of one file, so that two runs print
 * the same and one bad file does not bury the others.
 */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
  const once = sorted.filter((diagnostic, index) => !isSame(diagnostic, sorted[index - 1]));
  return limitRepeats(keepCauses(once)).sort(
    (a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column,
  );
}
