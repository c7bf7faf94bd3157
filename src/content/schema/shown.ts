import type * as z from "zod";
import { rememberOf } from "../words/remember.ts";
import type { ListedIn } from "./marks.ts";
import { listedKeys, listFields, listTextsBy, type PlacedText } from "./schema-walk.ts";

/** What of a front matter readers are shown, and what lists show of it, by the marks of its schema. */

// A schema never changes and every story asks, so each is walked once.
const shownFields = rememberOf((schema: z.ZodObject) =>
  listFields(schema)
    .filter(({ shown }) => shown === true)
    .map((field) => ({ ...field, take: listTextsBy(field.schema) })),
);
const keysOf = rememberOf(listedKeys);

function valueAt(front: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], front);
}

/** The values that readers are shown, each with the name of its part of a sign-off; a field that is not there has no value. */
export function readShown(schema: z.ZodObject, front: object): { readonly part: string; readonly value: unknown }[] {
  return shownFields(schema).map(({ part, path }) => ({ part, value: valueAt(front, path) }));
}

/** The texts of a front matter that readers are shown, by fields. */
function readFields(
  schema: z.ZodObject,
  front: object,
): { readonly part: string; readonly texts: readonly PlacedText[] }[] {
  return shownFields(schema).map(({ part, path, take }) => {
    const texts: PlacedText[] = [];
    take(valueAt(front, path), path, texts);
    return { part, texts };
  });
}

/** The texts that readers are shown, each with the name of its part of a sign-off. */
export function readParts(schema: z.ZodObject, front: object): { readonly part: string; readonly texts: string[] }[] {
  return readFields(schema, front).map(({ part, texts }) => ({ part, texts: texts.map(({ text }) => text) }));
}

/** The texts that readers are shown, and where each stands. */
export function placeTexts(schema: z.ZodObject, front: object): PlacedText[] {
  return readFields(schema, front).flatMap(({ texts }) => texts);
}

/** The texts that readers are shown. */
export function readTexts(schema: z.ZodObject, front: object): string[] {
  return readParts(schema, front).flatMap(({ texts }) => texts);
}

/** Those properties of a text, or of its front matter, that lists show. */
export function pickListed<Schema extends z.ZodObject, Text extends ListedIn<Schema>>(
  schema: Schema,
  text: Text,
): Pick<Text, keyof ListedIn<Schema> & keyof Text> {
  type Key = keyof ListedIn<Schema> & keyof Text;
  return Object.fromEntries((keysOf(schema) as Key[]).map((key) => [key, text[key]])) as Pick<Text, Key>;
}
