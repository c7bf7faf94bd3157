import type { Diagnostic } from "./diagnostic.ts";

/** What is wrong with a file itself, where it stands or what it is called. */
const OF_A_FILE = new Set(["file-name", "unknown-file", "reserved-name", "not-a-file", "bad-picture", "encoding"]);

/** What is wrong with an entry of a vocabulary. */
const OF_AN_ENTRY = new Set(["unknown-key", "duplicate-key"]);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A text with its names as files can have them. */
function plainOf(text: string): string {
  return text.toLowerCase().replace(/%20|[ _]/g, "-");
}

/** A name without its folders and endings, as editors tell files apart. */
function stemOf(name: string): string {
  return nameOf(name.replaceAll("\\", "/"))
    .replace(/(?!^)\..*$/, "")
    .toLowerCase();
}

/** Whether a key stands twice only since a block of lines stands too far left. */
function isWithin(
  { rule, path, line }: Diagnostic,
  { through: [first, last] = [0, 0], path: own }: Diagnostic,
): boolean {
  return rule === "duplicate-key" && path === own && first <= line && line <= last;
}

/** Whether a problem of another file is why this one is missed: it stands elsewhere, or is called otherwise, or cannot be read. */
function isReason({ path, missing }: Diagnostic, other: Diagnostic): boolean {
  if (other.path.endsWith(".yaml") && OF_AN_ENTRY.has(other.rule) && missing !== undefined)
    return other.message.includes(`“${missing}”`);
  if (!OF_A_FILE.has(other.rule) || other.missing !== undefined || missing === undefined) return false;
  const name = nameOf(other.path);
  if (other.rule === "unknown-file" && stemOf(name) === stemOf(missing)) return true;
  if (folderOf(other.path) !== folderOf(path)) return false;
  return stemOf(name) === stemOf(missing) || missing.startsWith(`${name}/`) || (other.hint?.includes(missing) ?? false);
}

/** Whether a problem speaks of this file, so that it is no surprise that nothing shows it. */
function speaksOf(other: Diagnostic, { path, unused = "" }: Diagnostic): boolean {
  return (
    other.path !== path &&
    other.unused === undefined &&
    (folderOf(other.path) === folderOf(path) || other.missing === unused) &&
    [other.message, other.hint ?? ""].some((text) => plainOf(text).includes(plainOf(unused)))
  );
}

/**
 * Leaves out problems that have the same cause as another that is told: a file is missed, and stands there under a wrong name; a
 * picture is not shown, and a text asks for it by a wrong name.
 */
export function keepCauses(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const reasons = diagnostics.filter(({ rule }) => OF_A_FILE.has(rule) || OF_AN_ENTRY.has(rule));
  const blocks = diagnostics.filter(({ through }) => through !== undefined);
  const left = diagnostics.filter(
    (diagnostic) =>
      (diagnostic.missing === undefined || !reasons.some((other) => isReason(diagnostic, other))) &&
      !blocks.some((other) => isWithin(diagnostic, other)),
  );
  return left
    .filter(
      (diagnostic) => diagnostic.unused === undefined || !diagnostics.some((other) => speaksOf(other, diagnostic)),
    )
    .map(({ path, line, column, severity, rule, message, hint, more }) => ({
      path,
      line,
      column,
      severity,
      rule,
      message,
      ...(hint !== undefined && { hint }),
      ...(more !== undefined && { more }),
    }));
}
