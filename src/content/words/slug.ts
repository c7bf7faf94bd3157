import transliterate from "@sindresorhus/slugify";
import { primaryOf } from "../../locales/languages.ts";

/** In characters. */
const LONGEST = 60;

/** Languages that write ä, å or ø in other letters where those are wanting, and do not drop what stands on them. */
const SPELT_OUT = new Set(["de", "sv", "da", "nb", "nn", "no"]);

const MARKS = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;

function spell(text: string, language: string): string {
  const plain = SPELT_OUT.has(language) ? text : text.normalize("NFD").replace(MARKS, "").normalize("NFC");
  return transliterate(plain, {
    decamelize: false,
    locale: language,
    customReplacements: [["&", " "]],
  });
}

/**
 * A slug of a title: lower-case Latin letters, digits and hyphens as its language spells them (`Straße` is `strasse`), at most 60
 * characters, cut at a word. Empty when nothing is left, or when a script has letters that say nothing of how they sound.
 */
export function slugOf(title: string, tag: string): string {
  const language = primaryOf(tag);
  const words = title.replace(/[’']/g, "").toLocaleLowerCase(tag);
  if ((words.match(/\p{L}/gu) ?? []).some((letter) => spell(letter, language) === "")) return "";
  const plain = spell(words, language);
  return plain.length <= LONGEST ? plain : plain.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
}

/** In characters. */
const LONGEST_ID = 48;

/** The id that a name is proposed: its slug, at most 48 characters. Empty where that is. */
export function idOf(name: string, tag: string): string {
  return slugOf(name, tag).slice(0, LONGEST_ID).replace(/-+$/, "");
}
