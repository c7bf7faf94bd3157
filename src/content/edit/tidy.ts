import type * as z from "zod";
import type { Position } from "../problems/diagnostic.ts";
import { type BareSource, findShorthands, type Meanings, type Shorthand, withValue } from "../schema/shorthand.ts";
import { change, type Data, type Editable, NotEditable } from "./editable.ts";
import { replaceWritten, writeWord } from "./values.ts";

/** What was typed, and what the format has for it. */
export interface Tidied extends Position {
  readonly typed: string;
  readonly written: string;
}

/** A text in which everything is written as the format says, as far as a program can change it. */
export interface TidyText {
  readonly file: Editable;
  readonly tidied: readonly Tidied[];
  /** Understood, and left: written in a way that only a person should change. */
  readonly left: readonly (Position & { readonly typed: string })[];
}

/** A source on the line on which its address stood, so that what is commented there stays. */
function writeSource({ publisher, title, url }: BareSource): string {
  return `{ publisher: ${writeWord(publisher)}, title: ${JSON.stringify(title)}, url: ${JSON.stringify(url)} }`;
}

function write(meant: Shorthand["meant"]): string {
  return typeof meant === "string" ? writeWord(meant) : writeSource(meant);
}

/**
 * Writes as the format says what was typed otherwise and is understood; every other character of the text stays. A source of a publisher
 * that is not known stays as it is: what to type for it an editor is told.
 */
export function tidyText(
  file: Editable,
  schema: z.ZodType,
  meanings: Meanings,
  isKnown: (publisher: string) => boolean,
): TidyText {
  const tidied: Tidied[] = [];
  const left: (Position & { typed: string })[] = [];
  let tidy = file;
  for (const { path, typed, meant } of findShorthands(schema, file.document.yaml.data, meanings)) {
    if (typeof meant !== "string" && !isKnown(meant.publisher)) continue;
    const at = tidy.document.yaml.locate(path);
    const written = write(meant);
    try {
      tidy = change(
        tidy,
        (text, document) => replaceWritten(text, document, path, written),
        (data) => withValue(data, path, meant) as Data,
      );
      tidied.push({ ...at, typed, written });
    } catch (error) {
      if (!(error instanceof NotEditable)) throw error;
      left.push({ ...at, typed });
    }
  }
  return { file: tidy, tidied, left };
}
