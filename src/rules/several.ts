import { listKnown } from "../content/words/nearest.ts";
import type { Site } from "../content/site.ts";
import type { Named } from "../content/schema/shorthand.ts";

/** What is told of a word by which several entries of a vocabulary are called, any of which may be meant; undefined where it calls no more than one. */
export function describeSeveral(
  { meanings }: Pick<Site, "meanings">,
  vocabulary: Named,
  word: string,
): { readonly message: string; readonly hint: string } | undefined {
  const ids = meanings.called(vocabulary, word);
  if (ids.length < 2) return undefined;
  return {
    message: `${ids.length} ${vocabulary} are called “${word}”`,
    hint: `type the id of the one that is meant: ${listKnown(ids)}`,
  };
}
