import { affiliateProblem } from "../content/links/affiliate-signs.ts";
import { currentPublisher } from "../content/publishers.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import { createSuggest } from "../content/words/nearest.ts";
import { trackingProblem } from "../content/links/tracking.ts";
import { normalizeAddress } from "../content/links/web-address.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** Sources cite publishers of publishers.yaml, each address once, clean of tracking and of affiliates that no programme lists. */
export const checkSources: Rule = (site) => {
  const publishers = knownIds(site, "publishers");
  return allStories(site).flatMap(({ document, front }) => {
    const sources = front.source ?? [];
    const suggest = createSuggest();
    const seen = new Set<string>();
    return sources.flatMap(({ publisher, url, archived }, index) => {
      const unknown =
        !publishers || publishers.has(currentPublisher(site.vocabularies.publishers, publisher))
          ? []
          : [
              diagnoseValue(document, ["source", index, "publisher"], {
                rule: "unknown-publisher",
                message: `“${publisher}” is not a publisher in publishers.yaml`,
                hint:
                  suggest(publisher, publishers) ?? `add it to publishers.yaml: “${publisher}: { name: …, url: … }”`,
              }),
            ];
      const normal = normalizeAddress(url);
      const repeated = !seen.has(normal)
        ? []
        : [
            diagnoseValue(document, ["source", index, "url"], {
              rule: "repeated-source",
              message: "this address is already cited above",
              hint: "delete one of the two",
            }),
          ];
      seen.add(normal);
      const doubtful = (["url", "archived"] as const).flatMap((key) => {
        const address = key === "url" ? url : archived;
        if (address === undefined || site.ledger.programmeOf(address) !== undefined) return [];
        const problems = [affiliateProblem(address), key === "url" ? trackingProblem(address) : undefined];
        return problems.flatMap((problem) =>
          problem ? [diagnoseValue(document, ["source", index, key], problem)] : [],
        );
      });
      return [...unknown, ...repeated, ...doubtful];
    });
  });
};
