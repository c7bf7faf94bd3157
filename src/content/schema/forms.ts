import { describeEntryForm, describeForm, type FormField, type Vocabulary } from "./form.ts";
import { gone } from "./keys/former-schema.ts";
import { letterSchema } from "./keys/letter-schema.ts";
import {
  affiliatesSchema,
  editionSchema,
  peopleSchema,
  publishersSchema,
  storySchema,
  topicsSchema,
} from "./schema.ts";

/** The forms of all that the desk fills in. */
export const FORMS: Readonly<Record<"story" | "edition" | "gone" | "letter" | Vocabulary, readonly FormField[]>> = {
  story: describeForm(storySchema),
  edition: describeForm(editionSchema),
  gone: describeForm(gone),
  letter: describeForm(letterSchema),
  topics: describeEntryForm(topicsSchema),
  publishers: describeEntryForm(publishersSchema),
  people: describeEntryForm(peopleSchema),
  affiliates: describeEntryForm(affiliatesSchema),
};
