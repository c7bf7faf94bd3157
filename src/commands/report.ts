import { type Diagnostic, isError } from "../content/problems/diagnostic.ts";
import { spellOut } from "../content/words/invisible.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

function formatText({ path, line, column, severity, rule, message, hint }: Diagnostic): string {
  const first = `${path}:${line}:${column} ${severity} ${rule}  ${message}`;
  return hint === undefined ? first : `${first}\n    hint: ${hint}`;
}

// GitHub's workflow commands escape these in their data; a property escapes “,” and “:” as well.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function formatGithub({ path, line, column, severity, rule, message, hint }: Diagnostic): string {
  const properties = [
    `file=${escapeProperty(path)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${escapeProperty(rule)}`,
  ].join(",");
  return `::${severity} ${properties}::${escapeData(hint === undefined ? message : `${message}. Hint: ${hint}`)}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function summarise(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const files = new Set(diagnostics.map(({ path }) => path)).size;
  return diagnostics.length === 0
    ? "no problems"
    : `${plural(errors, "error")}, ${plural(diagnostics.length - errors, "warning")} in ${plural(files, "file")}`;
}

/** A problem that prints as it is meant: a name or a text that it quotes can neither begin a line nor command a terminal. */
function makePrintable(diagnostic: Diagnostic): Diagnostic {
  const { path, message, hint } = diagnostic;
  return { ...diagnostic, path: spellOut(path), message: spellOut(message), hint: hint && spellOut(hint) };
}

/** All problems as text for people, JSON for programs, or GitHub's workflow commands; ends with a line feed unless empty. */
export function formatReport(diagnostics: readonly Diagnostic[], format: Format): string {
  if (format === "json") return `${JSON.stringify(diagnostics, null, 2)}\n`;
  const lines = diagnostics.map(makePrintable).map(format === "github" ? formatGithub : formatText);
  return lines.map((line) => `${line}\n`).join("");
}
