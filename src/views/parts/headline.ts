import { countCharacters } from "../../content/words/characters.ts";
import { formatList, listPieces } from "../../locales/format.ts";
import { isComplete } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";

const MOST = 110;

/** With a word for those that are left out, or, where the program has none in that language, with “…” after its comma. */
function fold(parts: readonly string[], spoken: Spoken): string {
  const { language } = spoken;
  if (isComplete(language)) return formatList(language, [...parts, messagesOf(spoken).edition.more]);
  const [, comma = ", "] = listPieces(language, ["a", "b", "c"]);
  return [...parts, "…"].join(comma);
}

/** A headline: what stands before its stories and may be set apart, the rest, and both as one. */
export interface Headline {
  readonly slot: string | undefined;
  readonly rest: string;
  readonly whole: string;
}

function compose(slot: string, stories: string, spoken: Spoken): Headline {
  if (stories === "") return { slot: undefined, rest: slot, whole: slot };
  const pieces = messagesOf(spoken).edition.headline.pieces({ slot, stories });
  const whole = pieces.join("");
  const before = pieces.slice(0, pieces.lastIndexOf(stories)).join("");
  return before.trim() === ""
    ? { slot: undefined, rest: whole, whole }
    : { slot: before.trim(), rest: whole.slice(before.length), whole };
}

/**
 * The headline of an edition that has no title of its own: the slot's name and the stories' short forms as a sentence.
 * Over 110 characters, later stories fold into “and more” (in languages without the program's words into “…”); the lead always stays.
 */
export function composeHeadline(slot: string, shorts: readonly string[], spoken: Spoken): Headline {
  const whole = compose(slot, formatList(spoken.language, shorts), spoken);
  const fits = (headline: Headline) => countCharacters(headline.whole) <= MOST;
  if (fits(whole) || shorts.length < 2) return whole;
  for (let kept = shorts.length - 1; kept > 1; kept--) {
    const folded = compose(slot, fold(shorts.slice(0, kept), spoken), spoken);
    if (fits(folded)) return folded;
  }
  return compose(slot, fold(shorts.slice(0, 1), spoken), spoken);
}
