import { isStoryIdentity } from "../../../content/dateline.ts";

/** What stands in square brackets, none of which are within others. */
const BRACKETS = /\[([^[\]]*)\]/g;

/**
 * The identity of the story that a subject names, as a story's own link writes it: `HEADLINE [2026-03-04-evening/open-model]`.
 * The last brackets that hold one count, since programs add words before a subject (“Re:”, “[list]”) and behind it
 * (“[external]”). Spaces within come from lines that were folded: an identity has none.
 */
export function storyOfSubject(subject: string): string | undefined {
  return [...subject.matchAll(BRACKETS)].map(([, inner = ""]) => inner.replace(/\s+/g, "")).findLast(isStoryIdentity);
}
