import * as z from "zod";
import type { Path } from "../parse/yaml-source.ts";

function within(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.out as z.ZodType) : undefined;
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
  const inner = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : within(schema);
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

/** The words of a field that readers are shown; an id or an address in it is of a kind that is no text. */
export function* textsIn(schema: z.ZodType, value: unknown): Generator<string> {
  const here = unwrap(schema);
  if (value === undefined || markOf(schema).shown === false) return;
  if (here instanceof z.ZodArray)
    for (const item of value as unknown[]) yield* textsIn(here.element as z.ZodType, item);
  else if (here instanceof z.ZodObject)
    for (const [key, field] of shapeOf(here)) yield* textsIn(field, (value as Record<string, unknown>)[key]);
  else if (typeof value === "string") yield value;
}

/** The keys of a front matter that are listed. */
export function listedKeys(schema: z.ZodObject): string[] {
  return shapeOf(schema).flatMap(([key, field]) => (field.meta()?.["listed"] === true ? [key] : []));
}
