import { isDeepStrictEqual } from "node:util";
import { GONE } from "../former/gone.ts";
import { isOneOrMany, isTextField, knownKeys } from "../schema/schema-walk.ts";
import { mergeBody, withPlainEnds } from "./edit-body.ts";
import { type Data, type Editable, endingOf, keepMark, NotEditable, openEditable } from "./editable.ts";
import { insertPair, removePair } from "./yaml/edit-pairs.ts";
import { rewriteKey, setValue, type Writing } from "./yaml/edit-value.ts";
import { schemaOf } from "./schema-of.ts";

/** What a text is to say from now on; what is not named stays as it is. */
export interface FieldEdits {
  /**
   * Top-level keys and their whole new values, as the schema has them (text, lists, mappings, booleans, numbers); `undefined` takes
   * the key's lines out. A value that says what is there already changes nothing.
   */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** All that stands below the second fence. Its line ends do not count: those of the file are kept. */
  readonly body?: string | undefined;
}

function open(name: string, text: string): Editable {
  const file = openEditable(name, new TextEncoder().encode(text));
  if (!file)
    throw new NotEditable(
      `${name} cannot be read, so no single value of it can be changed: mend what is told of it first`,
    );
  return file;
}

function dataOf({ document }: Editable): Data {
  return document.yaml.data as Data;
}

/** A value as JSON has it: without keys that have no value. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** What is wanted in the form in which it is written now: a list of one may be given as its only entry. */
function asWritten(now: unknown, wanted: unknown, mayBeOne: boolean): unknown {
  if (!mayBeOne || now === undefined || now === null) return wanted;
  if (!Array.isArray(now)) return Array.isArray(wanted) && wanted.length === 1 ? wanted[0] : wanted;
  return now.length === 1 && !Array.isArray(wanted) ? [wanted] : wanted;
}

function setKey(file: Editable, key: string, wanted: unknown, writing: Writing): Editable {
  const isThere = Object.hasOwn(dataOf(file), key);
  if (wanted === undefined) return isThere ? removePair(file, [], key) : file;
  if (!isThere) return insertPair(file, [], [key, wanted], { style: writing.style, order: writing.order([]) });
  try {
    return setValue(file, [key], wanted, writing);
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    return rewriteKey(file, key, wanted, writing);
  }
}

function setBody(file: Editable, body: string): Editable {
  const { text, document, path } = file;
  const head = text.slice(0, text.length - document.body.length);
  const merged = mergeBody(document.body, body, endingOf(text));
  const gap = merged === "" || head.endsWith("\n") ? "" : endingOf(text);
  const changed = open(path, head + gap + merged);
  if (withPlainEnds(changed.document.body) !== withPlainEnds(body))
    throw new NotEditable(`the text of ${path} has characters that cannot be kept in a file`);
  return changed;
}

/**
 * The text of a file with other values in its front matter, or in all of it where `name` ends with `.yaml`, and with another body.
 * Only the lines of what changed are other ones; comments, order, quotes, line ends, a byte-order mark and all else stay byte for byte.
 * `name` is the path in the content folder, by which it is known what kind of text this is, and so where a new key belongs.
 * Throws NotEditable, with a sentence for people, where the text cannot be read or would not say exactly what was asked.
 */
export function editFields(name: string, text: string, { fields = {}, body }: FieldEdits): string {
  const file = open(name, text);
  const schema = schemaOf(name, Object.hasOwn(dataOf(file), GONE) || fields[GONE] !== undefined);
  if (!schema) throw new NotEditable(`${name} is no text of the content format`);
  const writing: Writing = {
    style: { ending: endingOf(text), isText: (path) => isTextField(schema, path) },
    order: (path) => knownKeys(schema, path),
  };
  const wanted = Object.entries(fields).map(([key, value]) => {
    const now = dataOf(file)[key];
    return [key, asWritten(now, plain(value), isOneOrMany(schema, [key]))] as const;
  });
  const edited = wanted.reduce((now, [key, value]) => setKey(now, key, value, writing), file);
  const expected = plain({ ...dataOf(file), ...Object.fromEntries(wanted) });
  if (!isDeepStrictEqual(plain(dataOf(edited)), expected) || edited.document.body !== file.document.body)
    throw new NotEditable(`${name} is written in a way that cannot be changed by a program without losing something`);
  const whole = body === undefined || name.endsWith(".yaml") ? edited : setBody(edited, body);
  return keepMark(text, whole.text);
}
