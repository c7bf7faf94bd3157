import { diagnoseValue, hasKey } from "../content/parse/document.ts";
import { createSuggest } from "../content/words/nearest.ts";
import { knownIds } from "./known-ids.ts";
import { checkPerson } from "./responsible.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** Each story names its writers, who are people of people.yaml. */
export const checkBylines: Rule = (site) => {
  const settings = knownIds(site, "site");
  return allStories(site).flatMap(({ document, front, byline }) => {
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
    return (front.byline ?? []).flatMap((id, index) => checkPerson(document, ["byline", index], id, site, suggest));
  });
};
