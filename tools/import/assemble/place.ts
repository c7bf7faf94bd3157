import { type Dateline, editionIdentity } from "../../../src/content/dateline.ts";
import { formatLocal, instantOf } from "../../../src/content/time/calendar.ts";
import type { When } from "../archive/post.ts";
import type { Slot } from "./settings.ts";

/** When a post came out, by the clock of the publication. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, or undefined where only a day is known. */
  readonly time: string | undefined;
}

export function localTime(when: When, zone: string): LocalTime {
  const local = "local" in when ? when.local : formatLocal(when.instant, zone);
  const hasTime = !("local" in when) || when.hasTime;
  return { date: local.slice(0, 10), time: hasTime ? local.slice(11, 16) : undefined };
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

/** The slots of a day, the one nearest to a time first; of two as near, the earlier. Without a time, in the order of the day. */
export function nearestSlots({ time }: LocalTime, slots: readonly Slot[]): Slot[] {
  if (time === undefined) return [...slots];
  const distance = (slot: Slot) => Math.abs(minutes(slot.time) - minutes(time));
  return [...slots].sort((a, b) => distance(a) - distance(b) || minutes(a.time) - minutes(b.time));
}

/** What a text asks of the calendar. */
export interface Wish {
  readonly at: LocalTime;
  readonly isEdition: boolean;
}

/**
 * A dateline for each text: of the slot nearest to its time. An edition takes the next slot of its day that no other has; where none
 * is left, it joins the edition of its own. Stories of one dateline are one edition.
 */
export function placeAll(wishes: readonly Wish[], slots: readonly Slot[]): Dateline[] {
  const taken = new Set<string>();
  const placed = new Map<Wish, Dateline>();
  const dateline = (wish: Wish, slot: Slot | undefined): Dateline => ({ date: wish.at.date, slot: slot?.id ?? "" });
  for (const wish of [...wishes].sort((a, b) => Number(b.isEdition) - Number(a.isEdition))) {
    const near = nearestSlots(wish.at, slots);
    const free = wish.isEdition ? near.find((slot) => !taken.has(editionIdentity(dateline(wish, slot)))) : undefined;
    const found = dateline(wish, free ?? near[0]);
    if (wish.isEdition) taken.add(editionIdentity(found));
    placed.set(wish, found);
  }
  return wishes.map((wish) => placed.get(wish) ?? dateline(wish, slots[0]));
}

/** The value of `publish` for a text; undefined where its time is not known, is its slot's own, or was skipped by the clock. */
export function publishTime({ date, time }: LocalTime, slot: Slot | undefined, zone: string): string | undefined {
  if (time === undefined || time === slot?.time) return undefined;
  const local = `${date}T${time}`;
  return instantOf(local, zone) === undefined ? undefined : local;
}
