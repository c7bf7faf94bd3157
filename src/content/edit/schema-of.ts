import { classify } from "../files/layout.ts";
import { editionSchema, goneEditionSchema, goneStorySchema, pageSchema, storySchema } from "../schema/schema.ts";
import { letterSchema } from "../schema/keys/letter-schema.ts";
import { VOCABULARY_SCHEMAS } from "../vocabularies.ts";

/** What the keys of a text of the content folder are, by its path there; undefined where no text of the format has that path. */
export function schemaOf(name: string, isGone = false) {
  const place = classify(name);
  if ("rule" in place) return undefined;
  switch (place.kind) {
    case "story":
      return isGone ? goneStorySchema : storySchema;
    case "edition":
      return isGone ? goneEditionSchema : editionSchema;
    case "page":
      return pageSchema;
    case "letter":
      return letterSchema;
    case "vocabulary":
      return VOCABULARY_SCHEMAS[place.name];
    default:
      return undefined;
  }
}
