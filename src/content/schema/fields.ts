import * as z from "zod";
import { instantOf, isDay } from "../time/calendar.ts";
import { readLooseClock, readLooseDay, readLooseTime } from "../time/loose-day.ts";
import { countCharacters, isBlank } from "../words/characters.ts";
import { notShown } from "./marks.ts";
import { stripQuotes } from "../words/strip-quotes.ts";
import { shorten } from "../words/shorten.ts";
import { isDeviceName, isNumber } from "../reserved-names.ts";
import { slugify } from "../files/slugify.ts";
import { HEX } from "../theme/colour.ts";
import { oldPathProblem } from "../former/old-path.ts";
import { httpsHint, httpsProblem, isMailAddress, normalizeAddress, readHost } from "../links/web-address.ts";

/** The kinds of field that front matter and vocabularies are made of, each with its check, rule id and hint. */

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
export const ID = /^[a-z0-9][a-z0-9-]{0,47}$/;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

type Test = (value: string) => boolean;
type Rule = readonly [rule: string, message: string, hint?: string];

/** A check whose rule id and hint reach the diagnostic. */
export function must(test: Test, [rule, message, hint]: Rule) {
  return z.refine<string>(test, { error: message, params: { rule, hint } });
}

/** A whole number within bounds, both of which it may have; otherwise it is told what it has to be, and what to type. */
export function wholeNumber(least: number, most: number, error: string, hint: string) {
  return z.number().refine((value) => Number.isInteger(value) && value >= least && value <= most, {
    error,
    params: { rule: "unknown-value", hint },
  });
}

export const notEmpty = must(
  (text) => !isBlank(text),
  ["missing-value", "this is empty", "give it a value or delete the line"],
);

/** No text is endless: what it is set in, drawn on or named by was made for texts, and not for books. In characters. */
function within(most: number) {
  return z.refine<string>((value) => value.length <= most || countCharacters(value) <= most, {
    error: (issue) => `this has ${countCharacters(String(issue.input))} characters; ${most} is the most`,
    params: { rule: "too-long" },
  });
}

/** Prose for people: a plain YAML number, date or a comment after it is an error. */
export function text(most: number, description?: string) {
  return z.string().check(notEmpty, within(most)).meta({ text: true, most, description });
}

/** Text of one line. */
export function line(most: number, description?: string) {
  const oneLine = must(
    (value) => !/[\n\r]/.test(value),
    ["line-break", "this must stand on one line", "write it in one line, without “|” or “>” before it"],
  );
  return text(most, description).check(oneLine).meta({ text: true, most, input: "line", description });
}

/** The longest address, in characters: what servers and programs that pass one on take. */
const LONGEST_CODE = 2048;

/** What ids, times and addresses are made of: characters that say which or where, and no text. */
export const code = notShown(z.string().check(within(LONGEST_CODE)));

export const id = code.check(
  ({ value, issues }) => {
    if (ID.test(value)) return;
    const message = "an id has lower-case letters, digits and hyphens only, at most 48";
    const entries = value.split(",").map(slugify);
    const hint = entries.includes("")
      ? undefined
      : `type ${entries.length > 1 ? `[${entries.join(", ")}]` : (entries[0] ?? "")}`;
    issues.push({ code: "custom", input: value, message, params: { rule: "bad-id", hint } });
  },
  must(
    (value) => !isNumber(value),
    ["bad-id", "an id is not a number alone: it would have the address of a further page of its list", "add a word"],
  ),
  must(
    (value) => !isDeviceName(value),
    ["bad-id", "Windows keeps this name for itself, so that no folder there can have it", "call it something else"],
  ),
);

/** The id of an entry of a vocabulary: whether there is such an entry is asked where all vocabularies are known. */
export function entryOf(vocabulary: "publishers" | "people") {
  return code.check(notEmpty).meta({ vocabulary });
}

/** Why a text is not the id of an entry of a vocabulary, or undefined when it is one. */
export function idProblem(text: string): string | undefined {
  return id.safeParse(text).error?.issues[0]?.message;
}

/** Another word for a topic: a part of an address too, and so a name in file systems, which take 255 bytes. In characters. */
const LONGEST_ALIAS = 48;
export const alias = z.string().check(notEmpty, within(LONGEST_ALIAS));

/** An address as it was typed. */
export const https = code
  .check(({ value, issues }) => {
    const problem = httpsProblem(value);
    if (problem === undefined) return;
    const message = `“${shorten(value, 100)}” ${problem}`;
    issues.push({ code: "custom", input: value, message, params: { rule: "bad-link", hint: httpsHint(value) } });
  })
  .meta({ input: "address" });
/** An address as browsers read it. */
export const address = https.check(z.overwrite(normalizeAddress));
/** What to type for what is no day. */
function hintDay(value: string): string {
  const meant = readLooseDay(value);
  if (meant !== undefined) return `type ${meant}`;
  const [, year = "", month = ""] = /^(\d{4})-(\d\d)-\d\d$/.exec(value) ?? [];
  const last = ["31", "30", "29", "28"].find((each) => isDay(`${year}-${month}-${each}`));
  if (last !== undefined) return `check the day: the last of that month is ${year}-${month}-${last}`;
  return "type year, month and day, as in 2026-03-04";
}

