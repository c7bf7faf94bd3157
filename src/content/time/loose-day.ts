import { stripQuotes } from "../words/strip-quotes.ts";
import { isDay } from "./calendar.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function compose(year = "", month = "", day = ""): string | undefined {
  const composed = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(composed) ? composed : undefined;
}

function monthOf(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** The day that was meant by a text which writes it otherwise; undefined where it may be several days or none, as 03/04/2026. */
export function readLooseDay(text: string): string | undefined {
  const plain = stripQuotes(text.trim()).trim();
  const [, year, month, day] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain) ?? [];
  if (year !== undefined) return compose(year, month, day);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain);
  if (dotted) return compose(dotted[3], dotted[2], dotted[1]);
  const [, date, name, of] = /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(plain) ?? [];
  if (of !== undefined) return compose(of, monthOf(name), date);
  const named = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(plain);
  return named ? compose(named[3], monthOf(named[1]), named[2]) : undefined;
}

/** The local time that was meant by a text which writes it with a blank, a zone or in quotes; undefined where it gives none. */
export function readLooseTime(text: string): string | undefined {
  const plain = stripQuotes(text.trim()).trim();
  const [, day = "", hour = "", minute = ""] =
    /^(.+?)(?:[T,]|,? at)? ?(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?Z| ?[+-]\d{2}:?\d{2})?$/i.exec(plain) ?? [];
  const read = isDay(day) ? day : readLooseDay(day);
  return read === undefined || Number(hour) > 23 || Number(minute) > 59
    ? undefined
    : `${read}T${hour.padStart(2, "0")}:${minute}`;
}
