import { diagnoseValue } from "../content/parse/document.ts";
import type { Sponsors } from "../content/schema/schema.ts";
import type { OutlineRule } from "./rule.ts";

type Booking = Sponsors[string];

function overlap(a: Booking, b: Booking): boolean {
  const sameDays = a.from <= b.to && b.from <= a.to;
  const sameSlot = a.slots === undefined || b.slots === undefined || a.slots.some((slot) => b.slots?.includes(slot));
  return sameDays && sameSlot;
}

/** An edition has one placement, so two bookings for the same day and slot sell it twice. */
export const checkOverlappingBookings: OutlineRule = (site) => {
  const { sponsors: document } = site.vocabularies.documents;
  if (!document) return [];
  const bookings = Object.entries(site.vocabularies.sponsors);
  return bookings.flatMap(([id, booking], index) => {
    const [earlier] = bookings.slice(0, index).find(([, other]) => overlap(booking, other)) ?? [];
    if (earlier === undefined) return [];
    const message = `this booking has a day and slot in common with “${earlier}”`;
    const hint = "change “from”, “to” or “slots” of one of the two";
    return [diagnoseValue(document, [id, "from"], { rule: "overlapping-booking", message, hint })];
  });
};
