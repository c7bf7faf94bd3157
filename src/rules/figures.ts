const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const DAYS = `${DAY}(?:\\s?[–-]\\s?${DAY})?`;
const MOMENT = new RegExp(
  [
    `\\b${DAYS}\\s(?:of\\s)?${MONTH}\\b(?:,?\\s\\d{4}\\b)?`,
    `\\b${MONTH}\\s${DAYS}\\b(?:,?\\s\\d{4}\\b)?`,
    "\\b(?:1[89]|20)\\d\\d\\s?[–/]\\s?\\d{2,4}\\b",
    "\\b\\d{4}-\\d{2}-\\d{2}(?:T[\\d:]+Z?)?\\b",
    "\\b\\d{1,2}:\\d{2}\\b",
    "\\b\\d{1,2}(?:\\.\\d{2})?\\s?[ap]\\.?m\\b",
  ].join("|"),
  "gu",
);

// What stands before a figure is looked at too: “GPT-4.5”, “8×7”, “2024/1689” and “#42” are names, not figures.
const FIGURE = /(?<![\p{L}\p{N}.,_/#§×-])([$€£¥]\s?)?(\d+(?:[.,\u00A0\u202F]\d+)*)/gu;
const MEASURE =
  /^\s?(?:%|per\s?cent\b|percentage\b|times\b|[x×](?![\p{L}\p{N}])|(?:thousand|million|billion|trillion|bn)\b|(?:US\s)?(?:dollars?|euros?|pounds?)\b)/u;
const UNIT = /^(?:[kKMGTP]i?B|[kMBT]|m|bn|km|kg|GW|MW|ms|s)(?![\p{L}\p{N}])/u;
const LONGEST_WORD = 40;
const YEAR = /^(?:1[89]|20)\d\d$/;

/** Begin a sentence with a capital and name nothing: “About 40 people” is a figure where “Article 40” is a name. */
const NO_NAMES = new Set(
  (
    "a about above after all almost among an and another approximately around as at barely because before below " +
    "between but by during each even every exactly fewer for from hardly he if in into it its just last least less " +
    "more most nearly next of on only or our out over past per roughly she some than that the their then these they " +
    "this those to total under until up we when while with within"
  ).split(" "),
);
const LABEL =
  /^(?:v|version|versions|article|articles|chapter|page|pages|part|section|no|number|step|level|line|rule)$/i;

function isName(word: string): boolean {
  return (/^[\p{Lu}\d]/u.test(word) && !NO_NAMES.has(word.toLowerCase())) || LABEL.test(word);
}

/**
 * The figures of a text that somebody must have counted or measured: of two or more digits, percentages, money and
 * “N times”. Years, dates, times of day, and numbers that are part of a name (“Gemini 3.1”, “Article 50”) are none.
 */
export function figuresIn(text: string): string[] {
  const undated = text.replace(MOMENT, (moment) => " ".repeat(moment.length));
  return [...undated.matchAll(FIGURE)].flatMap(({ 0: whole, 1: money, 2: digits = "", index }) => {
    const after = undated.slice(index + whole.length);
    const [measure] = MEASURE.exec(after) ?? [];
    if (money !== undefined || measure !== undefined) return [(whole + (measure ?? "")).trim()];
    const [, before = ""] =
      /([\p{L}\p{N}][\p{L}\p{N}.’'-]*)\.?\s$/u.exec(undated.slice(Math.max(0, index - LONGEST_WORD), index)) ?? [];
    if (isName(before) || YEAR.test(digits) || /^\d+(?:\.\d+){2,}$/.test(digits)) return [];
    if (/^[/_]|^(?:st|nd|rd|th)\b/.test(after)) return [];
    const [unit = ""] = UNIT.exec(after) ?? [];
    if (unit === "" && /^\p{L}/u.test(after)) return [];
    return digits.replace(/\D/g, "").length < 2 ? [] : [whole + unit];
  });
}
