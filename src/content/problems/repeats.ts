import type { Diagnostic } from "./diagnostic.ts";

/** So many problems of one kind are told of one file; who has mended these knows how to mend the rest. */
const MOST = 25;

/**
 * Keeps the first problems of each kind (rule and severity) of each file and counts the others in one line “… and N
 * more”. A list that has been limited can be put together with others and limited again.
 */
export function limitRepeats(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const kept: Diagnostic[] = [];
  const kinds = new Map<string, { shown: number; left: number; first: Diagnostic | undefined }>();
  for (const diagnostic of diagnostics) {
    const { path, rule, severity, more } = diagnostic;
    const key = `${path}\n${rule}\n${severity}`;
    const kind = kinds.get(key) ?? { shown: 0, left: 0, first: undefined };
    kinds.set(key, kind);
    if (more === undefined && kind.shown < MOST) {
      kind.shown++;
      kept.push(diagnostic);
    } else {
      kind.left += more ?? 1;
      kind.first ??= diagnostic;
    }
  }
  for (const { left: more, first } of kinds.values())
    if (first) {
      const { path, line, column, rule, severity } = first;
      kept.push({ path, line, column, rule, severity, message: `… and ${more} more like this`, more });
    }
  return kept;
}
