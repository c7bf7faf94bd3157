import type { Document } from "../../parse/document.ts";
import type { Path } from "../../parse/yaml-source.ts";
import { change, type Data, type Editable, NotEditable } from "../editable.ts";
import { replaceAt } from "./edit-scalar.ts";
import {
  commentsIn,
  endOfKeys,
  endOfValue,
  lineEnd,
  lineStart,
  linesTo,
  replaceStretch,
  requireExtent,
  startOfKey,
  type Stretch,
  valueAt,
} from "../places.ts";
import { type Style, writeFlow, writeKey, writePair } from "./write-value.ts";

/** A mapping of a file, whose pairs are to be changed. */
interface Mapping {
  readonly text: string;
  readonly document: Document;
  readonly path: Path;
  /** In the order in which they stand there. */
  readonly keys: readonly string[];
}

function mappingAt({ text, document }: Editable, path: Path): Mapping {
  const keys = Object.keys(valueAt(document.yaml.data, path) ?? {});
  const start = new Map(keys.map((key) => [key, startOfKey(text, document, [...path, key])]));
  return { text, document, path, keys: keys.sort((a, b) => (start.get(a) ?? 0) - (start.get(b) ?? 0)) };
}

function startOf({ text, document, path }: Mapping, key: string): number {
  return startOfKey(text, document, [...path, key]);
}

function endOf({ text, document, path }: Mapping, key: string): number {
  return endOfValue(text, document, [...path, key]);
}

function isFlow({ document, path }: Mapping): boolean {
  return path.length > 0 && requireExtent(document, path).isFlow;
}

/** The document's own mapping in braces is changed by people. */
function refuseBraces({ path }: Editable, text: string, from: number): void {
  if (text.slice(0, from).trimEnd().endsWith("{"))
    throw new NotEditable(`${path} has its keys in braces; write one to a line`);
}

/** What stands on the line of a key before it: blanks, or the dash of a list as well. */
function beforeKey(mapping: Mapping, key: string): string {
  const at = startOf(mapping, key);
  return mapping.text.slice(lineStart(mapping.text, at), at);
}

function removeFlowPair(mapping: Mapping, key: string): Stretch {
  const { keys } = mapping;
  const at = keys.indexOf(key);
  const [before, next] = [keys[at - 1], keys[at + 1]];
  if (next !== undefined) return { from: startOf(mapping, key), to: startOf(mapping, next) };
  return { from: before === undefined ? startOf(mapping, key) : endOf(mapping, before), to: endOf(mapping, key) };
}

/** The text without a pair of the mapping at a path; comments stay, on lines of their own. Throws NotEditable. */
export function removePair(file: Editable, path: Path, key: string): Editable {
  const mapping = mappingAt(file, path);
  const { text, document, keys } = mapping;
  const others = Object.fromEntries(
    Object.entries(valueAt(document.yaml.data, path) as Data).filter(([name]) => name !== key),
  );
  const expect = (data: Data) => replaceAt(data, path, others) as Data;
  if (keys.length === 1 && path.length > 0)
    throw new NotEditable(`“${path.join(".")}” of ${file.path} has no other key`);
  if (isFlow(mapping)) {
    const stretch = removeFlowPair(mapping, key);
    if (commentsIn(text, document, stretch).length > 0)
      throw new NotEditable(`a comment of ${file.path} would be lost`);
    return change(file, () => replaceStretch(text, stretch, ""), expect);
  }
  refuseBraces(file, text, startOf(mapping, key));
  const before = beforeKey(mapping, key);
  const lines = linesTo(text, startOf(mapping, key), endOf(mapping, key));
  const comments = commentsIn(text, document, lines);
  if (before.trim() !== "") {
    const next = keys[keys.indexOf(key) + 1];
    if (next === undefined || comments.length > 0) throw new NotEditable(`a comment of ${file.path} would be lost`);
    return change(
      file,
      () => replaceStretch(text, { from: startOf(mapping, key), to: startOf(mapping, next) }, ""),
      expect,
    );
  }
  const [lineFeed = ""] = /\r?\n$/.exec(text.slice(lines.from, lines.to)) ?? [];
  const kept = comments.map((comment) => before + comment + lineFeed).join("");
  return change(file, () => replaceStretch(text, lines, kept), expect);
}

/** The line of the comments that stand right above a line. */
function aboveComments(text: string, line: number): number {
  let at = line;
  while (at > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, at - 1), at))) at = lineStart(text, at - 1);
  return at;
}

/** Puts lines behind what ends at an offset; a text without a last line feed has none after it either. */
function putLines(text: string, at: number, lines: string, ending: string): string {
  return at > 0 && text[at - 1] !== "\n"
    ? text.slice(0, at) + ending + lines + text.slice(at)
    : text.slice(0, at) + lines + ending + text.slice(at);
}

/** The two pairs of a mapping between which a key belongs by an order of keys; what is in no order belongs to the end. */
function neighbours(keys: readonly string[], key: string, order: readonly string[]) {
  const at = order.indexOf(key);
  const isThere = (name: string) => keys.includes(name);
  if (at < 0) return { before: keys.at(-1), next: undefined };
  const before = order.slice(0, at).findLast(isThere);
  return { before, next: before === undefined ? (order.slice(at).find(isThere) ?? keys[0]) : undefined };
}

/** The text with one more pair in the mapping at a path, where `order` would have it. Throws NotEditable. */
export function insertPair(
  file: Editable,
  path: Path,
  [key, value]: readonly [string, unknown],
  { style, order }: { readonly style: Style; readonly order: readonly string[] },
): Editable {
  const mapping = mappingAt(file, path);
  const { text, document, keys } = mapping;
  const { ending } = style;
  const { before, next } = neighbours(keys, key, order);
  const own = [...path, key];
  const put = (make: () => string) =>
    change(file, make, (data) => replaceAt(data, path, { ...(valueAt(data, path) as Data), [key]: value }) as Data);
  if (isFlow(mapping)) {
    const written = `${writeKey(key)}: ${writeFlow(value, own, style)}`;
    const [at, pair] =
      before !== undefined ? [endOf(mapping, before), `, ${written}`] : [startOf(mapping, next ?? ""), `${written}, `];
    return put(() => text.slice(0, at) + pair + text.slice(at));
  }
  const [sibling] = keys;
  if (sibling !== undefined) refuseBraces(file, text, startOf(mapping, sibling));
  const indent = sibling === undefined ? "" : beforeKey(mapping, sibling).replace(/[^ ]/g, " ");
  const written = writePair(key, value, indent, own, style);
  if (before === undefined && next !== undefined) {
    const at = startOf(mapping, next);
    if (beforeKey(mapping, next).trim() !== "")
      return put(() => text.slice(0, at) + written.trimStart() + ending + indent + text.slice(at));
    const line = aboveComments(text, lineStart(text, at));
    return put(() => text.slice(0, line) + written + ending + text.slice(line));
  }
  const isLast = before === undefined || (path.length === 0 && before === keys.at(-1) && !order.includes(key));
  const end = isLast ? endOfKeys(text, document) : endOf(mapping, before);
  const at = end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end);
  return put(() => putLines(text, at, written, ending));
}
