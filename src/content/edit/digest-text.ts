import { renderBody } from "../markdown/body.ts";
import type { RenderOptions } from "../markdown/options.ts";
import type { Document } from "../parse/document.ts";
import { editionSchema, storySchema } from "../schema/schema.ts";
import { validate } from "../schema/validate.ts";
import { type Digests, digestEdition, digestStory } from "../sign-off.ts";

/** Renders a body for nothing but where its sections begin. */
const SECTIONS_ONLY: Omit<RenderOptions, "line"> = {
  language: "en",
  messages: {},
  prefix: "",
  link: () => ({ href: "/" }),
  picture: () => ({ rule: "missing-picture", message: "" }),
};

/** What a review of a text covers, from the text alone: the digests that a reading of the whole publication has of it as well. */
export function digestText(document: Document, kind: "story" | "edition"): Digests {
  const body = renderBody(document.body, { ...SECTIONS_ONLY, line: document.bodyLine });
  return kind === "story"
    ? digestStory(document, validate(document, storySchema).partial, body)
    : digestEdition(document, validate(document, editionSchema).partial, body);
}
