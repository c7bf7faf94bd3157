import { diagnoseValue } from "../content/parse/document.ts";
import { isReserved } from "../content/reserved-names.ts";
import type { OutlineRule } from "./rule.ts";

/** A slot's id is the first segment of its page's address, so it may not be one that the site uses itself. */
export const checkSlots: OutlineRule = (site) => {
  const { site: config } = site.vocabularies.documents;
  if (!config) return [];
  return site.publication.slots
    .filter(({ id }) => isReserved(id))
    .map(({ id }) =>
      diagnoseValue(
        config,
        ["slots", id],
        {
          rule: "reserved-name",
          message: `“${id}” is a name that the site keeps for itself`,
          hint: "call the slot something else",
        },
        "key",
      ),
    );
};
