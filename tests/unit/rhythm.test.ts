import { describe, expect, test } from "vitest";
import { assemblePublication } from "../../src/content/publication.ts";
import type { SiteConfig } from "../../src/content/schema/schema.ts";
import { createClock } from "../../src/content/time/clock.ts";
import {
  assembleCalendar,
  expectedAfter,
  expectedBy,
  nextEdition,
  promiseAfter,
  type Expected,
  type Rhythm,
} from "../../src/content/time/rhythm.ts";

const DAILY = { evening: { name: "Evening Update", time: "18:00" } };
const TWICE = { morning: { name: "Morning Update", time: "07:00" }, ...DAILY };
const NIGHT = { night: { name: "Night", time: "01:30" } };
const WEEKEND = { ...DAILY, weekend: { name: "Weekend", time: "09:00" } };
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;
const BERLIN = "Europe/Berlin";

function rhythmOf(slots: SiteConfig["slots"], calendar?: SiteConfig["calendar"], zone = BERLIN): Rhythm {
  const config = { name: "N", url: "https://n.example", zone, publisher: { name: "N" }, slots, calendar };
  return { publication: assemblePublication(config, {}), calendar: assembleCalendar(config) };
}

const nameOf = (expected: Expected | undefined) =>
  expected && `${expected.dateline.date}-${expected.slot.id} ${new Date(expected.publish).toISOString()}`;

const weekdays = rhythmOf(DAILY, { days: [...WEEKDAYS] });
const holidays = rhythmOf(TWICE, { except: ["2026-12-25", "2026-12-27/2027-01-01"] });
const weekend = rhythmOf(WEEKEND, { days: [...WEEKDAYS], slots: { weekend: { days: ["sat"] } } });
const paused = rhythmOf(DAILY, { except: ["2026-03-05/9999-12-31"] });
const nightly = rhythmOf(NIGHT, undefined, "Europe/London");

/** What is expected by a clock, and after it. Summer time begins on 29 March 2026 and ends on 25 October. */
test.each<[what: string, Rhythm, now: string, by: string | undefined, after: string | undefined]>([
  [
    "every slot, every day",
    rhythmOf(TWICE),
    "2026-03-04T12:00:00Z",
    "2026-03-04-morning 2026-03-04T06:00:00.000Z",
    "2026-03-04-evening 2026-03-04T17:00:00.000Z",
  ],
  [
    "two slots, at the very moment of one",
    rhythmOf(TWICE),
    "2026-03-04T17:00:00Z",
    "2026-03-04-evening 2026-03-04T17:00:00.000Z",
    "2026-03-05-morning 2026-03-05T06:00:00.000Z",
  ],
  [
    "a Saturday of a paper of weekdays",
    weekdays,
    "2026-03-07T20:00:00Z",
    "2026-03-06-evening 2026-03-06T17:00:00.000Z",
    "2026-03-09-evening 2026-03-09T17:00:00.000Z",
  ],
  [
    "a holiday of one day",
    holidays,
    "2026-12-25T12:00:00Z",
    "2026-12-24-evening 2026-12-24T17:00:00.000Z",
    "2026-12-26-morning 2026-12-26T06:00:00.000Z",
  ],
  [
    "a pause over the end of the year",
    holidays,
    "2026-12-31T23:30:00Z",
    "2026-12-26-evening 2026-12-26T17:00:00.000Z",
    "2027-01-02-morning 2027-01-02T06:00:00.000Z",
  ],
  [
    "a slot of the weekend, on Friday night",
    weekend,
    "2026-03-06T22:00:00Z",
    "2026-03-06-evening 2026-03-06T17:00:00.000Z",
    "2026-03-07-weekend 2026-03-07T08:00:00.000Z",
  ],
  [
    "a slot of the weekend, on Sunday",
    weekend,
    "2026-03-08T12:00:00Z",
    "2026-03-07-weekend 2026-03-07T08:00:00.000Z",
    "2026-03-09-evening 2026-03-09T17:00:00.000Z",
  ],
  [
    "the day on which summer time begins: an hour earlier",
    rhythmOf(TWICE),
    "2026-03-29T00:30:00Z",
    "2026-03-28-evening 2026-03-28T17:00:00.000Z",
    "2026-03-29-morning 2026-03-29T05:00:00.000Z",
  ],
  [
    "a slot that the clock jumps over: it comes when it has jumped",
    nightly,
    "2026-03-29T00:30:00Z",
    "2026-03-28-night 2026-03-28T01:30:00.000Z",
    "2026-03-29-night 2026-03-29T01:30:00.000Z",
  ],
  [
    "a slot that the clock shows twice: the first is meant",
    nightly,
    "2026-10-25T00:45:00Z",
    "2026-10-25-night 2026-10-25T00:30:00.000Z",
    "2026-10-26-night 2026-10-26T01:30:00.000Z",
  ],
  [
    "a day that the zone leaves out",
    rhythmOf(DAILY, undefined, "Pacific/Apia"),
    "2011-12-30T09:00:00Z",
    "2011-12-29-evening 2011-12-30T04:00:00.000Z",
    "2011-12-31-evening 2011-12-31T04:00:00.000Z",
  ],
  ["a pause without an end", paused, "2026-03-20T12:00:00Z", "2026-03-04-evening 2026-03-04T17:00:00.000Z", undefined],
  ["a pause without an end, a year later", paused, "2027-03-20T12:00:00Z", undefined, undefined],
  [
    "another day in the zone than in UTC",
    rhythmOf(DAILY, { days: ["fri"] }, "Pacific/Auckland"),
    "2026-03-05T12:30:00Z",
    "2026-02-27-evening 2026-02-27T05:00:00.000Z",
    "2026-03-06-evening 2026-03-06T05:00:00.000Z",
  ],
])("the clock is right about %s", (_, rhythm, now, by, after) => {
  const instant = Date.parse(now);
  expect({ by: nameOf(expectedBy(rhythm, instant)) }).toEqual({ by });
  const [next] = expectedAfter(rhythm, instant);
  expect({ after: nameOf(next) }).toEqual({ after });
});

