import * as z from "zod";
import { AI_LEVELS } from "../../content/schema/schema.ts";
import { CORRECTION_KINDS, SOURCE_KINDS } from "../../content/schema/text-parts.ts";

/**
 * The documents of the JSON API, in one place: their types, what the verifier holds them to and the JSON Schema beside them
 * follow from it. Within a version keys are only added: `tests/unit/api-schema.test.ts` keeps what was promised.
 */
export const API_VERSION = 1;

const moment = z.iso.datetime({ offset: true }).describe("A moment in the publication’s time zone");
const day = z.iso.date();
const address = z.url();
const html = z.string().describe("With whole addresses, with the disclosure before its first paid link");

const ai = z
  .object({
    level: z.enum(AI_LEVELS),
    line: z.string().describe("The same in words, as readers are told it"),
    reviewed: z
      .object({ by: z.string(), role: z.string(), at: moment })
      .optional()
      .describe("Who reviewed the text before it appeared"),
  })
  .describe("The part that a machine had in the text; to be shown with it");

const disclosure = z
  .object({
    paid: z.boolean().describe("Whether any link in it is paid for"),
    text: z.string().optional().describe("What readers are told before the first such link; to be shown with it"),
    links: z.array(z.object({ programme: z.string(), url: address })),
  })
  .describe("Who pays for links in it");

const correction = z.object({ at: moment, kind: z.enum(CORRECTION_KINDS), text: z.string() });
const person = z.object({ name: z.string(), role: z.string(), url: address.optional() });
const named = z.object({ id: z.string(), name: z.string(), url: address.optional() });

const source = z.object({
  publisher: named,
  title: z.string(),
  url: address,
  kind: z.enum(SOURCE_KINDS),
  published: day.optional(),
  archived: address.optional(),
  language: z.string().optional(),
  paid: z.boolean(),
});

const image = z.object({
  url: address,
  width: z.int(),
  height: z.int(),
  type: z.string(),
  alt: z.string(),
  credit: z.string().optional(),
});

const story = z.object({
  id: z.string().describe("Its identity: the edition’s day and slot, and the story’s name"),
  url: address,
  title: z.string(),
  short: z.string().describe("The title in a few words"),
  topic: named.optional(),
  tags: z.array(z.string()),
  published: moment,
  updated: moment.describe("The time of its latest correction, else that at which it appeared"),
  authors: z.array(person),
  ai,
  disclosure,
  corrections: z.array(correction),
  sources: z.array(source),
  image: image.optional(),
  follows: z.string().optional().describe("The identity of the story that it continues"),
  whatsNew: z.string().optional(),
  summary: z.string().describe("Its beginning, as plain text"),
  html,
  words: z.int().describe("To the nearest fifty"),
  letters: z.int().describe("How many letters of readers stand below it"),
});

const audio = z
  .object({
    url: address,
    type: z.string(),
    bytes: z.int(),
    seconds: z.int(),
    synthetic: z.boolean().describe("Whether a machine reads"),
    label: z.string().optional().describe("The same in words, where one does; to be shown with it"),
    voice: person.optional().describe("Who reads"),
    transcript: address.optional(),
    chapters: z
      .array(z.object({ start: z.int(), title: z.string(), url: address }))
      .optional()
      .describe("At which second each story begins, in the order in which they are heard"),
  })
  .describe("The edition read aloud");

const publication = z.object({ name: z.string(), url: address, language: z.string() });

export const editionDocument = z.object({
  $schema: address,
  version: z.literal(API_VERSION),
  publication,
  id: z.string().describe("Its identity: its day and slot"),
  url: address,
  title: z.string(),
  description: z.string().optional(),
  slot: named,
  date: day,
  published: moment,
  updated: moment,
  ai: ai.describe("Of all its texts together; to be shown with it"),
  disclosure,
  advertisement: z.object({ advertiser: z.string(), text: z.string(), url: address }).optional(),
  audio: audio.optional(),
  corrections: z.array(correction).describe("Of its own words; those of stories stand there"),
  own: z.object({ ai, disclosure, html }).describe("What it says itself, before and after its stories"),
  stories: z.array(story).describe("In running order"),
});

export const indexDocument = z.object({
  $schema: address,
  version: z.literal(API_VERSION),
  publication,
  editions: z
    .array(
      z.object({
        id: z.string(),
        url: address,
        json: address.describe("The whole edition"),
        title: z.string(),
        slot: z.string(),
        date: day,
        published: moment,
        updated: moment,
        ai: z.enum(AI_LEVELS).describe("That of the text in which a machine had the greatest part"),
        paid: z.boolean(),
        stories: z.int(),
      }),
    )
    .describe("The newest first"),
});

export type EditionDocument = z.infer<typeof editionDocument>;
export type StoryDocument = z.infer<typeof story>;
export type IndexDocument = z.infer<typeof indexDocument>;

/** The JSON Schema (draft 2020-12) of a document; keys that are not in it are allowed, since later releases may add some. */
export function schemaOf(document: typeof editionDocument | typeof indexDocument, id: string): object {
  return { $id: id, ...z.toJSONSchema(document, { io: "input" }) };
}
