import { LOCALES_BY_MARKS } from "./cldr-quotation-marks.ts";

/** How a language opens and closes a quotation: typed as `"`, and as `'`. */
export interface QuotationMarks {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

const MARKS_BY_LOCALE = new Map(
  Object.entries(LOCALES_BY_MARKS).flatMap(([marks, locales]) => locales.split(" ").map((locale) => [locale, marks])),
);
/** Of CLDR's root, from which all locales descend. */
const USUAL = "“”‘’";
/** Narrow, and no line ends there. */
const THIN_SPACE = "\u202F";

/** The locales that may answer for a language tag, the nearest first: `zh-TW` is `zh-Hant-TW`, which is as `zh-Hant`. */
export function findLocales(tag: string): string[] {
  try {
    const { baseName, language, script, region } = new Intl.Locale(tag).maximize();
    const given = new Intl.Locale(tag).toString().split("-");
    const shorter = given.map((_, index) => given.slice(0, given.length - index).join("-"));
    const full = [baseName, [language, script], [language, region], language].map((part) => [part].flat().join("-"));
    // What was typed, but for the language alone, which says nothing of the script that its region writes.
    return [...new Set([...shorter.slice(0, -1), ...full])];
  } catch {
    return [];
  }
}

/**
 * The quotation marks of a language and region, by its BCP 47 tag, as Unicode's CLDR has them (`delimiters`). In French,
 * but for Switzerland's, a thin space stands within guillemets.
 */
export function quotationMarksOf(tag: string): QuotationMarks {
  const locales = findLocales(tag);
  const known = locales.find((locale) => MARKS_BY_LOCALE.has(locale));
  const isSpaced = locales.includes("fr") && !locales.includes("fr-CH");
  const [open = "", close = "", innerOpen = "", innerClose = ""] = Array.from(
    MARKS_BY_LOCALE.get(known ?? "") ?? USUAL,
    (mark) => (isSpaced ? mark.replace("«", `«${THIN_SPACE}`).replace("»", `${THIN_SPACE}»`) : mark),
  );
  return { double: [open, close], single: [innerOpen, innerClose] };
}
