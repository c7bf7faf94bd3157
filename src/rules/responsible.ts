import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { type Document, diagnoseValue } from "../content/parse/document.ts";
import { createSuggest, listKnown, type Suggest } from "../content/words/nearest.ts";
import type { Path } from "../content/parse/yaml-source.ts";
import type { Site } from "../content/site.ts";
import { knownIds } from "./known-ids.ts";
import type { OutlineRule } from "./rule.ts";
import { describeSeveral } from "./several.ts";

/** Reports an id that is nobody in people.yaml, unless that file itself cannot be read. */
export function checkPerson(
  document: Document,
  path: Path,
  id: string,
  site: Pick<Site, "meanings" | "vocabularies">,
  suggest: Suggest,
): Diagnostic[] {
  const people = knownIds(site, "people");
  if (!people || people.has(id)) return [];
  const told = describeSeveral(site, "people", id) ?? {
    message: `“${id}” is nobody in people.yaml`,
    hint: suggest(id, people) ?? (people.size > 0 ? `the people are ${listKnown(people)}` : undefined),
  };
  return [diagnoseValue(document, path, { rule: "unknown-person", ...told })];
}

/** Who writes by default and who is responsible for the publication are people of people.yaml. */
export const checkResponsible: OutlineRule = (site) => {
  const config = site.vocabularies.documents.site;
  return (["byline", "responsible"] as const).flatMap((key) => {
    const id = site.publication[key];
    return config && id !== undefined ? checkPerson(config, [key], id, site, createSuggest()) : [];
  });
};
