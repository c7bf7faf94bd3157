import { readPlainList, readPlainScalar } from "./plain-scalar.ts";
import { type DatedScalar, isLikeDate } from "./yaml-suspects.ts";

/** What a text holds, with the plain scalars of it that look like dates, in order. */
export interface PlainYaml {
  readonly data: object;
  readonly dates: readonly DatedScalar[];
}

interface Reader {
  readonly lines: readonly string[];
  /** The line that is read next. */
  at: number;
  readonly path: (string | number)[];
  readonly dates: DatedScalar[];
}

/** Signs that end lines, indent or are not seen; line feeds and spaces are neither. */
const DOUBTFUL = /[^\n\x20-\x7E\u00A1-\u2027\u202A-\uFEFE\uFF00-\uFFFF]/;
const PAIR = /^([A-Za-z0-9][\w.-]{0,99}):(?: +(.*))?$/;
const DEEPEST = 20;

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent++;
  return indent;
}

/** The value that stands behind a key or a dash. */
function readValue(reader: Reader, typed: string): unknown {
  const line = reader.lines[reader.at++] ?? "";
  if (typed.startsWith("[")) return readPlainList(typed);
  if (isLikeDate(typed))
    reader.dates.push({ path: [...reader.path], typed, line: reader.at, column: line.length - typed.length + 1 });
  return readPlainScalar(typed);
}

/** The list or mapping that stands below a key: a list may be indented as far as the key, a mapping is farther. */
function readBelow(reader: Reader, indent: number): object | undefined {
  const next = reader.lines[++reader.at] ?? "";
  const own = indentOf(next);
  if (next.startsWith("- ", own)) return own < indent ? undefined : readList(reader, own);
  return own <= indent ? undefined : readMapping(reader, own);
}

/** A mapping whose first key stands at this place of the line, be it behind a dash. */
function readMapping(reader: Reader, indent: number): object | undefined {
  const { lines, path } = reader;
  const mapping: Record<string, unknown> = {};
  if (path.length > DEEPEST) return undefined;
  do {
    const [, key, typed] = PAIR.exec((lines[reader.at] ?? "").slice(indent)) ?? [];
    if (key === undefined || key in mapping) return undefined;
    path.push(key);
    const value = typed === undefined ? readBelow(reader, indent) : readValue(reader, typed);
    path.pop();
    if (value === undefined) return undefined;
    mapping[key] = value;
  } while (reader.at < lines.length && indentOf(lines[reader.at] ?? "") === indent);
  return mapping;
}

/** A list whose dashes stand at this place of their lines. */
function readList(reader: Reader, indent: number): object | undefined {
  const { lines, path } = reader;
  const list: unknown[] = [];
  const dash = `${" ".repeat(indent)}- `;
  if (path.length > DEEPEST) return undefined;
  while (lines[reader.at]?.startsWith(dash)) {
    const typed = (lines[reader.at] ?? "").slice(dash.length);
    path.push(list.length);
    const value = PAIR.test(typed) ? readMapping(reader, dash.length) : readValue(reader, typed);
    path.pop();
    if (value === undefined) return undefined;
    list.push(value);
  }
  return list;
}

/**
 * Reads the YAML that nearly all front matter is written in: mappings and lists by indent, scalars of one line, lists of
 * such in brackets; no comments, no empty lines, no numbers. Undefined for all else and for every mistake, since the parser
 * of all of YAML, which takes some thirty times as long, is the judge of those.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (DOUBTFUL.test(text)) return undefined;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const reader: Reader = { lines, at: 0, path: [], dates: [] };
  const data = readMapping(reader, 0);
  // A line that is indented otherwise than all around it ends every list and mapping too early.
  return data && reader.at === lines.length ? { data, dates: reader.dates } : undefined;
}
