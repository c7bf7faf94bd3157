import { isDeepStrictEqual } from "node:util";
import { hasMark } from "../parse/decode.ts";
import { type Document, readMarkdownFile, readYamlFile } from "../parse/document.ts";
import type { Position } from "../problems/diagnostic.ts";

/** A text file whose YAML can be changed value by value, while every other character stays as it is. */
export interface Editable {
  /** As printed in diagnostics. */
  readonly path: string;
  /** Without a byte-order mark, which is put back when it is written. */
  readonly text: string;
  readonly document: Document;
}

/** What YAML says, by its keys. */
export type Data = Readonly<Record<string, unknown>>;

/** Why a text cannot be changed as was asked: its YAML is written in a way that only a person should change. */
export class NotEditable extends Error {}

function readText(path: string, bytes: Uint8Array): Document | undefined {
  return (path.endsWith(".yaml") ? readYamlFile : readMarkdownFile)(path, bytes).document;
}

/** Opens the bytes of a Markdown or YAML file; undefined where they cannot be read. */
export function openEditable(path: string, bytes: Uint8Array): Editable | undefined {
  const document = readText(path, bytes);
  return document && { path, document, text: new TextDecoder().decode(bytes) };
}

/** The bytes of a changed text; `before` are those that it was opened from, whose byte-order mark it keeps. */
export function bytesOf({ text }: Editable, before: Uint8Array): Uint8Array {
  return new TextEncoder().encode(hasMark(before) ? `\uFEFF${text}` : text);
}

/** A changed text with the byte-order mark that it had before. */
export function keepMark(before: string, after: string): string {
  return before.startsWith("\uFEFF") ? `\uFEFF${after}` : after;
}

/**
 * Changes a text by `edit`, and looks whether its YAML then says what it is to say: as before, but for what `expect` makes of it.
 * Throws NotEditable where it does not.
 */
export function change(
  { path, text, document }: Editable,
  edit: (text: string, document: Document) => string,
  expect: (data: Data) => Data,
): Editable {
  const changed = edit(text, document);
  const again = openEditable(path, new TextEncoder().encode(changed));
  const wanted = expect(document.yaml.data as Data);
  if (!again || !isDeepStrictEqual(plain(again.document.yaml.data), plain(wanted)))
    throw new NotEditable(`${path} is written in a way that cannot be changed by a program without losing something`);
  return again;
}

/** A value as JSON has it, so that prototypes do not count. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** The offset of a place in a text. */
export function offsetAt(text: string, { line, column }: Position): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

/** How the lines of a text end. */
export function endingOf(text: string): string {
  return /\r\n/.test(text) ? "\r\n" : "\n";
}
