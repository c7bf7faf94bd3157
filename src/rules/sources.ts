import { affiliateProblem } from "../content/links/affiliate-signs.ts";
import { currentPublisher } from "../content/publishers.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import { findNamed } from "../content/words/find-named.ts";
import { shorten } from "../content/words/shorten.ts";
import { slugify } from "../content/words/plain-name.ts";
import { trackingProblem } from "../content/links/tracking.ts";
import { normalizeAddress } from "../content/links/web-address.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** Who cites so many unknown publishers in one story knows by then how each is mended. */
const MOST_SEARCHES = 25;

/** What to type for a publisher that is not known: the one that is meant, or a new entry. */
function hintPublisher(typed: string, near: string | undefined): string {
  const id = slugify(typed.replace(/^https?:\/\/(?:www\.)?|\/.*$/g, "")).slice(0, 48);
  const name = id === typed ? "…" : shorten(typed, 80);
  const entry = `${id === "" ? "ID" : id}: { name: ${/[:#{}[\],"']/.test(name) ? "…" : name}, url: "https://…" }`;
  const add = `add a line to publishers.yaml: ${entry}`;
  if (near === id) return `type “${near}”`;
  return near === undefined ? `for a new publisher, ${add}` : `type “${near}”; or, if it is a new one, ${add}`;
}

/** Sources cite publishers of publishers.yaml, each address once, clean of tracking and of affiliates that no programme lists. */
export const checkSources: Rule = (site) => {
  const publishers = knownIds(site, "publishers");
  const entries = site.vocabularies.publishers;
  return allStories(site).flatMap(({ document, front }) => {
    const sources = front.source ?? [];
    let searches = 0;
    const seen = new Set<string>();
    return sources.flatMap(({ publisher, url, archived }, index) => {
      const unknown =
        !publishers || publishers.has(currentPublisher(site.vocabularies.publishers, publisher))
          ? []
          : [
              diagnoseValue(document, ["source", index, "publisher"], {
                rule: "unknown-publisher",
                message: `“${publisher}” is not a publisher in publishers.yaml`,
                hint: hintPublisher(
                  publisher,
                  ++searches > MOST_SEARCHES ? undefined : findNamed(publisher, entries, publishers),
                ),
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
