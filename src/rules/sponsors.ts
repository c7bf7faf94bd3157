import { diagnoseValue } from "../content/parse/document.ts";
import { hintNearest } from "../content/words/nearest.ts";
import type { OutlineRule } from "./rule.ts";

/** A booking runs forwards and names slots that exist. */
export const checkSponsors: OutlineRule = (site) => {
  const { sponsors: document } = site.vocabularies.documents;
  if (!document) return [];
  const slots = site.publication.slots.map(({ id }) => id);
  return Object.entries(site.vocabularies.sponsors).flatMap(([id, { from, to, slots: booked = [] }]) => {
    const backwards =
      from > to
        ? [
            diagnoseValue(document, [id, "to"], {
              rule: "bad-date",
              message: `this booking ends (${to}) before it begins (${from})`,
              hint: "exchange the two days",
            }),
          ]
        : [];
    const unknown = booked.flatMap((slot, index) =>
      slots.length === 0 || slots.includes(slot)
        ? []
        : [
            diagnoseValue(document, [id, "slots", index], {
              rule: "unknown-slot",
              missing: slot,
              message: `“${slot}” is not a slot of site.yaml`,
              hint: hintNearest(slot, slots) ?? `the slots are ${slots.join(", ")}`,
            }),
          ],
    );
    return [...backwards, ...unknown];
  });
};
