import type { Dateline } from "../../content/dateline.ts";
import { type Publication, slotOf } from "../../content/publication.ts";
import { addDays, dayOf, formatClock, formatDay, type Instant } from "../../content/time/calendar.ts";
import type { Status } from "../../content/time/status.ts";

/** A text of which the clock has something to say. */
interface Timed {
  readonly status: Status;
  readonly publish: Instant;
}

/** An edition in words: “AI Evening Update, Thursday 5 March 2026”. */
export function nameEdition(publication: Pick<Publication, "slots">, dateline: Dateline): string {
  return `${slotOf(publication, dateline).name}, ${formatDay(dateline.date, "en", "full")}`;
}

function dayInWords(day: string, today: string): string {
  if (day === today) return "today";
  if (day === addDays(today, 1)) return "tomorrow";
  if (day === addDays(today, -1)) return "yesterday";
  return `on ${formatDay(day, "en", day.slice(0, 4) === today.slice(0, 4) ? "weekday" : "full")}`;
}

/** A moment in words: “today at 09:30”. */
export function describeMoment(moment: Instant, now: Instant, zone: string): string {
  return `${dayInWords(dayOf(moment, zone), dayOf(now, zone))} at ${formatClock(moment, zone)}`;
}

/** What the clock makes of a text, as one editor tells another: “draft”, “appears today at 18:00”. */
export function describeWhen({ status, publish }: Timed, now: Instant, zone: string): string {
  if (status === "draft") return "draft";
  return `${status === "scheduled" ? "appears" : "appeared"} ${describeMoment(publish, now, zone)}`;
}

/** “taken back today at 18:30”. */
export function describeTakenBack(since: Instant, now: Instant, zone: string): string {
  return `taken back ${describeMoment(since, now, zone)}`;
}
