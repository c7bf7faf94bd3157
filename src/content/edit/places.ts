import type { Document } from "../parse/document.ts";
import type { Extent, Path } from "../parse/yaml-source.ts";
import { NotEditable, offsetAt } from "./editable.ts";

/** From one offset of a text up to but not including another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function stretchOf(text: string, { from, to }: Extent): Stretch {
  return { from: offsetAt(text, from), to: offsetAt(text, to) };
}

/** Where the value at a path stands. Throws NotEditable where there is none. */
export function requireExtent({ yaml, path }: Document, at: Path): Extent {
  const extent = yaml.extent(at);
  if (!extent) throw new NotEditable(`${path} has nothing at “${at.join(".")}”`);
  return extent;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line ends on which an offset stands, its line feed included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** What stands at a path in data. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], data);
}

/** Where the last character of a value stands, and not what the parser takes with it: the comments and empty lines behind a block. */
export function endOfValue(text: string, document: Document, path: Path): number {
  const extent = requireExtent(document, path);
  const value = valueAt(document.yaml.data, path);
  if (extent.isFlow || typeof value !== "object" || value === null) return offsetAt(text, extent.to);
  const steps: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return Math.max(...steps.map((step) => endOfValue(text, document, [...path, step])));
}

/** Where the key at a path begins. */
export function startOfKey(text: string, { yaml }: Document, path: Path): number {
  return offsetAt(text, yaml.locate(path, "key"));
}

/** The whole lines on which something stands that ends at an offset; what ends with its line feed ends there. */
export function linesTo(text: string, from: number, to: number): Stretch {
  return { from: lineStart(text, from), to: to > from && text[to - 1] === "\n" ? to : lineEnd(text, to) };
}

/** The comments that begin within a stretch, in order. */
export function commentsIn(text: string, { yaml }: Document, { from, to }: Stretch): string[] {
  return yaml.comments().flatMap((comment) => {
    const offset = offsetAt(text, comment.at);
    return offset >= from && offset < to ? [comment.text.trimEnd()] : [];
  });
}

/** A text with something else in the place of a stretch. */
export function replaceStretch(text: string, { from, to }: Stretch, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** Where a key would stand as the last one of a Markdown file's front matter, or of a YAML file. */
export function endOfKeys(text: string, { path, bodyLine }: Document): number {
  if (path.endsWith(".yaml")) return text.length;
  const fence = offsetAt(text, { line: bodyLine - 1, column: 1 });
  return text.startsWith("---", fence) ? fence : text.lastIndexOf("\n---") + 1;
}
