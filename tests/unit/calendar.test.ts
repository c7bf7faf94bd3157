import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  type DayStyle,
  formatClock,
  formatDay,
  formatIso,
  instantOf,
  isDay,
  isZone,
  parseInstant,
} from "../../src/content/time/calendar.ts";

const at = (iso: string) => Date.parse(iso);

describe("a wall-clock time in a zone", () => {
  test.each([
    ["2026-03-04T18:30", "Europe/London", "2026-03-04T18:30:00Z"],
    ["2026-07-04T18:30", "Europe/London", "2026-07-04T17:30:00Z"],
    ["2026-03-04T18:30:15", "Europe/London", "2026-03-04T18:30:15Z"],
    ["2026-01-01T00:30", "Pacific/Auckland", "2025-12-31T11:30:00Z"],
    ["2026-07-01T00:30", "Pacific/Auckland", "2026-06-30T12:30:00Z"],
    ["2024-02-29T12:00", "UTC", "2024-02-29T12:00:00Z"],
  ])("%s in %s is %s", (local, zone, iso) => {
    expect(instantOf(local, zone)).toBe(at(iso));
  });

  test.each([
    ["2026-03-29T01:30", "Europe/London", "in the hour that summer time takes away"],
    ["2026-09-27T02:30", "Pacific/Auckland", "in the hour that summer time takes away"],
    ["2026-02-31T12:00", "UTC", "on 31 February"],
    ["2026-02-29T12:00", "UTC", "on 29 February of a common year"],
    ["2026-13-01T12:00", "UTC", "in a thirteenth month"],
    ["2026-03-04T24:00", "UTC", "at 24:00"],
    ["2026-03-04T18:60", "UTC", "in a sixtieth minute"],
    ["2026-03-04T18:30Z", "UTC", "with an offset"],
    ["2026-03-04 18:30", "UTC", "with a space"],
    ["2026-03-04", "UTC", "without a time"],
    ["soon", "UTC", "in words"],
  ])("%s in %s is none: %s", (local, zone) => {
    expect(instantOf(local, zone)).toBeUndefined();
  });

  test.each([
    ["2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00Z"],
    ["2026-04-05T02:30", "Pacific/Auckland", "2026-04-04T13:30:00Z"],
    ["2026-10-25T02:00", "Europe/London", "2026-10-25T02:00:00Z"],
    ["2026-10-25T00:59", "Europe/London", "2026-10-24T23:59:00Z"],
  ])("%s in %s, shown twice or beside it, means the first: %s", (local, zone, iso) => {
    expect(instantOf(local, zone)).toBe(at(iso));
  });
});

test.each([
  ["2026-03-04", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-02-31", false],
  ["2026-3-4", false],
  ["2026-00-10", false],
  ["20260304", false],
])("%s is a day of the calendar: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ["Europe/London", true],
  ["Pacific/Auckland", true],
  ["UTC", true],
  ["Europe/Londn", false],
  ["", false],
])("the zone “%s” exists: %s", (zone, expected) => {
  expect(isZone(zone)).toBe(expected);
});

test.each([
  ["2026-03-05T00:00:00Z", "2026-03-05T00:00:00Z"],
  ["2026-03-05T13:00:00+13:00", "2026-03-05T00:00:00Z"],
  ["2026-03-05T00:00", "2026-03-05T00:00:00Z"],
  ["2026-03-05", "2026-03-05T00:00:00Z"],
])("the clock %s is read as %s", (text, iso) => {
  expect(parseInstant(text)).toBe(at(iso));
});

test.each(["", "yesterday", "2026-02-31", "2026-03-05T25:00:00Z"])("the clock “%s” is refused", (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

describe("a moment as the zone sees it", () => {
  const moment = at("2026-03-04T12:30:00Z");

  test("has the zone's offset and no milliseconds", () => {
    expect(formatIso(moment, "Pacific/Auckland")).toBe("2026-03-05T01:30:00+13:00");
    expect(formatIso(moment, "Europe/London")).toBe("2026-03-04T12:30:00+00:00");
  });

  test("may fall on another day there", () => {
    expect(dayOf(moment, "Pacific/Auckland")).toBe("2026-03-05");
    expect(dayOf(moment, "Europe/London")).toBe("2026-03-04");
  });

  test("has the zone's clock", () => {
    expect(formatClock(moment, "Pacific/Auckland")).toBe("01:30");
  });
});

test("the day after the last of a month, of a leap February and of a year is the first of the next", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});

test.each<[string, string, DayStyle, string]>([
  ["2026-03-04", "en", "day", "4 March 2026"],
  ["2026-03-04", "en-GB", "full", "Wednesday 4 March 2026"],
  ["2026-03-04", "en", "weekday", "Wednesday 4 March"],
  ["2026-03", "en", "month", "March 2026"],
  ["2026-03", "en", "monthName", "March"],
  ["2026-03-04", "en-US", "day", "March 4, 2026"],
  ["2026-03-04", "de", "day", "4. März 2026"],
])("the day %s in %s, %s, reads “%s %s”", (day, language, style, expected) => {
  expect(formatDay(day, language, style)).toBe(expected);
});
