import { WEEKDAYS, type Weekday } from "../schema/schema.ts";

/** What a new publication is to be, as it was typed: whether it may be so is for the checks of the content to say. */
export interface Plan {
  readonly name: string;
  readonly language: string;
  readonly zone: string;
  readonly slots: readonly { readonly id: string; readonly time: string }[];
  /** The days on which editions are expected. */
  readonly days: readonly string[];
  readonly address: string;
  /** A colour; undefined where the look is the program's own. */
  readonly accent: string | undefined;
  /** The person who answers for the publication. */
  readonly editor: string;
  /** Who publishes it, in law. */
  readonly publisher: string;
  readonly email: string | undefined;
}

/** Reads `morning=07:00,evening=18:00`; undefined where it is written in another way. */
export function readSlots(text: string): Plan["slots"] | undefined {
  const slots = text.split(",").map((part) => {
    const [id = "", time, ...more] = part.split("=").map((word) => word.trim());
    return id === "" || time === undefined || more.length > 0 ? undefined : { id, time };
  });
  const known = slots.filter((slot) => slot !== undefined);
  return known.length === slots.length ? known : undefined;
}

/** Reads days and ranges of them, as `mon-fri` or `mon,wed,sat-sun`. What is no day stays as it was typed. */
export function readDays(text: string): readonly string[] {
  const known: readonly string[] = WEEKDAYS;
  const days = text.split(",").flatMap((part) => {
    const [from = "", to = from] = part.split("-").map((word) => word.trim().toLowerCase());
    const [first, last] = [known.indexOf(from), known.indexOf(to)];
    if (first < 0 || last < 0) return [part.trim()];
    // A range may go over the end of the week.
    return WEEKDAYS.filter((_, at) => (first <= last ? first <= at && at <= last : at >= first || at <= last));
  });
  const strange = days.filter((day) => !known.includes(day));
  return [...WEEKDAYS.filter((day: Weekday) => days.includes(day)), ...strange];
}
