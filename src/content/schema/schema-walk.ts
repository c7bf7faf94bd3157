import * as z from "zod";
import type { Path } from "../parse/yaml-source.ts";

function within(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.out as z.ZodType) : undefined;
}

/** What a schema is of, one layer further in: that it may be missing, is one of a list or is read as another; undefined for a kind of value itself. */
export function innerOf(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodArray ? (schema.element as z.ZodType) : within(schema);
}

function unwrap(schema: z.ZodType): z.ZodType {
  const inner = within(schema);
  return inner ? unwrap(inner) : schema;
}

/** The part of a schema that describes the value at `path`; a list given as one value is looked through. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const here = unwrap(schema);
  const [step, ...rest] = path;
  if (here instanceof z.ZodArray) {
    const item = here.element as z.ZodType;
    return step === undefined ? here : schemaAt(item, typeof step === "number" ? rest : path);
  }
  if (step === undefined) return here;
  if (here instanceof z.ZodRecord) return schemaAt(here.valueType as z.ZodType, rest);
  if (!(here instanceof z.ZodObject) || !Object.hasOwn(here.shape, step)) return undefined;
  const next = (here.shape as Record<string, z.ZodType>)[step];
  return next && schemaAt(next, rest);
}

/** Whether the field at `path` is text for people, and not an id, a date or an address. */
export function isTextField(schema: z.ZodType, path: Path): boolean {
  const field = schemaAt(schema, path);
  const item = field instanceof z.ZodArray ? unwrap(field.element as z.ZodType) : field;
  return item?.meta()?.["text"] === true;
}

/** What is wrong with a text in the place of the value at `path`, as its field says; undefined where that may be. */
export function judgeText(schema: z.ZodType, path: Path, text: string): z.core.$ZodIssue | undefined {
  return schemaAt(schema, path)?.safeParse(text).error?.issues[0];
}

/** Whether a value may stand at `path`. */
export function judgeValue(schema: z.ZodType, path: Path, value: unknown): boolean {
  return schemaAt(schema, path)?.safeParse(value).success ?? false;
}

/** What to type where the field at `path` is empty, if its kind says so. */
export function hintOf(schema: z.ZodType, path: Path): string | undefined {
  return schemaAt(schema, path)?.meta()?.["hint"] as string | undefined;
}

function mappingAt(schema: z.ZodType, path: Path): z.ZodObject | undefined {
  const here = schemaAt(schema, path);
  const mapping = here instanceof z.ZodArray ? unwrap(here.element as z.ZodType) : here;
  return mapping instanceof z.ZodObject ? mapping : undefined;
}

/** The keys that the mapping at `path` may have. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  return Object.keys(mappingAt(schema, path)?.shape ?? {});
}

/** The keys that the mapping at `path` must have. */
export function requiredKeys(schema: z.ZodType, path: Path): readonly string[] {
  const mapping = mappingAt(schema, path);
  return (mapping ? shapeOf(mapping) : [])
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([key]) => key);
}

/** A field of a front matter, and whether its marks say that readers read it; undefined where they say nothing. */
export interface Field {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly shown: boolean | undefined;
  /** The name of its part of a sign-off. */
  readonly part: string;
}

interface Mark {
  readonly shown?: boolean;
  readonly part?: string;
}

/** The outermost mark of a field: its own, else that of its kind or of what it is a list of. */
function markOf(schema: z.ZodType): Mark {
  const mark = (schema.meta() ?? {}) as Mark;
  const inner = innerOf(schema);
  return mark.shown === undefined && inner ? markOf(inner) : mark;
}

function shapeOf(schema: z.ZodObject): [key: string, field: z.ZodType][] {
  return Object.entries(schema.shape) as [string, z.ZodType][];
}

/** Whether the field at `path` is a list that may be given as its only entry (`oneOrMany`). */
export function isOneOrMany(schema: z.ZodType, path: Path): boolean {
  const [key = ""] = path;
  const field =
    path.length === 1 && schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>)[key] : undefined;
  const piped = field instanceof z.ZodOptional ? field.unwrap() : field;
  return piped instanceof z.ZodPipe && piped.out instanceof z.ZodArray;
}

/** The fields of a front matter; a mapping without a mark stands for the fields in it. */
export function listFields(schema: z.ZodObject, path: readonly string[] = []): Field[] {
  return shapeOf(schema).flatMap(([key, field]) => {
    const own = [...path, key];
    const { shown, part = own.join(".") } = markOf(field);
    const inner = unwrap(field);
    return shown === undefined && inner instanceof z.ZodObject
      ? listFields(inner, own)
      : [{ path: own, schema: field, shown, part }];
  });
}

/** Words that readers are shown, and where in a front matter they stand. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Adds the words of a field's value to a list. */
type TakeTexts = (value: unknown, path: Path, texts: PlacedText[]) => void;

/**
 * Makes the function that lists the words of a field that readers are shown; an id or an address in it is of a kind that is no text.
 * A schema is looked through once, and not for each text.
 */
export function listTextsBy(schema: z.ZodType): TakeTexts {
  if (markOf(schema).shown === false) return () => undefined;
  const here = unwrap(schema);
  if (here instanceof z.ZodArray) {
    const take = listTextsBy(here.element as z.ZodType);
    return (value, path, texts) => {
      for (const [index, item] of ((value ?? []) as unknown[]).entries()) take(item, [...path, index], texts);
    };
  }
  if (here instanceof z.ZodObject) {
    const fields = shapeOf(here).map(([key, field]) => ({ key, take: listTextsBy(field) }));
    return (value, path, texts) => {
      if (value !== undefined)
        for (const { key, take } of fields) take((value as Record<string, unknown>)[key], [...path, key], texts);
    };
  }
  return (value, path, texts) => {
    if (typeof value === "string") texts.push({ path, text: value });
  };
}

/** The keys of a front matter that are listed. */
export function listedKeys(schema: z.ZodObject): string[] {
  return shapeOf(schema).flatMap(([key, field]) => (field.meta()?.["listed"] === true ? [key] : []));
}
