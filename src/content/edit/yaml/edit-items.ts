import type { Path } from "../../parse/yaml-source.ts";
import { change, type Data, type Editable, NotEditable, offsetAt } from "../editable.ts";
import { replaceAt } from "./edit-scalar.ts";
import type { Matches } from "./match-items.ts";
import {
  commentsIn,
  endOfValue,
  lineEnd,
  lineStart,
  replaceStretch,
  requireExtent,
  stretchOf,
  valueAt,
} from "../places.ts";
import { type Style, writeFlow, writeItem } from "./write-value.ts";

/** A list that is to have other entries. */
interface Rearranged {
  readonly path: Path;
  readonly matches: Matches;
  readonly wanted: readonly unknown[];
  readonly style: Style;
}

/** The lines of an entry: with the comments right above it, and all that stands between it and the lines of the next. */
interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** The lines of each entry of a list in lines. Throws NotEditable where an entry does not begin behind its dash. */
function chunksOf({ text, document, path: file }: Editable, path: Path, length: number): Chunk[] {
  const lines = Array.from({ length }, (_, at) => {
    const start = offsetAt(text, requireExtent(document, [...path, at]).from);
    const line = lineStart(text, start);
    if (!/^\s*-\s+$/.test(text.slice(line, start)))
      throw new NotEditable(`an entry of “${path.join(".")}” of ${file} does not begin behind its dash`);
    const end = endOfValue(text, document, [...path, at]);
    return { line, end: end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end) };
  });
  const starts = lines.map(({ line }, at) => {
    const least = lines[at - 1]?.end ?? line;
    let start = line;
    while (start > least && /^[ \t]*#/.test(text.slice(lineStart(text, start - 1), start)))
      start = lineStart(text, start - 1);
    return start;
  });
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? lines[at]?.end ?? from }));
}

function arrangeLines(file: Editable, { path, matches, wanted, style }: Rearranged, length: number): string {
  const { text, document } = file;
  const chunks = chunksOf(file, path, length);
  const first = offsetAt(text, requireExtent(document, [...path, 0]).from);
  const dash = text.slice(lineStart(text, first), first);
  const indent = dash.replace("-", " ");
  const kept = new Set(matches);
  // What is said above an entry that goes stays above the next one that does not.
  const above = new Map<number, string>();
  let waiting = "";
  for (const [at, chunk] of chunks.entries()) {
    if (kept.has(at)) {
      above.set(at, waiting);
      waiting = "";
    } else
      for (const comment of commentsIn(text, document, chunk))
        waiting += `${dash.slice(0, dash.indexOf("-"))}${comment}${style.ending}`;
  }
  const lines = matches.map((from, to) => {
    if (from === undefined) return `${dash}${writeItem(wanted[to], indent, [...path, to], style)}${style.ending}`;
    const chunk = chunks[from] ?? { from: 0, to: 0 };
    const own = text.slice(chunk.from, chunk.to);
    return `${above.get(from) ?? ""}${own}${own.endsWith("\n") ? "" : style.ending}`;
  });
  const whole = { from: chunks[0]?.from ?? 0, to: chunks.at(-1)?.to ?? 0 };
  const arranged = lines.join("") + waiting;
  const isEnded = text[whole.to - 1] === "\n";
  return replaceStretch(text, whole, isEnded ? arranged : arranged.slice(0, -style.ending.length));
}

function arrangeFlow(file: Editable, { path, matches, wanted, style }: Rearranged, length: number): string {
  const { text, document } = file;
  const list = stretchOf(text, requireExtent(document, path));
  if (commentsIn(text, document, list).length > 0) throw new NotEditable(`a comment of ${file.path} would be lost`);
  const items = Array.from({ length }, (_, at) => stretchOf(text, requireExtent(document, [...path, at])));
  const between = (at: number) => text.slice(items[at]?.to, items[at + 1]?.from);
  const usual = items.length > 1 ? between(0) : ", ";
  let written = "";
  for (const [to, from] of matches.entries()) {
    const last = to > 0 ? matches[to - 1] : undefined;
    if (to > 0) written += last !== undefined && from === last + 1 ? between(last) : usual;
    const item = from === undefined ? undefined : items[from];
    written += item ? text.slice(item.from, item.to) : writeFlow(wanted[to], [...path, to], style);
  }
  return replaceStretch(text, { from: items[0]?.from ?? list.from, to: items.at(-1)?.to ?? list.to }, written);
}

/**
 * The text in which the list at a path, which has entries, has those of the new list: each that it had before in its own words and with its comments,
 * though it may differ from what is wanted. Throws NotEditable.
 */
export function arrangeItems(file: Editable, arranged: Rearranged): Editable {
  const { path, matches, wanted } = arranged;
  const now = valueAt(file.document.yaml.data, path) as readonly unknown[];
  if (matches.length === now.length && matches.every((from, to) => from === to)) return file;
  const next = matches.map((from, to) => (from === undefined ? wanted[to] : now[from]));
  const { isFlow } = requireExtent(file.document, path);
  return change(
    file,
    () => (isFlow ? arrangeFlow : arrangeLines)(file, arranged, now.length),
    (data) => replaceAt(data, path, next) as Data,
  );
}

/** The text in which a mapping in lines, which stands for a list of one, is the first entry of a list. Throws NotEditable. */
export function makeList(file: Editable, path: Path): Editable {
  const { text, document } = file;
  const { from, isFlow } = requireExtent(document, path);
  const now = valueAt(document.yaml.data, path);
  const start = offsetAt(text, from);
  const line = lineStart(text, start);
  const expect = (data: Data) => replaceAt(data, path, [now]) as Data;
  if (isFlow || text.slice(line, start).trim() !== "")
    throw new NotEditable(`${file.path} has “${path.join(".")}” in one line`);
  const end = endOfValue(text, document, path);
  const stretch = { from: line, to: end };
  const [before, own] = [text.slice(line, start), text.slice(start, end)];
  const listed = `${before}- ${own.replace(/\n(?=[^\r\n])/g, "\n  ")}`;
  return change(file, () => replaceStretch(text, stretch, listed), expect);
}