export const day = code
  .check(({ value, issues }) => {
    if (isDay(value)) return;
    const params = { rule: "bad-date", hint: hintDay(value) };
    issues.push({ code: "custom", input: value, message: "this is not a day of the calendar", params });
  })
  .meta({ input: "day" });
export const localTime = code
  .check(
    ({ value, issues }) => {
      if (LOCAL_TIME.test(value)) return;
      const hint = isDay(value)
        ? `type its time as well, as in ${value}T18:30`
        : `type ${readLooseTime(value) ?? "2026-03-04T18:30"}, without a zone`;
      const params = { rule: "bad-date", hint };
      issues.push({ code: "custom", input: value, message: "this is not a local date and time", params });
    },
    must(
      (value) => !LOCAL_TIME.test(value) || instantOf(value, "UTC") !== undefined,
      ["bad-date", "this time does not exist", "check the day of the month and the hour"],
    ),
  )
  .meta({ input: "time" });
/** What to type for what is neither a day nor a range of days. */
function hintPeriod(value: string): string {
  const [from = "", to = ""] = value.slice(0, 100).split(/\s+(?:-|–|—|to|until|bis)\s+|\s*–\s*/);
  const [first, last] = [from, to].map((part) => (isDay(part) ? part : readLooseDay(part)));
  if (first !== undefined && to === "") return `type ${first}`;
  return first !== undefined && last !== undefined
    ? `type ${first}/${last}`
    : "write a day as 2026-12-25, and a range as 2026-12-27/2027-01-01";
}

/** A day, or a range of days as `FROM/TO`, both included. */
export const period = code.check(({ value, issues }) => {
  const wrong = (message: string, hint: string) => {
    issues.push({ code: "custom", input: value, message, params: { rule: "bad-date", hint } });
  };
  const [from = "", to = from, ...more] = value.split("/");
  const strange = [from, to].find((part) => !isDay(part));
  if (more.length > 0 || strange !== undefined)
    wrong(
      `“${shorten(strange === undefined || strange === "" ? value : strange, 40)}” is not a day of the calendar`,
      hintPeriod(value),
    );
  else if (to < from)
    wrong(`this range ends (${to}) before it begins (${from})`, `exchange the two days: ${to}/${from}`);
});
/** A time of day, as 18:00. */
export const clock = z.string().check(({ value, issues }) => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return;
  const hint = `type "${readLooseClock(value) ?? "18:00"}", in quotes`;
  issues.push({
    code: "custom",
    input: value,
    message: "this is not a time of day",
    params: { rule: "bad-date", hint },
  });
});
const COLOUR_HINT = 'write it as "#1b6b3a", in quotes';
/** Without quotes YAML takes a colour for a comment, so that nothing is left of it. */
export const colour = code
  .check(must((value) => HEX.test(value), ["bad-colour", "this is not a colour", COLOUR_HINT]))
  .check(z.overwrite((value) => value.toLowerCase()))
  .meta({ hint: COLOUR_HINT });
/** Of rounded corners, in pixels. */
const MOST_RADIUS = 24;
export const radius = z.number().refine((value) => value >= 0 && value <= MOST_RADIUS, {
  error: `“radius” is a number of pixels, from 0 to ${MOST_RADIUS}`,
  params: { rule: "unknown-value" },
});
/** A name that a text or an entry of a vocabulary had, or a path of an earlier site: where `formerly` leads on from. */
export function former(isName: Test, what: string, example: string) {
  return code.check(({ value, issues }) => {
    const problem = value.startsWith("/")
      ? oldPathProblem(value)
      : isName(value)
        ? undefined
        : {
            message: `“${shorten(value, 100)}” is neither ${what} nor a path`,
            hint: `write it as ${example}, or as /old/path/`,
          };
    if (problem === undefined) return;
    issues.push({
      code: "custom",
      input: value,
      message: problem.message,
      params: { rule: "bad-former", hint: problem.hint },
    });
  });
}

export const email = code.check(({ value, issues }) => {
  if (isMailAddress(value)) return;
  const plain = stripQuotes(value).replace(/^mailto:|[<>\s]/gi, "");
  const hint = `type ${isMailAddress(plain) ? plain : "it as desk@example.org"}`;
  issues.push({
    code: "custom",
    input: value,
    message: "this is not an e-mail address",
    params: { rule: "bad-email", hint },
  });
});

/** One value or a list of them, read as a list. */
export function oneOrMany<T extends z.ZodType>(item: T, least = 1) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(least),
  );
}

export const host = code.check(
  must(
    (value) => readHost(value) !== undefined,
    ["bad-host", "this is not a host", "write it as shop.example, without https:// or a path"],
  ),
);
