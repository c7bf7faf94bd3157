import { isLikeDate } from "./yaml-suspects.ts";

/** What no plain scalar begins with, or may hold, as far as it is read here: signs of YAML's own and what begins a number with a sign. */
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@`.+~<= ]|: | #|[: ]$/;
/** All that YAML 1.2's core schema takes for a number, a truth or nothing (10.3.2), and some more. */
const NO_TEXT = /^(?:null|true|false|\d[\d.]*(?:e[-+]?\d+)?|0[xo][\da-f]+)$/i;
/** An entry of a list in brackets, with what ends it. */
const ENTRY = / *("[^"\\]*"|'[^']*'|[^\s"',:[\]{}][^,:[\]{}]*?) *(,|$)/y;

/** The value of a scalar in one line; undefined where it takes more than a look to tell. */
export function readPlainScalar(written: string): string | boolean | undefined {
  if (written.startsWith('"')) return /^"[^"\\]*"$/.test(written) ? written.slice(1, -1) : undefined;
  if (written.startsWith("'"))
    return /^'(?:[^']|'')*'$/.test(written) ? written.slice(1, -1).replaceAll("''", "'") : undefined;
  if (written === "true" || written === "false") return written === "true";
  return written === "" || NOT_PLAIN.test(written) || NO_TEXT.test(written) ? undefined : written;
}

/** The values of a list in brackets in one line; undefined where it takes more than a look to tell. */
export function readPlainList(written: string): (string | boolean)[] | undefined {
  if (!written.startsWith("[") || !written.endsWith("]")) return undefined;
  const inner = written.slice(1, -1);
  const values: (string | boolean)[] = [];
  if (inner.trim() === "") return values;
  let end = ",";
  for (ENTRY.lastIndex = 0; end === ",";) {
    const [, entry = "", behind = ""] = ENTRY.exec(inner) ?? [];
    const value = readPlainScalar(entry);
    if (value === undefined || isLikeDate(entry)) return undefined;
    values.push(value);
    end = behind;
  }
  return values;
}
