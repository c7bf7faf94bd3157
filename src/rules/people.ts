import { diagnoseValue } from "../content/parse/document.ts";
import { isPerson } from "../content/words/is-person.ts";
import type { OutlineRule } from "./rule.ts";

/** A person of people.yaml is none under the publication's own name, as “Evening Update Staff” would be. */
export const checkPeople: OutlineRule = (site) => {
  const { people: document } = site.vocabularies.documents;
  if (!document) return [];
  const { name, publisher, slots } = site.publication;
  const titles = [name, publisher.name, ...slots.map((slot) => slot.name)];
  return Object.entries(site.vocabularies.people).flatMap(([id, person]) =>
    isPerson(person.name, titles)
      ? []
      : [
          diagnoseValue(document, [id, "name"], {
            rule: "not-a-person",
            message: "this names no person",
            hint: "name the human being who answers for the work",
          }),
        ],
  );
};