describe("the next edition", () => {
  const next = (rhythm: Rhythm, date: string, slot: string) => {
    const found = nextEdition(rhythm, { date, slot });
    return found && `${found.dateline.date}-${found.slot.id}`;
  };

  test.each<[Rhythm, date: string, slot: string, following: string | undefined]>([
    [rhythmOf(TWICE), "2026-03-04", "morning", "2026-03-04-evening"],
    [rhythmOf(TWICE), "2026-12-31", "evening", "2027-01-01-morning"],
    [rhythmOf(DAILY), "2026-03-04", "evening", "2026-03-05-evening"],
    [weekdays, "2026-03-06", "evening", "2026-03-09-evening"],
    // One that came although it was not expected is followed like any other.
    [weekdays, "2026-03-07", "evening", "2026-03-09-evening"],
    [holidays, "2026-12-26", "evening", "2027-01-02-morning"],
    [weekend, "2026-03-07", "weekend", "2026-03-09-evening"],
    [paused, "2026-03-04", "evening", undefined],
    // Half a year ahead is as far as anybody promises.
    [rhythmOf(DAILY, { except: ["2026-03-05/2026-09-02"] }), "2026-03-04", "evening", "2026-09-03-evening"],
    [rhythmOf(DAILY, { except: ["2026-03-05/2026-09-03"] }), "2026-03-04", "evening", undefined],
    [rhythmOf(DAILY, undefined, "Pacific/Apia"), "2011-12-29", "evening", "2011-12-31-evening"],
    // Its slot is no longer there.
    [rhythmOf(DAILY), "2026-03-04", "noon", undefined],
    // A slot without days has been given up.
    [rhythmOf(TWICE, { slots: { morning: { days: [] } } }), "2026-03-04", "evening", "2026-03-05-evening"],
  ])("%# after that of %s-%s is %s", (rhythm, date, slot, following) => {
    expect(next(rhythm, date, slot)).toBe(following);
  });

  test("is the later of the two where the clock jumps over the earlier slot and past the later one", () => {
    const slots = { deep: { name: "Deep", time: "02:45" }, late: { name: "Late", time: "03:15" } };
    const rhythm = rhythmOf(slots);
    expect(next(rhythm, "2026-03-28", "late")).toBe("2026-03-29-late");
    expect(next(rhythm, "2026-03-29", "late")).toBe("2026-03-29-deep");
    expect(next(rhythm, "2026-03-29", "deep")).toBe("2026-03-30-deep");
  });

  test("is promised until its moment, and the clock remembers that it was asked", () => {
    const at = (now: string) => {
      const clock = createClock(Date.parse(now));
      const promised = promiseAfter({ ...weekdays, clock }, { date: "2026-03-06", slot: "evening" });
      return { promised: nameOf(promised), ...clock.span() };
    };
    const moment = Date.parse("2026-03-09T17:00:00Z");
    expect(at("2026-03-09T16:59:59Z")).toEqual({
      promised: "2026-03-09-evening 2026-03-09T17:00:00.000Z",
      from: -Infinity,
      until: moment,
    });
    expect(at("2026-03-09T17:00:00Z")).toEqual({ promised: undefined, from: moment, until: Infinity });
  });
});
