import type { Document } from "../../../content/parse/document.ts";
import { indexLines } from "../../../content/parse/line-index.ts";
import type { Path } from "../../../content/parse/yaml-source.ts";
import type { Position } from "../../../content/problems/diagnostic.ts";
import type { PlacedText } from "../../../content/schema/schema-walk.ts";
import type { Stretch } from "./scan.ts";

/** All that readers read of one document, as one text: its body, and then each text of its front matter after a line feed. */
export interface ReadingText {
  readonly document: Document;
  readonly text: string;
  /** Where the body ends, in UTF-16 units. */
  readonly bodyEnd: number;
  readonly fields: readonly Field[];
}

/** A text of a front matter, and where it begins in the whole. */
export interface Field extends PlacedText {
  readonly at: number;
}

/** Joins texts of a document's front matter, and its body or none. */
export function joinTexts(document: Document, placed: readonly PlacedText[], body = document.body): ReadingText {
  let text = body;
  const fields: Field[] = [];
  for (const { path, text: own } of placed) {
    fields.push({ path, text: own, at: text.length + 1 });
    text += `\n${own}`;
  }
  return { document, text, bodyEnd: body.length, fields };
}

/** The place of a text of the front matter: within its line where it is written in one and as it is, else where it begins. */
function placeInField({ yaml }: Document, path: Path, text: string, offset: number): Position {
  const start = yaml.locate(path);
  const extent = yaml.extent(path);
  if (extent?.from.line !== extent?.to.line || !extent) return start;
  const more = extent.to.column - extent.from.column - text.length;
  if (more !== 0 && more !== 2) return start;
  return { line: start.line, column: start.column + more / 2 + offset };
}

/** Makes the function that finds the place of an offset in its file. */
export function placesOf({ document, bodyEnd, fields }: ReadingText): (offset: number) => Position {
  const inBody = indexLines(document.body);
  return (offset) => {
    const field = offset > bodyEnd ? fields.findLast(({ at }) => at <= offset) : undefined;
    if (field) return placeInField(document, field.path, field.text, offset - field.at);
    const { line, column } = inBody(offset);
    return { line: line + document.bodyLine - 1, column };
  };
}

/** Whether a text stands so in another that it takes in a stretch of it. */
export function covers(text: string, { at, end }: Stretch, words: string): boolean {
  const from = text.indexOf(words, Math.max(0, end - words.length));
  return from >= 0 && from <= at;
}

/** The line in which a place lies. */
export function lineAround(text: string, at: number): Stretch & { readonly line: string } {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const found = text.indexOf("\n", at);
  const end = found < 0 ? text.length : found;
  return { at: from, end, line: text.slice(from, end) };
}

/** Whether a sentence begins at a place: what stands before it ends one, a line or a heading, quotation marks and marks of emphasis aside. */
export function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).replace(/["“„«‘'*_([ \u00A0]+$/, "");
  return before === "" || /(?:[.!?:…\n|#>•–—-]|\n\d{1,2}\.)$/.test(before.replace(/[”’"')\]*_]+$/, ""));
}
