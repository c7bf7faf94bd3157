import type { StoryOutline } from "../../content/outline.ts";
import type { Setting } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { LinkView } from "./link.ts";

/** The part of a story's page in which its letters stand. */
export const LETTERS_ID = "letters";

/** How many letters stand below a story, leading to them; undefined where none does. */
export function viewLetterCount(
  { publication }: Setting,
  { path, letters: { length: count } = { length: 0 } }: Pick<StoryOutline, "path" | "letters">,
): LinkView | undefined {
  if (count === 0) return undefined;
  return { href: `${publication.base}${path}#${LETTERS_ID}`, text: messagesOf(publication).letters.count({ count }) };
}
