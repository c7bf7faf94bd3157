import { isDeepStrictEqual } from "node:util";
import { parseYaml, type Path } from "../../parse/yaml-source.ts";
import { isLikeDate } from "../../parse/yaml-suspects.ts";

/** How values are written that were not there before. */
export interface Style {
  /** How the lines of the file end. */
  readonly ending: string;
  /** Whether the field at a path is text for people, which may not look like a date. */
  readonly isText: (path: Path) => boolean;
}

/** A list in brackets is one line; a longer one has a line for each entry. In characters. */
const LONGEST_LINE = 100;

/** Lists of which each entry has a line, so that two people's additions can be joined. */
const IN_LINES = new Set(["stories"]);

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWord(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function reads(written: string, value: unknown): boolean {
  const { data } = parseYaml(`k: ${written}\n`, 1, true);
  return isMapping(data) && isDeepStrictEqual(data["k"], value);
}

/** A single value in one line, in quotes where it would be read as something else. */
export function writeScalar(value: unknown, path: Path, { isText }: Style, isFlow: boolean): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const isPlain =
    !/[\r\n]/.test(value) &&
    (isFlow ? reads(`[${value}]`, [value]) : reads(value, value)) &&
    !(isLikeDate(value) && isText(path));
  return isPlain ? value : JSON.stringify(value);
}

/** A key as YAML has it. */
export function writeKey(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) ? key : JSON.stringify(key);
}

/** A value in brackets, in one line. */
export function writeFlow(value: unknown, path: Path, style: Style): string {
  if (Array.isArray(value)) return `[${value.map((item, at) => writeFlow(item, [...path, at], style)).join(", ")}]`;
  if (!isMapping(value)) return writeScalar(value, path, style, true);
  const pairs = Object.entries(value).map(([key, own]) => `${writeKey(key)}: ${writeFlow(own, [...path, key], style)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** A text of several lines as a block; undefined where a block would not say the same. */
function writeLines(value: string, indent: string, ending: string): string | undefined {
  const isEnded = value.endsWith("\n");
  const lines = (isEnded ? value.slice(0, -1) : value).split("\n");
  const block = [isEnded ? "|" : "|-", ...lines.map((line) => (line === "" ? "" : `${indent}  ${line}`))].join("\n");
  return reads(block.replaceAll(`\n${indent}`, "\n"), value) ? block.replaceAll("\n", ending) : undefined;
}

/** An entry of a list, from behind its dash; its further lines begin with `indent`. */
export function writeItem(value: unknown, indent: string, path: Path, style: Style): string {
  if (!isMapping(value) || Object.keys(value).length === 0) return writeBehind(value, indent, path, style).trimStart();
  return writePairs(value, indent, path, style).slice(indent.length);
}

function writePairs(value: Readonly<Record<string, unknown>>, indent: string, path: Path, style: Style): string {
  return Object.entries(value)
    .map(([key, own]) => writePair(key, own, indent, [...path, key], style))
    .join(style.ending);
}

/** A key with its value, on lines that begin with `indent`; `path` leads to the value. */
export function writePair(key: string, value: unknown, indent: string, path: Path, style: Style): string {
  return `${indent}${writeKey(key)}:${writeBehind(value, indent, path, style)}`;
}

/** What stands behind a key or a dash whose line begins with `indent`. */
function writeBehind(value: unknown, indent: string, path: Path, style: Style): string {
  const { ending } = style;
  if (typeof value === "string" && value.includes("\n")) {
    const block = writeLines(value, indent, ending);
    if (block !== undefined) return ` ${block}`;
  }
  if (Array.isArray(value) && value.length > 0) {
    const flow = value.every(isWord) && !IN_LINES.has(String(path[0])) ? writeFlow(value, path, style) : undefined;
    if (flow !== undefined && flow.length <= LONGEST_LINE) return ` ${flow}`;
    return value
      .map((item, at) => `${ending}${indent}  - ${writeItem(item, `${indent}    `, [...path, at], style)}`)
      .join("");
  }
  if (isMapping(value) && Object.keys(value).length > 0)
    return `${ending}${writePairs(value, `${indent}  `, path, style)}`;
  return ` ${isWord(value) ? writeScalar(value, path, style, false) : writeFlow(value, path, style)}`;
}
