import { type Diagnostic } from "../content/diagnostic.ts";
import { type Document, diagnoseValue, hasKey } from "../content/document.ts";
import { createSuggest, listKnown, type Suggest } from "../content/nearest.ts";
import type { Path } from "../content/yaml-source.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** Who writes and who is responsible must be people of people.yaml, and each story must name somebody. */
export const checkBylines: Rule = (site) => {
  const people = knownIds(site, "people");
  const unknown = (document: Document, path: Path, id: string, suggest: Suggest): Diagnostic[] => {
    if (!people || people.has(id)) return [];
    const hint = suggest(id, people) ?? (people.size > 0 ? `the people are ${listKnown(people)}` : undefined);
    return [
      diagnoseValue(document, path, { rule: "unknown-person", message: `“${id}” is nobody in people.yaml`, hint }),
    ];
  };
  const config = site.vocabularies.documents.site;
  const settings = knownIds(site, "site");
  const named = (["byline", "responsible"] as const).flatMap((key) => {
    const id = site.publication[key];
    return config && id !== undefined ? unknown(config, [key], id, createSuggest()) : [];
  });
  const stories = allStories(site).flatMap(({ document, front, byline }) => {
    // Who writes by default is not known when site.yaml, or its line, cannot be read.
    if (byline.length === 0 && hasKey(document, "byline")) return [];
    if (byline.length === 0 && settings?.has("byline") !== false) return [];
    if (byline.length === 0)
      return [
        diagnoseValue(document, [], {
          rule: "missing-key",
          message: "nobody is named as this story's writer",
          hint: "add a line “byline: …”, or a default in site.yaml",
        }),
      ];
    const suggest = createSuggest();
    return (front.byline ?? []).flatMap((id, index) => unknown(document, ["byline", index], id, suggest));
  });
  return [...named, ...stories];
};
