import { DateTime, IANAZone, Settings } from "luxon";
import { remember } from "../words/remember.ts";

Settings.throwOnInvalid = true;

declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** A moment as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

// A site has few days and times, each on many pages, and luxon takes its time over each.

/** Asked for in several styles, and for the days around it. */
const dateOf = remember((day: string): DateTime => DateTime.fromISO(day, { zone: "utc" }));

const exists = remember((day: string): boolean => {
  try {
    return dateOf(day).toISODate() === day;
  } catch {
    return false;
  }
});

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isDay(text: string): boolean {
  return DAY.test(text) && exists(text);
}

/**
 * The moment of a wall-clock time `YYYY-MM-DDTHH:MM[:SS]` in a zone, or undefined when the clock never shows it
 * (31 February, or inside the gap when summer time begins). Where it shows it twice, the first is meant.
 */
export const instantOf = remember((local: string, zone: string): Instant | undefined => {
  const full = local.length === 16 ? `${local}:00` : local;
  if (!LOCAL.test(local) || !isDay(local.slice(0, 10))) return undefined;
  const shown = Date.parse(`${full}Z`);
  // 24:00 would be another day's 00:00, and 24:01 is no time at all.
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 19) !== full) return undefined;
  // The clock shows it under the offset of a day before or of a day after, or never.
  const found = [shown - DAY_LENGTH, shown + DAY_LENGTH]
    .map((around) => shown - offsetAt(around, zone) * MINUTE)
    .filter((instant) => instant + offsetAt(instant, zone) * MINUTE === shown);
  return found.length === 0 ? undefined : Math.min(...found);
});

/**
 * The moment of a time `HH:MM` on a day of a zone. Where the clock jumps over it, the one at which a clock that had not jumped
 * would show it: as much later by the wall as it jumps (RFC 5545, 3.3.5), be it on the next day.
 */
export function instantOn(day: string, time: string, zone: string): Instant {
  const local = `${day}T${time}`;
  const shown = Date.parse(`${local}Z`);
  return instantOf(local, zone) ?? shown - offsetAt(shown - DAY_LENGTH, zone) * MINUTE;
}

/** Whether a zone has a day of the calendar: a country that changes its side of the date line leaves one out. */
export function hasDay(day: string, zone: string): boolean {
  return ["12:00", "00:00", "23:59"].some((time) => instantOf(`${day}T${time}`, zone) !== undefined);
}

/** Why a zone has no such day of the calendar; undefined where it has it. */
export function skippedDay(day: string, zone: string): string | undefined {
  if (hasDay(day, zone)) return undefined;
  return `${day} never was in ${zone}, where ${addDays(day, 1)} came after ${addDays(day, -1)}`;
}

const MINUTE = 60_000;
const DAY_LENGTH = 24 * 60 * MINUTE;

const offsetOf = remember((instant: Instant, zone: string): number => DateTime.fromMillis(instant, { zone }).offset);

/** The offset of a zone in minutes east of UTC. No zone changes its offset and changes it back within a day. */
function offsetAt(instant: Instant, zone: string): number {
  const start = Math.floor(instant / DAY_LENGTH) * DAY_LENGTH;
  const first = offsetOf(start, zone);
  return first === offsetOf(start + DAY_LENGTH, zone) ? first : offsetOf(instant, zone);
}

/** What a clock in a zone shows at a moment, as ISO 8601 without an offset. */
function shownAt(instant: Instant, zone: string): string {
  return new Date(instant + offsetAt(instant, zone) * MINUTE).toISOString();
}

/** The moment of an ISO 8601 time; one without an offset is read in UTC. Undefined when it is none. */
export function parseInstant(iso: string): Instant | undefined {
  // As a command is told the time: a twentieth of a build that finds nothing changed would go into luxon's first answer.
  const plain = Date.parse(iso);
  if (!Number.isNaN(plain) && iso === new Date(plain).toISOString().replace(".000Z", "Z")) return plain;
  try {
    return DateTime.fromISO(iso, { zone: "utc" }).toMillis();
  } catch {
    return undefined;
  }
}

/** ISO 8601 with the zone's offset at that moment and without milliseconds, as Atom and schema.org take it. */
export const formatIso = remember((instant: Instant, zone: string): string =>
  DateTime.fromMillis(instant, { zone }).toISO({ suppressMilliseconds: true }),
);

/** The wall-clock time of a moment as editors write it, `YYYY-MM-DDTHH:MM`. */
export function formatLocal(instant: Instant, zone: string): string {
  return shownAt(instant, zone).slice(0, 16);
}

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export function dayOf(instant: Instant, zone: string): string {
  return shownAt(instant, zone).slice(0, 10);
}

export const addDays = remember((day: string, days: number): string => dateOf(day).plus({ days }).toISODate());

/** The Monday on which the ISO 8601 week of a day begins. */
export const weekOf = remember((day: string): string => dateOf(day).startOf("week").toISODate());

/** How many days a day comes after another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_LENGTH);
}

const STYLES = {
  day: [{ day: "numeric", month: "long", year: "numeric" }, "d MMMM yyyy"],
  full: [{ weekday: "long", day: "numeric", month: "long", year: "numeric" }, "cccc d MMMM yyyy"],
  weekday: [{ weekday: "long", day: "numeric", month: "long" }, "cccc d MMMM"],
  short: [{ day: "numeric", month: "short" }, "d MMM"],
  month: [{ month: "long", year: "numeric" }, "LLLL yyyy"],
  monthName: [{ month: "long" }, "LLLL"],
} as const;

export type DayStyle = keyof typeof STYLES;

/**
 * A calendar day (`YYYY-MM-DD`, or `YYYY-MM` for months) as text in a language. English is spelt out here, so that the
 * same day reads the same whatever the locale data of the Node at hand; “en-US” puts the month first, as others expect.
 */
export const formatDay = remember((day: string, language: string, style: DayStyle): string => {
  const date = dateOf(day).setLocale(language);
  const [options, pattern] = STYLES[style];
  return /^en(?!-US)/i.test(language) ? date.toFormat(pattern) : date.toLocaleString(options);
});

/** The wall-clock time of a moment, `HH:MM`. */
export function formatClock(instant: Instant, zone: string): string {
  return shownAt(instant, zone).slice(11, 16);
}
