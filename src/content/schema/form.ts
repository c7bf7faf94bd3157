import * as z from "zod";
import { innerOf } from "./schema-walk.ts";

/** A list to choose from, and to which the desk adds. */
export type Vocabulary = "topics" | "publishers" | "people" | "affiliates";

/** How a field is filled in. */
export type Input =
  | "text"
  | "line"
  | "code"
  | "address"
  | "day"
  | "time"
  | "number"
  | "yes-no"
  | "choice"
  | "entry"
  | "picture"
  | "story"
  | "story-here"
  | "group";

/** A field of a form, as the schema has it: with it alone a form can be shown and read. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly input: Input;
  /** Whether it holds a list of such. */
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** In characters. */
  readonly most?: number | undefined;
  /** What may be chosen. */
  readonly choices?: readonly string[];
  readonly vocabulary?: Vocabulary;
  /** What a group is made of. */
  readonly fields?: readonly FormField[];
}

interface Meta {
  readonly label?: string;
  readonly description?: string;
  readonly input?: Input | "none";
  readonly most?: number | undefined;
  readonly vocabulary?: Vocabulary;
}

interface Kind {
  readonly inner: z.ZodType;
  /** All that the layers around it say of it, the outermost first. */
  readonly meta: Meta;
  readonly isList: boolean;
}

/** Looks through what stands around a kind of value: that it may be missing, one of them as a list of one, and lists. */
function unfold(schema: z.ZodType): Kind {
  const own = (schema.meta() ?? {}) as Meta;
  const inner = innerOf(schema);
  if (!inner) return { inner: schema, meta: own, isList: false };
  const found = unfold(inner);
  return { ...found, meta: { ...found.meta, ...own }, isList: found.isList || schema instanceof z.ZodArray };
}

/** “whatsNew” as “Whats new”: what a field is called that has no name for people. */
function labelOf(key: string): string {
  const words = key.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inputOf(inner: z.ZodType, { input, vocabulary, most }: Meta): Input | "none" {
  if (input) return input;
  if (vocabulary) return "entry";
  if (inner instanceof z.ZodObject) return "group";
  if (inner instanceof z.ZodEnum) return "choice";
  if (inner instanceof z.ZodBoolean) return "yes-no";
  if (inner instanceof z.ZodNumber) return "number";
  if (inner instanceof z.ZodString) return most === undefined ? "code" : "text";
  return "none";
}

/** The form of a mapping, in the order of its schema; what no person fills in is not in it. */
export function describeForm(schema: z.ZodObject): FormField[] {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const { inner, meta, isList } = unfold(field as z.ZodType);
    const input = inputOf(inner, meta);
    if (input === "none") return [];
    const { label = labelOf(key), description: note, most, vocabulary } = meta;
    return {
      key,
      label,
      ...(note !== undefined && { note }),
      input,
      isList,
      isRequired: !(field as z.ZodType).safeParse(undefined).success,
      ...(most !== undefined && { most }),
      ...(vocabulary && { vocabulary }),
      ...(inner instanceof z.ZodEnum && { choices: inner.options.map(String) }),
      ...(inner instanceof z.ZodObject && { fields: describeForm(inner) }),
    };
  });
}

/** The form of an entry of a vocabulary. */
export function describeEntryForm(schema: z.ZodRecord): FormField[] {
  return describeForm(schema.valueType as z.ZodObject);
}
