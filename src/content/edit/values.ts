import type { Document } from "../parse/document.ts";
import { parseYaml, type Path } from "../parse/yaml-source.ts";
import { endingOf, offsetAt } from "./editable.ts";
import { endOfKeys, lineEnd, lineStart, requireExtent, type Stretch, stretchOf } from "./places.ts";

/** A name or path as YAML has it: in quotes where it would be read as something else than text. */
export function writeWord(word: string): string {
  return parseYaml(word).data === word ? word : JSON.stringify(word);
}

/** Puts another word in the place of the plain or quoted value at a path. */
export function replaceWord(text: string, document: Document, path: Path, word: string): string {
  const { from, to } = stretchOf(text, requireExtent(document, path));
  return text.slice(0, from) + writeWord(word) + text.slice(to);
}

/** Puts another word in the place of the key at a path. */
export function replaceKey(text: string, { yaml }: Document, path: Path, word: string): string {
  const from = offsetAt(text, yaml.locate(path, "key"));
  const typed = /^(?:"[^"]*"|'[^']*'|[^\s:]+)/.exec(text.slice(from))?.[0] ?? "";
  return text.slice(0, from) + writeWord(word) + text.slice(from + typed.length);
}

/** Adds a word at the end of the list at a path, which may be a single word so far. */
export function appendWord(text: string, document: Document, path: Path, length: number, word: string): string {
  const list = requireExtent(document, path);
  const { from, to } = stretchOf(text, list);
  const last = length > 0 ? document.yaml.extent([...path, length - 1]) : undefined;
  const written = writeWord(word);
  if (text[from] !== "[" && text[from] !== "-")
    return `${text.slice(0, from)}[${text.slice(from, to)}, ${written}]${text.slice(to)}`;
  if (list.isFlow) {
    if (!last) return `${text.slice(0, from + 1)}${written}${text.slice(from + 1)}`;
    const end = offsetAt(text, last.to);
    return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
  }
  const item = offsetAt(text, (last ?? list).from);
  const indent = /^\s*-\s+/.exec(text.slice(lineStart(text, item), item))?.[0] ?? "  - ";
  const end = lineEnd(text, item);
  return `${text.slice(0, end)}${indent}${written}${endingOf(text)}${text.slice(end)}`;
}

/** Puts a word before the item at `index` of the list at a path, which may be a single word so far. */
export function insertWord(text: string, document: Document, path: Path, index: number, word: string): string {
  const list = requireExtent(document, path);
  const item = offsetAt(text, requireExtent(document, [...path, index]).from);
  const written = writeWord(word);
  const start = offsetAt(text, list.from);
  if (text[start] !== "[" && text[start] !== "-") {
    const end = offsetAt(text, list.to);
    return `${text.slice(0, start)}[${written}, ${text.slice(start, end)}]${text.slice(end)}`;
  }
  if (list.isFlow) return `${text.slice(0, item)}${written}, ${text.slice(item)}`;
  const line = lineStart(text, item);
  return `${text.slice(0, line)}${text.slice(line, item)}${written}${endingOf(text)}${text.slice(line)}`;
}

/** Puts the first word into an empty list, on a line of its own, so that two people's additions can be joined. */
export function writeFirst(text: string, document: Document, path: Path, word: string): string {
  const { from, to } = stretchOf(text, requireExtent(document, path));
  // What else stands in the brackets, or behind them, is a comment.
  if (text.slice(from, to) !== "[]" || !/\S: $/.test(text.slice(0, from)) || !/^[ \t]*\r?\n/.test(text.slice(to)))
    return appendWord(text, document, path, 0, word);
  return `${text.slice(0, from).trimEnd()}${endingOf(text)}  - ${writeWord(word)}${text.slice(to)}`;
}

/** Takes an item out with the comma behind it, or the last one with that between it and the item that ends at `before`. */
function removeFlowItem(text: string, { from, to }: Stretch, before: number | undefined): string {
  const comma = before === undefined ? -1 : text.indexOf(",", before);
  if (comma < 0) return text.slice(0, from) + text.slice(to).replace(/^\s*,[ \t]*/, "");
  // What else stands between the two, comments above all, stays.
  const between = text.slice(comma + 1, from);
  return text.slice(0, comma) + (between.trim() === "" ? "" : between) + text.slice(to);
}

/** Takes the item at `index` from the list at a path; what is commented behind it stays as a comment on a line of its own. */
export function removeItem(text: string, document: Document, path: Path, index: number, length: number): string {
  const list = requireExtent(document, path);
  const item = stretchOf(text, requireExtent(document, [...path, index]));
  if (list.isFlow) {
    const before = index > 0 && index === length - 1 ? document.yaml.extent([...path, index - 1]) : undefined;
    return removeFlowItem(text, item, before && offsetAt(text, before.to));
  }
  const [start, end] = [lineStart(text, item.from), lineEnd(text, item.to)];
  const comment = text.slice(item.to, end).trim();
  const indent = /^\s*/.exec(text.slice(start, item.from))?.[0] ?? "";
  const kept = comment === "" ? "" : `${indent}${comment}${endingOf(text)}`;
  const without = text.slice(0, start) + kept + text.slice(end);
  if (length > 1) return without;
  const key = offsetAt(text, document.yaml.locate(path, "key"));
  const colon = text.indexOf(":", key) + 1;
  return `${without.slice(0, colon)} []${without.slice(colon)}`;
}

/** Adds a line at the end of a Markdown file's front matter. */
export function appendKey(text: string, document: Document, key: string, value: string): string {
  const at = endOfKeys(text, document);
  return `${text.slice(0, at)}${key}: ${value}${endingOf(text)}${text.slice(at)}`;
}

/** Adds a key to the mapping at a path of a YAML file, behind the first one that it has. */
export function insertKey(text: string, document: Document, path: Path, first: string, line: string): string {
  const map = requireExtent(document, path);
  if (map.isFlow) {
    const last = offsetAt(text, map.to) - 1;
    const inner = text.slice(0, last).trimEnd();
    return `${inner}${inner.endsWith(",") ? " " : ", "}${line}${text.slice(inner.length)}`;
  }
  const key = offsetAt(text, document.yaml.locate([...path, first], "key"));
  const indent = text.slice(lineStart(text, key), key);
  const { line: end, column } = requireExtent(document, [...path, first]).to;
  const at =
    column === 1 ? offsetAt(text, { line: end, column }) : lineEnd(text, offsetAt(text, { line: end, column }));
  const gap = at > 0 && text[at - 1] !== "\n" ? endingOf(text) : "";
  return `${text.slice(0, at)}${gap}${indent}${line}${endingOf(text)}${text.slice(at)}`;
}
