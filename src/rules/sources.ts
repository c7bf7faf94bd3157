import { affiliateProblem } from "../content/links/affiliate-signs.ts";
import { currentPublisher } from "../content/publishers.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import { findNamed } from "../content/words/find-named.ts";
import { listKnown } from "../content/words/nearest.ts";
import { readUrl } from "../content/links/read-url.ts";
import { shorten } from "../content/words/shorten.ts";
import { slugify } from "../content/files/slugify.ts";
import { trackingProblem } from "../content/links/tracking.ts";
import type { Site } from "../content/site.ts";
import type { WrittenSource } from "../content/source.ts";
import { normalizeAddress, withoutWww } from "../content/links/web-address.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { describeSeveral } from "./several.ts";
import { allStories } from "./stories.ts";

/** Who cites so many unknown publishers in one story knows by then how each is mended. */
const MOST_SEARCHES = 25;

function isHostOf(word: string, address: string): boolean {
  const host = readUrl(address)?.hostname;
  return host !== undefined && withoutWww(word.toLowerCase()) === withoutWww(host);
}

/** What to type for a publisher that is not known: the one that is meant, or a new entry. */
function hintPublisher(typed: string, near: string | undefined): string {
  const id = slugify(typed.replace(/^https?:\/\/(?:www\.)?|\/.*$/g, "")).slice(0, 48);
  const isHost = /^[\w-]+(?:\.[\w-]+)+$/.test(typed);
  const name = id === typed || isHost || /[:#{}[\],"']/.test(typed) ? "…" : shorten(typed, 80);
  const entry = `${id === "" ? "ID" : id}: { name: ${name}, url: "https://${isHost ? typed : "…"}" }`;
  const add = `add a line to publishers.yaml: ${entry}`;
  if (near === id) return `type “${near}”`;
  return near === undefined ? `for a new publisher, ${add}` : `type “${near}”; or, if it is a new one, ${add}`;
}

/** What is told of a publisher that is not known: that several are called so, or have the host by which a mere address is called. */
function describeUnknown(site: Site, { publisher, url }: WrittenSource, findNear: () => string | undefined) {
  const several = describeSeveral(site, "publishers", publisher);
  if (several) return several;
  const [near, ...others] = isHostOf(publisher, url) ? site.meanings.publishersAt(url) : [];
  if (near === undefined || others.length === 0)
    return {
      message: `“${publisher}” is not a publisher in publishers.yaml`,
      hint: hintPublisher(publisher, near ?? findNear()),
    };
  return {
    message: `${others.length + 1} publishers have the host “${publisher}”`,
    hint: `type { publisher: ${near}, title: …, url: ${JSON.stringify(url)} }, or instead of “${near}”: ${listKnown(others)}`,
  };
}

/** Sources cite publishers of publishers.yaml, each address once, clean of tracking and of affiliates that no programme lists. */
export const checkSources: Rule = (site) => {
  const publishers = knownIds(site, "publishers");
  const entries = site.vocabularies.publishers;
  return allStories(site).flatMap(({ document, front }) => {
    const sources = front.source ?? [];
    let searches = 0;
    const seen = new Set<string>();
    return sources.flatMap((source, index) => {
      const { publisher, url, archived } = source;
      const unknown =
        !publishers || publishers.has(currentPublisher(site.vocabularies.publishers, publisher))
          ? []
          : [
              diagnoseValue(document, ["source", index, "publisher"], {
                rule: "unknown-publisher",
                ...describeUnknown(site, source, () =>
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
