/** How a text is written as a YAML scalar: which characters of the source stand for which of the value. */

/** Of each character of a value, and of its end, where its first and behind its last character stand in the source. */
interface Written {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export type ScalarKind = "plain" | "single" | "double" | "block";

export function kindOfScalar(source: string): ScalarKind {
  const [first] = source;
  if (first === '"') return "double";
  if (first === "'") return "single";
  return first === "|" || first === ">" ? "block" : "plain";
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1B",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\x85",
  _: "\xA0",
  L: "\u2028",
  P: "\u2029",
};

/** What an escape stands for (YAML 1.2, 5.7), and how long it is; a line end behind a “\” stands for nothing. */
function readEscape(source: string, at: number): { readonly value: string; readonly length: number } {
  const [line] = /^\\\r?\n[ \t]*/.exec(source.slice(at, at + 200)) ?? [];
  if (line !== undefined) return { value: "", length: line.length };
  const sign = source[at + 1] ?? "";
  const digits = { x: 2, u: 4, U: 8 }[sign];
  if (digits === undefined) return { value: SHORT_ESCAPES[sign] ?? sign, length: 2 };
  const code = parseInt(source.slice(at + 2, at + 2 + digits), 16);
  return { value: code <= 0x10ffff ? String.fromCodePoint(code) : "", length: 2 + digits };
}

/** The indent of a block's text, from its first line that is not blank. */
function indentOfBlock(source: string): string {
  return /\n( *)[^\s]/.exec(source)?.[1] ?? "";
}

/** The line ends from a place on, with blanks around them; in a block, with the indent behind the last. */
function readBreak(source: string, at: number, indent: string | undefined): RegExpExecArray | null {
  const breaks =
    indent === undefined ? /[ \t]*(?:\r?\n[ \t]*)+/y : new RegExp(`\\r?\\n(?:[ \\t]*\\r?\\n)*(?:${indent})?`, "y");
  breaks.lastIndex = at;
  return breaks.exec(source);
}

/** Maps a value to its source; undefined where the two do not run side by side. */
export function mapScalar(source: string, value: string): Written | undefined {
  const kind = kindOfScalar(source);
  const indent = kind === "block" ? indentOfBlock(source) : undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (from: number, to: number) => {
    starts.push(from);
    ends.push(to);
  };
  let at = kind === "plain" ? 0 : 1;
  if (kind === "block") at = source.indexOf("\n") + 1 + (indent ?? "").length;
  while (starts.length < value.length) {
    const next = value[starts.length];
    const found = readBreak(source, at, indent);
    if (found && (kind !== "block" || next === "\n" || next === " ")) {
      const [whole] = found;
      const lines = whole.split("\n").length - 1;
      // One line end is a space, more of them are one less; in a literal block each is one.
      const [run = ""] = /^(?:\n+| )/.exec(value.slice(starts.length, starts.length + lines)) ?? [];
      if (run === "") return undefined;
      add(at, at + whole.length);
      for (let more = 1; more < run.length; more++) add(at + whole.length, at + whole.length);
      at += whole.length;
    } else if (kind === "double" && source[at] === "\\") {
      const { value: stands, length } = readEscape(source, at);
      if (!value.startsWith(stands, starts.length)) return undefined;
      for (let unit = 0; unit < stands.length; unit++) add(at, at + length);
      at += length;
    } else {
      if (source[at] !== next) return undefined;
      const length = kind === "single" && next === "'" ? 2 : 1;
      add(at, at + length);
      at += length;
    }
  }
  return { starts: [...starts, at], ends };
}
