import * as z from "zod";
import type { Document } from "../parse/document.ts";
import type { Path } from "../parse/yaml-source.ts";
import { innerOf } from "./schema-walk.ts";
import { rememberOf } from "../words/remember.ts";

/** Vocabularies whose entries are named by id, and understood by name. */
export type Named = "topics" | "publishers" | "people";

/** A source of which no more is known than its address. */
export interface BareSource {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
}

/** What words mean in a publication; undefined where they mean nothing, or may mean several things. */
export interface Meanings {
  /** The id of the one entry that is called so; undefined for an id, an alias or a former id, which are what the format says. */
  entry(vocabulary: Named, word: string): string | undefined;
  /** The ids of all entries that are called so: by id, name or alias, whatever its capitals. */
  called(vocabulary: Named, word: string): readonly string[];
  /** The source of which that is the address. */
  source(address: string): BareSource;
  /** The ids of the publishers of whose sites an address may be: those whose own address is nearest, else all at its host. */
  publishersAt(address: string): readonly string[];
}

type Kind = Named | "time" | "file" | "source";

/** What an editor typed in another way than the format says, and what it means. */
export interface Shorthand {
  readonly path: Path;
  readonly kind: Kind;
  readonly typed: string;
  readonly meant: string | BareSource;
}

/** Where in a document a kind of shorthand may stand; a list on the way is looked through. */
interface Spot {
  readonly keys: readonly string[];
  readonly kind: Kind;
}

interface Meta {
  readonly input?: string;
  readonly vocabulary?: string;
  readonly shorthand?: "source";
}

function kindOf({ input, vocabulary, shorthand }: Meta): Kind | undefined {
  if (shorthand) return shorthand;
  if (input === "time") return "time";
  if (input === "story-here") return "file";
  return vocabulary === "topics" || vocabulary === "publishers" || vocabulary === "people" ? vocabulary : undefined;
}

function findSpots(schema: z.ZodType, keys: readonly string[]): Spot[] {
  const kind = kindOf((schema.meta() ?? {}) as Meta);
  const own = kind ? [{ keys, kind }] : [];
  const inner = innerOf(schema);
  if (inner) return kind ? own : findSpots(inner, keys);
  if (!(schema instanceof z.ZodObject)) return own;
  const fields = Object.entries(schema.shape) as [string, z.ZodType][];
  return [...own, ...fields.flatMap(([key, field]) => findSpots(field, [...keys, key]))];
}

const spotsOf = rememberOf((schema: z.ZodType): readonly Spot[] => findSpots(schema, []));

const SPACED_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)$/;
const STORY_FILE = /^([a-z0-9-]+)\.md$/;

/** What is meant by a text of a kind; undefined where it says what the format does, or nothing. */
export function readMeaning(kind: Kind, typed: string, meanings: Meanings): Shorthand["meant"] | undefined {
  if (kind === "source") return /^https?:\/\/\S+$/i.test(typed) ? meanings.source(typed) : undefined;
  if (kind === "file") return STORY_FILE.exec(typed)?.[1];
  if (kind !== "time") return meanings.entry(kind, typed);
  const [, day, time] = SPACED_TIME.exec(typed) ?? [];
  return day === undefined || time === undefined ? undefined : `${day}T${time}`;
}

/** The texts at a spot, with their paths. */
function textsAt(
  value: unknown,
  keys: readonly string[],
  path: Path,
): { readonly path: Path; readonly text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsAt(item, keys, [...path, index]));
  const [key, ...rest] = keys;
  if (key === undefined) return typeof value === "string" ? [{ path, text: value }] : [];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  return textsAt((value as Record<string, unknown>)[key], rest, [...path, key]);
}

/** What a document's data say in another way than the format does, as its schema marks the places where that may be. */
export function findShorthands(schema: z.ZodType, data: unknown, meanings: Meanings): Shorthand[] {
  return spotsOf(schema).flatMap(({ keys, kind }) =>
    textsAt(data, keys, []).flatMap(({ path, text }) => {
      const meant = readMeaning(kind, text, meanings);
      return meant === undefined ? [] : [{ path, kind, typed: text, meant }];
    }),
  );
}

/** Data with another value at a path, which is there. */
export function withValue(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.with(Number(step), withValue(data[Number(step)], rest, value));
  const mapping = data as Record<string, unknown>;
  return { ...mapping, [step]: withValue(mapping[String(step)], rest, value) };
}

/** A document as it was meant: whatever reads it sees what the format says. What stands where is as it was typed. */
export function understand(
  document: Document,
  schema: z.ZodType,
  meanings: Meanings,
): { readonly document: Document; readonly shorthands: readonly Shorthand[] } {
  const shorthands = findShorthands(schema, document.yaml.data, meanings);
  if (shorthands.length === 0) return { document, shorthands };
  const data = shorthands.reduce((known, { path, meant }) => withValue(known, path, meant), document.yaml.data);
  return { document: { ...document, yaml: { ...document.yaml, data } }, shorthands };
}
