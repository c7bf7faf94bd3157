import * as z from "zod";
import type { Path } from "./yaml-source.ts";

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
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
export function isText(schema: z.ZodType, path: Path): boolean {
  const field = schemaAt(schema, path);
  const item = field instanceof z.ZodArray ? unwrap(field.element as z.ZodType) : field;
  return item?.meta()?.["text"] === true;
}

/** The keys that the mapping at `path` may have. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  const here = schemaAt(schema, path);
  const mapping = here instanceof z.ZodArray ? unwrap(here.element as z.ZodType) : here;
  return mapping instanceof z.ZodObject ? Object.keys(mapping.shape) : [];
}
