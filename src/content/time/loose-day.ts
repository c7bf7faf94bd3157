import { stripQuotes } from "../words/strip-quotes.ts";
import { isDay } from "./calendar.ts";

/** How the months begin in English, German, French and Spanish, as far as that tells them apart. */
const MONTHS = [
  /^(?:jan|ene)/,
  /^f[eé][bv]/,
  /^(?:mar|mär|mrz)/,
  /^a[pbv]r/,
  /^ma[iy]/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|ago|ao[uû])/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^(?:de[czs]|déc|dic)/,
];

function compose(year = "", month = "", day = ""): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const composed = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(composed) ? composed : undefined;
}

function monthOf(name = ""): string {
  return String(MONTHS.findIndex((begins) => begins.test(name.toLowerCase())) + 1);
}

/** A text without what says nothing of the day: quotes, the weekday, a time behind it; with plain dashes and blanks. */
function plainOf(text: string): string {
  return stripQuotes(text.trim())
    .trim()
    .replace(/[‐-―−]/g, "-")
    .replace(/\p{Zs}+/gu, " ")
    .replace(/^\p{L}+(?:,|\.,?) ?(?=\d|\p{L})/u, "");
}

/** The day that was meant by a text which writes it otherwise; undefined where it may be several days or none, as 03/04/2026. */
export function readLooseDay(text: string): string | undefined {
  const plain = plainOf(text).replace(/^(\d{4}-\d\d-\d\d)[T ]\d{1,2}:\d\d.*$/i, "$1");
  const [, year, month, day] =
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(plain) ?? [];
  if (year !== undefined) return compose(year, month, day) ?? compose(year, day, month);
  const [, first, second, last] = /^(\d{1,2})(?:\. ?|[-/ ])(\d{1,2})(?:\. ?|[-/ ])(\d{4}|\d\d)$/.exec(plain) ?? [];
  if (first !== undefined && second !== undefined) {
    if (plain.includes(".") || Number(first) > 12) return compose(last, second, first);
    return Number(second) > 12 || first === second ? compose(last, first, second) : undefined;
  }
  const [, date, name, of] =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de |of )?(\p{L}{3,10})\.?,?(?: de)? (\d{4})$/iu.exec(plain) ?? [];
  if (of !== undefined) return compose(of, monthOf(name), date);
  const named = /^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(plain);
  return named ? compose(named[3], monthOf(named[1]), named[2]) : undefined;
}

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)? ?(a\.?m\.?|p\.?m\.?|uhr|h|o.clock)?$/i;

/** The time of day that was meant, as 18:30; undefined where a text gives none. */
export function readLooseClock(text: string): string | undefined {
  const [, typed = "", minute, half = ""] = CLOCK.exec(plainOf(text)) ?? [];
  if (typed === "" || (minute === undefined && half === "")) return undefined;
  const hour =
    /^p/i.test(half) && Number(typed) < 12
      ? Number(typed) + 12
      : /^a/i.test(half) && typed === "12"
        ? 0
        : Number(typed);
  return hour > 23 || Number(minute ?? 0) > 59 ? undefined : `${String(hour).padStart(2, "0")}:${minute ?? "00"}`;
}

/** The local time that was meant by a text which writes it with a blank, a zone or in quotes; undefined where it gives none. */
export function readLooseTime(text: string): string | undefined {
  const plain = plainOf(text).replace(/ ?(?:Z|(?<=:\d\d(?::\d\d(?:\.\d+)?)?)[+-]\d{2}:?\d{2}| [A-Z]{3,4})$/, "");
  const [, day = "", clock = ""] =
    /^(.*?\d)(?:[T,-] ?|,? (?:at |um |à )?)(\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?(?:[ap]\.?m\.?|uhr|h))?)$/i.exec(
      plain,
    ) ?? [];
  const read = isDay(day) ? day : readLooseDay(day);
  const time = readLooseClock(clock);
  return read === undefined || time === undefined ? undefined : `${read}T${time}`;
}
