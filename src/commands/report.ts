import type { Diagnostic, Severity } from "../content/problems/diagnostic.ts";
import { spellOut } from "../content/words/invisible.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** The line of a file in which a problem stands, with a caret below the place, if it is there to be shown. */
export type Quote = (diagnostic: Diagnostic) => string | undefined;

function formatText({ path, line, column, severity, rule, message, hint }: Diagnostic, quoted?: string): string {
  const first = `${path}:${line}:${column} ${severity} ${rule}  ${message}`;
  const shown = quoted === undefined ? first : `${first}\n${quoted}`;
  return hint === undefined ? shown : `${shown}\n    hint: ${hint}`;
}

// GitHub's workflow commands escape these in their data; a property escapes “,” and “:” as well.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A notice is what GitHub calls what is neither warning nor error. */
const COMMANDS = { error: "error", warning: "warning", advice: "notice" } satisfies Record<Severity, string>;

function formatGithub({ path, line, column, severity, rule, message, hint }: Diagnostic): string {
  const properties = [
    `file=${escapeProperty(path)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${escapeProperty(rule)}`,
  ].join(",");
  return `::${COMMANDS[severity]} ${properties}::${escapeData(hint === undefined ? message : `${message}. Hint: ${hint}`)}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** How many there are of each severity; of advice only where it was asked for. */
export function summarise(diagnostics: readonly Diagnostic[], advice = false): string {
  if (diagnostics.length === 0) return "no problems";
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const given = count("advice");
  const counts = [
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    ...(advice ? [`${given} ${given === 1 ? "piece" : "pieces"} of advice`] : []),
  ];
  return `${counts.join(", ")} in ${plural(new Set(diagnostics.map(({ path }) => path)).size, "file")}`;
}

/** A problem that prints as it is meant: a name or a text that it quotes can neither begin a line nor command a terminal. */
function makePrintable(diagnostic: Diagnostic): Diagnostic {
  const { path, message, hint } = diagnostic;
  return { ...diagnostic, path: spellOut(path), message: spellOut(message), hint: hint && spellOut(hint) };
}

/**
 * All problems as text for people, JSON for programs, or GitHub's workflow commands; ends with a line feed unless empty. In text
 * the lines that `quote` knows are quoted below their messages, with a caret.
 */
export function formatReport(diagnostics: readonly Diagnostic[], format: Format, quote?: Quote): string {
  if (format === "json") return `${JSON.stringify(diagnostics, null, 2)}\n`;
  const lines = diagnostics.map((diagnostic) => {
    const printable = makePrintable(diagnostic);
    return format === "github" ? formatGithub(printable) : formatText(printable, quote?.(diagnostic));
  });
  return lines.map((line) => `${line}\n`).join("");
}
