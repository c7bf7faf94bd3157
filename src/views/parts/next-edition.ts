import { addDays, hasDay, type Instant, instantOf } from "../../content/time/calendar.ts";
import type { Dateline } from "../../content/dateline.ts";
import type { Publication, Slot } from "../../content/publication.ts";

/** The edition that the slots promise after a dateline. */
export interface Promised extends Dateline {
  readonly slotName: string;
  readonly time: string;
  /** Undefined where the clock jumps over that time on that day. */
  readonly publish: Instant | undefined;
}

/** The next slot of the day, or the first of the next one. */
export function nextEdition(publication: Publication, { date, slot }: Dateline): Promised | undefined {
  const { slots, zone } = publication;
  const index = slots.findIndex(({ id }) => id === slot);
  const later: Slot | undefined = slots[index + 1];
  const next = later ?? slots[0];
  if (index < 0 || !next) return undefined;
  const tomorrow = addDays(date, 1);
  const day = later ? date : hasDay(tomorrow, zone) ? tomorrow : addDays(date, 2);
  return {
    date: day,
    slot: next.id,
    slotName: next.name,
    time: next.time,
    publish: instantOf(`${day}T${next.time}`, zone),
  };
}
