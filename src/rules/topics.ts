import { diagnoseValue } from "../content/parse/document.ts";
import { hintNearest, listKnown } from "../content/words/nearest.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** A topic is meant that goes by this name. */
function hintNamed(typed: string, topics: Readonly<Record<string, { readonly name: string }>>): string | undefined {
  const found = Object.entries(topics).find(([, { name }]) => name.toLowerCase() === typed.toLowerCase());
  return found && `type “${found[0]}”`;
}

/** A story's topic is one of topics.yaml, or an alias of one. */
export const checkTopics: Rule = (site) => {
  const known = knownIds(site, "topics");
  if (!known) return [];
  return allStories(site).flatMap(({ document, front, topic }) => {
    if (front.topic === undefined || topic !== undefined || known.has(front.topic)) return [];
    const hint =
      hintNamed(front.topic, site.vocabularies.topics) ??
      hintNearest(front.topic, [...site.topics.words, ...known]) ??
      (known.size > 0 ? `the topics are ${listKnown(known)}` : "add it to topics.yaml");
    return [
      diagnoseValue(document, ["topic"], { rule: "unknown-topic", message: `“${front.topic}” is not a topic`, hint }),
    ];
  });
};
