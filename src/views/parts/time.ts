import { dayOf, formatClock, formatDay, formatIso, type DayStyle, type Instant } from "../../content/time/calendar.ts";
import type { Publication } from "../../content/publication.ts";

/** A moment as a `<time>` element shows it. */
export interface TimeView {
  /** ISO 8601 with offset. */
  readonly iso: string;
  readonly text: string;
}

/** A moment with its day alone. */
export function viewDay({ zone, language }: Publication, instant: Instant, style: DayStyle = "full"): TimeView {
  return { iso: formatIso(instant, zone), text: formatDay(dayOf(instant, zone), language, style) };
}

/** A moment with day and clock. */
export function viewMoment(publication: Publication, instant: Instant): TimeView {
  const { zone } = publication;
  const day = viewDay(publication, instant, "day");
  return { iso: day.iso, text: `${day.text}, ${formatClock(instant, zone)}` };
}
