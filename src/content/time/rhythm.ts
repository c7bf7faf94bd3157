import { type Dateline, editionIdentity } from "../dateline.ts";
import type { Publication, Slot } from "../publication.ts";
import { type SiteConfig, type Weekday, WEEKDAYS } from "../schema/schema.ts";
import { addDays, dayOf, type Instant, instantOn } from "./calendar.ts";
import type { Clock } from "./clock.ts";
import { byMoment } from "./schedule.ts";

/** On which days editions are expected, as site.yaml has it; every slot on every day unless it is told. */
export interface Calendar {
  /** Of each slot, by its id. */
  readonly days: Readonly<Record<string, readonly Weekday[]>>;
  /** Days without any edition, the last of each range included. */
  readonly except: readonly { readonly from: string; readonly to: string }[];
}

/** The slots of a publication and the days on which they are expected: a site has both. */
export interface Rhythm {
  readonly publication: Pick<Publication, "slots" | "zone">;
  readonly calendar: Calendar;
}

/** An edition that is expected, and when. */
export interface Expected {
  readonly dateline: Dateline;
  readonly slot: Slot;
  readonly publish: Instant;
}

/** In days. Of one that is further off nobody makes a promise, and its day would need a year to be told from another. */
export const HORIZON = 183;

export function assembleCalendar({ slots, calendar = {} }: Pick<SiteConfig, "slots" | "calendar">): Calendar {
  const own = new Map(Object.entries(calendar.slots ?? {}));
  return {
    days: Object.fromEntries(Object.keys(slots).map((id) => [id, own.get(id)?.days ?? calendar.days ?? WEEKDAYS])),
    except: (calendar.except ?? []).map((period) => {
      const [from = "", to = from] = period.split("/");
      return { from, to };
    }),
  };
}

function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] as Weekday;
}

/** Why an edition is not expected: its day is an exception, or no day of its slot; undefined where it is. */
export function whyUnexpected(
  { days, except }: Calendar,
  { date, slot }: Dateline,
): { readonly except: Calendar["except"][number] } | { readonly weekday: Weekday } | undefined {
  const exception = except.find(({ from, to }) => from <= date && date <= to);
  if (exception) return { except: exception };
  const weekday = weekdayOf(date);
  return days[slot]?.includes(weekday) ? undefined : { weekday };
}

/** The editions that are expected on a day, in the order in which they come out. */
export function expectedOn({ publication, calendar }: Rhythm, date: string): Expected[] {
  const { slots, zone } = publication;
  return (
    slots
      .filter(({ id }) => whyUnexpected(calendar, { date, slot: id }) === undefined)
      .map((slot) => ({ dateline: { date, slot: slot.id }, slot, publish: instantOn(date, slot.time, zone) }))
      // A time that the clock jumps over into the next day does not come on this one, be it of a day that the zone leaves out.
      .filter(({ publish }) => dayOf(publish, zone) === date)
      .sort(byMoment(slots))
  );
}

/** The editions that are expected from a day on, as far as the horizon. */
function* expectedSince(rhythm: Rhythm, date: string): Generator<Expected> {
  for (let day = 0; day <= HORIZON; day++) yield* expectedOn(rhythm, addDays(date, day));
}

/** The editions that are expected after a moment, as far as the horizon. */
export function* expectedAfter(rhythm: Rhythm, now: Instant): Generator<Expected> {
  for (const next of expectedSince(rhythm, dayOf(now, rhythm.publication.zone))) if (next.publish > now) yield next;
}

/** The edition to propose to whoever begins one: the next that is expected, and whose identity is not `taken`; undefined where none is. */
export function proposeDateline(rhythm: Rhythm, now: Instant, taken: ReadonlySet<string>): Dateline | undefined {
  for (const { dateline } of expectedAfter(rhythm, now)) if (!taken.has(editionIdentity(dateline))) return dateline;
  return undefined;
}

/** The latest edition that is expected at a moment or was before, no further back than the horizon. */
export function expectedBy(rhythm: Rhythm, now: Instant): Expected | undefined {
  const today = dayOf(now, rhythm.publication.zone);
  for (let day = 0; day <= HORIZON; day++) {
    const last = expectedOn(rhythm, addDays(today, -day)).findLast(({ publish }) => publish <= now);
    if (last) return last;
  }
  return undefined;
}

/** The next edition that is expected after that of a dateline; none where its slot is gone or a pause has no end in sight. */
export function nextEdition(rhythm: Rhythm, dateline: Dateline): Expected | undefined {
  const { slots, zone } = rhythm.publication;
  const slot = slots.find(({ id }) => id === dateline.slot);
  if (!slot) return undefined;
  const compare = byMoment(slots);
  const own = { dateline, slot, publish: instantOn(dateline.date, slot.time, zone) };
  for (const next of expectedSince(rhythm, dateline.date)) if (compare(own, next) < 0) return next;
  return undefined;
}

/**
 * What readers are promised after the latest edition. Once its moment has come nothing is promised until it is out: the
 * edition is late, and a day that has passed is no promise.
 */
export function promiseAfter(site: Rhythm & { readonly clock: Clock }, dateline: Dateline): Expected | undefined {
  const next = nextEdition(site, dateline);
  return next && !site.clock.hasCome(next.publish) ? next : undefined;
}
