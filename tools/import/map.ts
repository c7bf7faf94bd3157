import * as z from "zod";
import { readYamlFile } from "../../src/content/parse/document.ts";
import { isZone } from "../../src/content/time/calendar.ts";
import { id, oneOrMany } from "../../src/content/schema/fields.ts";
import { validate } from "../../src/content/schema/validate.ts";
import { readUrl } from "../../src/content/links/read-url.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";

const words = z.string();
const list = oneOrMany(words, 0);
const address = words.refine((value) => /^https?:$/.test(readUrl(value)?.protocol ?? ""), {
  error: "this is not an address",
  params: { rule: "bad-link" },
});
const zone = words.refine(isZone, {
  error: "this is not a time zone",
  params: { rule: "bad-zone", hint: "write it as Europe/London" },
});
const time = words.regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a map file may say: how an archive is read, and what of it becomes what. */
const mapSchema = z.strictObject({
  as: z.enum(["auto", "edition", "story"]).default("auto"),
  /** Of a new content folder; one that is there says these itself. */
  name: words.optional(),
  url: address.optional(),
  language: words.optional(),
  zone: zone.optional(),
  slots: z.record(id, time).optional(),
  /** The old site. */
  site: address.optional(),
  furniture: list.optional(),
  nutGraf: list.optional(),
  summaries: list.optional(),
  analyses: list.optional(),
  /** By the name of a category, the topic that it becomes. */
  topics: z.record(words, id).default({}),
  /** Of a post without a category. */
  topic: id.optional(),
  /** By what the archive calls an author, the name; empty for nobody. */
  people: z.record(words, words.nullable()).default({}),
  /** Whether a story without a link cites the post that it was. */
  citeOriginal: z.boolean().default(false),
  types: list.optional(),
  posts: list.optional(),
  pages: list.optional(),
  keys: z.record(words, words).default({}),
  paths: words.optional(),
});

export type ImportMap = z.infer<typeof mapSchema>;

/** What stands on many old pages and in no text of them. */
export const FURNITURE = [
  ".sharedaddy",
  ".jp-relatedposts",
  ".wp-block-social-links",
  "Share this",
  "Share on *",
  "Share via *",
  "Tweet this",
  "Subscribe",
  "Subscribe now",
  "Subscribe to our newsletter",
  "Sign up for our newsletter",
  "Leave a comment",
  "Leave a reply",
  "Related posts",
  "Related articles",
  "Like this",
  "Table of contents",
];
export const NUT_GRAF = ["Why this matters", "Why it matters", "Why does this matter"];
export const SUMMARIES = [
  "In brief",
  "The stories",
  "Today’s stories",
  "Tonight’s stories",
  "Top stories",
  "Headlines",
  "Summary",
  "Summaries",
];
export const ANALYSES = [
  "Analysis",
  "Analyses",
  "In depth",
  "The analysis",
  "Deep dive",
  "Deep dives",
  "The stories in depth",
];

/** Reads a map file; without one, everything is as it is by default. */
export function readMap(
  path: string,
  bytes: Uint8Array,
): { map: ImportMap | undefined; diagnostics: readonly Diagnostic[] } {
  const reading = readYamlFile(path, bytes);
  if (!reading.document) return { map: undefined, diagnostics: reading.diagnostics };
  const { value, diagnostics } = validate(reading.document, mapSchema);
  const all = [...reading.diagnostics, ...diagnostics];
  return { map: all.length === 0 ? value : undefined, diagnostics: all };
}

export function defaultMap(): ImportMap {
  return mapSchema.parse({});
}
