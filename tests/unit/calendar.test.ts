import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  type DayStyle,
  formatClock,
  formatDay,
  formatIso,
  formatLocal,
  hasDay,
  instantOf,
  instantOn,
  isDay,
  isZone,
  parseInstant,
  skippedDay,
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

describe("a day that a zone leaves out", () => {
  test.each([
    ["2011-12-30", "Pacific/Apia"],
    ["2011-12-30", "Pacific/Fakaofo"],
    ["1993-08-21", "Pacific/Kwajalein"],
    ["1994-12-31", "Pacific/Kiritimati"],
    ["1994-12-31", "Pacific/Enderbury"],
    ["1844-12-31", "Asia/Manila"],
  ])("%s never was in %s", (day, zone) => {
    expect(hasDay(day, zone)).toBe(false);
    expect(skippedDay(day, zone)).toContain(`${day} never was in ${zone}`);
    for (const time of ["00:00", "07:00", "18:00", "23:59"]) expect(instantOf(`${day}T${time}`, zone)).toBeUndefined();
    for (const beside of [addDays(day, -1), addDays(day, 1)]) expect(hasDay(beside, zone)).toBe(true);
  });

  test.each([
    ["2011-12-30", "Pacific/Pago_Pago"],
    ["2026-03-29", "Europe/London"],
    ["2024-03-30", "America/Nuuk"],
    ["1867-10-18", "America/Sitka"],
    ["0001-01-01", "UTC"],
  ])("%s is one in %s", (day, zone) => {
    expect(skippedDay(day, zone)).toBeUndefined();
  });
});

test.each([
  ["2026-03-04", "18:00", "Europe/London", "2026-03-04T18:00", "as the clock shows it"],
  ["2026-03-29", "01:30", "Europe/London", "2026-03-29T02:30", "an hour later"],
  ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-04T02:45", "half an hour later"],
  ["2026-03-29", "01:30", "Antarctica/Troll", "2026-03-29T03:30", "two hours later"],
  ["2024-03-30", "23:30", "America/Nuuk", "2024-03-31T00:30", "on the next day"],
])("%s %s in %s comes at %s, %s", (day, time, zone, shown) => {
  expect(formatLocal(instantOn(day, time, zone), zone)).toBe(shown);
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

test.each(["", "yesterday", "2026-02-31", "2026-02-31T00:00:00Z", "2026-03-05T25:00:00Z"])(
  "the clock “%s” is refused",
  (text) => {
    expect(parseInstant(text)).toBeUndefined();
  },
);

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
