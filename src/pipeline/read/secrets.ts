import type { Edition } from "../../content/edition.ts";
import type { Letter } from "../../content/letters/letter.ts";
import type { Body } from "../../content/markdown/body.ts";
import { editionSchema, storySchema } from "../../content/schema/schema.ts";
import { readTexts } from "../../content/schema/shown.ts";

/** A text that the clock or its editor keeps from readers. */
export interface Secret {
  readonly identity: string;
  readonly path: string;
  readonly words: readonly string[];
}

/** Words so short may stand anywhere; what is longer than the second is cut. In UTF-16 units. */
export const SHORTEST = 24;
const LONGEST = 80;

/** The longest stretch of a text that is printed alike everywhere: free of what HTML, JSON or typography would change. */
function canaryOf(text: string): string[] {
  const stretches = text.split(/[^\p{L}\p{N} ,.;:-]+|\s{2,}/u).map((stretch) => stretch.trim().slice(0, LONGEST));
  const [longest = ""] = stretches.sort((a, b) => b.length - a.length);
  return longest.length >= SHORTEST ? [longest] : [];
}

function openings(body: Body | undefined): string[] {
  return body?.sections.map(({ opening }) => opening) ?? [];
}

/** The words of letters, which tell of their story. */
function wordsOf(letters: readonly Letter[]): string[] {
  return letters.flatMap(({ text, reply }) => [text, ...(reply ? [reply.text] : [])]);
}

/** What would give away those texts of an edition that readers may not see yet. */
export function secretsOf(edition: Edition): Secret[] {
  const texts = [
    { ...edition, schema: editionSchema, letters: [] },
    ...edition.stories.map((story) => ({ ...story, schema: storySchema })),
  ];
  return texts
    .filter(({ status }) => status !== "published")
    .map(({ identity, path, schema, front, body, letters }) => ({
      identity,
      path,
      words: [...readTexts(schema, front), ...openings(body), ...wordsOf(letters)].flatMap(canaryOf),
    }));
}
