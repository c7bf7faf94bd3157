import { isInPhrases } from "./phrase.ts";
import { countCharacters } from "../../content/words/characters.ts";
import { remember } from "../../content/words/remember.ts";

const MOST = 110;

const listIn = remember((language: string) => new Intl.ListFormat(language, { style: "long", type: "conjunction" }));

function compose(slot: string, parts: readonly string[], language: string): string {
  const list = listIn(language);
  return parts.length === 0 ? slot : `${slot}: ${list.format(parts)}`;
}

/** With a word for those that are left out, or, where the program has none in that language, with “…” after its comma. */
function fold(slot: string, parts: readonly string[], language: string): string {
  if (isInPhrases(language)) return compose(slot, [...parts, "more"], language);
  const comma =
    listIn(language)
      .formatToParts(["a", "b", "c"])
      .find(({ type }) => type === "literal")?.value ?? ", ";
  return `${slot}: ${[...parts, "…"].join(comma)}`;
}

/**
 * The headline of an edition that has no title of its own: the slot's name and the stories' short forms as a sentence.
 * Over 110 characters, later stories fold into “and more” (in languages but English into “…”); the lead always stays.
 */
export function composeHeadline(slot: string, shorts: readonly string[], language: string): string {
  const whole = compose(slot, shorts, language);
  if (countCharacters(whole) <= MOST || shorts.length < 2) return whole;
  for (let kept = shorts.length - 1; kept > 1; kept--) {
    const folded = fold(slot, shorts.slice(0, kept), language);
    if (countCharacters(folded) <= MOST) return folded;
  }
  return fold(slot, shorts.slice(0, 1), language);
}
