import type { Document } from "../../content/parse/document.ts";
import type { Path } from "../../content/parse/yaml-source.ts";
import type { Diagnostic, Position } from "../../content/problems/diagnostic.ts";
import type { FormField } from "../../content/schema/form.ts";

/** Where in a form a problem is: a field, or a place in the body, both counted from 1. */
export type FormPlace = { readonly path: Path } | Position;

/** A problem as the desk shows it. */
export interface PlacedProblem extends Pick<Diagnostic, "severity" | "rule" | "message" | "hint"> {
  /** The text in which it is, as a path in the content folder. */
  readonly name: string;
  /** In the text that is open; undefined where it is no field's, or another text's. */
  readonly place: FormPlace | undefined;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** The deepest key or entry of a front matter that stands at a place. */
function pathAt({ yaml }: Document, at: Position): Path {
  const descend = (value: unknown, path: Path): Path => {
    if (typeof value !== "object" || value === null) return path;
    const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
    const within = keys.findLast((key) => {
      const own = [...path, key];
      const end = yaml.extent(own)?.to;
      const from = yaml.locate(own, "key");
      return !isBefore(at, from) && (end === undefined ? at.line === from.line : !isBefore(end, at));
    });
    return within === undefined
      ? path
      : descend((value as Record<string | number, unknown>)[within], [...path, within]);
  };
  return descend(yaml.data, []);
}

function childrenOf(fields: readonly FormField[], path: Path): readonly FormField[] {
  return path.reduce<readonly FormField[]>(
    (own, step) => (typeof step === "number" ? own : (own.find(({ key }) => key === step)?.fields ?? [])),
    fields,
  );
}

/** The path in a form: in a list that was given as its only entry, that entry is the first. */
function toForm(path: Path, fields: readonly FormField[]): Path {
  return path.flatMap((step, index) => {
    const field = childrenOf(fields, path.slice(0, index)).find(({ key }) => key === step);
    const next = path[index + 1];
    return field?.isList === true && next !== undefined && typeof next !== "number" ? [step, 0] : [step];
  });
}

/** A hint that asks for one more line of front matter, and where in its lines. */
const ADD = /^add a line “([A-Za-z]+): ([^”]*)”(?:, which begins as far right as “[^”]*”)?/;

/** The key that a problem misses, as its message or its hint names it. */
function missingKey({ rule, message, hint = "" }: Diagnostic): string | undefined {
  return (rule === "missing-key" ? /^“([^”]+)”/.exec(message) : ADD.exec(hint))?.[1];
}

/** Where a problem of the front matter is in a form; what is missing is where it is to be. */
function placeInFront(problem: Diagnostic, document: Document, fields: readonly FormField[]): Path {
  const path = toForm(pathAt(document, problem), fields);
  const missing = missingKey(problem);
  if (missing === undefined) return path;
  for (let length = path.length; length >= 0; length--) {
    const above = path.slice(0, length);
    if (childrenOf(fields, above).some(({ key }) => key === missing)) return [...above, missing];
  }
  return path;
}

/** A hint for whoever has a field before them and no line. */
function hintInForm(hint: string | undefined, place: FormPlace | undefined, fields: readonly FormField[]) {
  const path = place && "path" in place ? place.path : [];
  return hint?.replace(ADD, (line, key: string, value: string) => {
    const field = childrenOf(fields, path.slice(0, -1)).find((own) => own.key === key);
    if (!field) return line;
    return value === "…" ? `fill in “${field.label}”` : `set “${field.label}” to ${value === "true" ? "yes" : value}`;
  });
}

/**
 * Says of each problem of an edition where it is in the form of the text that is open; `document` is that text, undefined where it cannot be read,
 * and `label` what the content folder is called in diagnostics.
 */
export function placeProblems(
  problems: readonly Diagnostic[],
  { path, document, label, fields }: OpenForm,
): PlacedProblem[] {
  return problems.map((problem) => {
    const { severity, rule, message, hint, line, column } = problem;
    const inBody = document && line >= document.bodyLine && document.bodyLine > 1;
    const place =
      problem.path !== path || !document
        ? undefined
        : inBody
          ? { line: line - document.bodyLine + 1, column }
          : { path: placeInFront(problem, document, fields) };
    const shown = hintInForm(hint, place, fields);
    return { severity, rule, message, hint: shown, name: problem.path.slice(label.length + 1), place };
  });
}

/** The text that is open and its form. */
export interface OpenForm {
  /** As diagnostics name it. */
  readonly path: string;
  readonly document: Document | undefined;
  readonly label: string;
  readonly fields: readonly FormField[];
}
