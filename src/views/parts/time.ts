import { dayOf, formatClock, formatDay, formatIso, type DayStyle, type Instant } from "../../content/time/calendar.ts";
import { nameZoneTime } from "../../content/time/zone-name.ts";
import { remember } from "../../content/words/remember.ts";
import type { Publication } from "../../content/publication.ts";
import { formatDigits } from "../../locales/format.ts";
import { messagesOf } from "../../locales/messages.ts";

/** A moment as a `<time>` element shows it. */
export interface TimeView {
  /** ISO 8601 with offset. */
  readonly iso: string;
  readonly text: string;
  /** The part of the text that no line may break: the day without what stands around it. */
  readonly whole?: string;
}

/** Asked for every teaser of every page, and of few moments. */
const viewDayIn = remember((instant: Instant, style: DayStyle, language: string, zone: string): TimeView => {
  const day = dayOf(instant, zone);
  return {
    iso: formatIso(instant, zone),
    text: formatDay(day, language, style),
    whole: formatDay(day, language, "day"),
  };
});

/** A moment with its day alone. */
export function viewDay({ zone, language }: Publication, instant: Instant, style: DayStyle = "full"): TimeView {
  return viewDayIn(instant, style, language, zone);
}

/** A clock and whose it is, `18:00 London time`. */
export function viewClock(publication: Pick<Publication, "zone" | "language" | "messages">, clock: string): string {
  const { zone, language } = publication;
  const m = messagesOf(publication);
  return m.time.clock({ time: formatDigits(language, clock), zone: nameZoneTime(zone, language) });
}

/** A moment with day and clock. */
export function viewMoment(publication: Publication, instant: Instant): TimeView {
  const day = viewDay(publication, instant, "day");
  const clock = viewClock(publication, formatClock(instant, publication.zone));
  return { iso: day.iso, text: messagesOf(publication).time.moment({ day: day.text, clock }) };
}
