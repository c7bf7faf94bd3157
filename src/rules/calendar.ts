import { diagnoseValue } from "../content/parse/document.ts";
import { hintNearest, listKnown } from "../content/words/nearest.ts";
import type { OutlineRule } from "./rule.ts";

/** The calendar names slots that exist, and leaves a day on which an edition is expected. */
export const checkCalendar: OutlineRule = ({ vocabularies, publication, calendar }) => {
  const { site: document } = vocabularies.documents;
  const { calendar: written } = vocabularies.site;
  const slots = publication.slots.map(({ id }) => id);
  if (!document || !written || slots.length === 0) return [];
  const unknown = Object.keys(written.slots ?? {})
    .filter((slot) => !slots.includes(slot))
    .map((slot) =>
      diagnoseValue(
        document,
        ["calendar", "slots", slot],
        {
          rule: "unknown-slot",
          message: `“${slot}” is not a slot of site.yaml`,
          hint: hintNearest(slot, slots) ?? `the slots are ${listKnown(slots)}`,
        },
        "key",
      ),
    );
  if (Object.values(calendar.days).some((days) => days.length > 0)) return unknown;
  const empty = diagnoseValue(
    document,
    ["calendar"],
    {
      rule: "empty-calendar",
      message: "this calendar expects no edition on any day",
      hint: "give a slot its days, as in “days: [mon, fri]”; the days of a pause belong into “except”",
    },
    "key",
  );
  return [...unknown, empty];
};
