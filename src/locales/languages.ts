/** The plural categories of each complete language, as CLDR has them: every counted message of a language has them all. */
export interface Categories {
  readonly en: "one" | "other";
  readonly de: "one" | "other";
  readonly fr: "one" | "many" | "other";
  readonly es: "one" | "many" | "other";
  readonly ar: "zero" | "one" | "two" | "few" | "many" | "other";
  readonly zh: "other";
}

/** A language in which every message of the program is there. */
export type Language = keyof Categories;

/** The language whose words stand in for those of a language that is not complete. */
export const FALLBACK = "en" satisfies Language;

const COMPLETE: readonly Language[] = ["en", "de", "fr", "es", "ar", "zh"];

/** The primary subtag of a language tag, in lower case: `de` of `de-CH`. */
export function primaryOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}

/** Whether the program has its words in the language of this tag. */
export function isComplete(tag: string): boolean {
  return COMPLETE.some((language) => language === primaryOf(tag));
}

/** The language in which the program's words of a publication in `tag` are. */
export function wordsOf(tag: string): Language {
  return COMPLETE.find((language) => language === primaryOf(tag)) ?? FALLBACK;
}

/** The tag by which numbers, lists and plurals among the program's words are written for a publication in `tag`: both are of one language. */
export function tagOfWords(tag: string): string {
  return isComplete(tag) ? tag : wordsOf(tag);
}

/** The plural categories of a language, by CLDR as Node has it. */
export function categoriesOf(tag: string): readonly Intl.LDMLPluralRule[] {
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
}

/** The complete languages, for messages that list them. */
export function listComplete(): readonly Language[] {
  return COMPLETE;
}
