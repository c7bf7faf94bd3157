import { diagnoseValue } from "../content/parse/document.ts";
import { hintNearest, listKnown } from "../content/words/nearest.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { describeSeveral } from "./several.ts";
import { allStories } from "./stories.ts";

/** A story's topic is one of topics.yaml, or an alias of one. */
export const checkTopics: Rule = (site) => {
  const known = knownIds(site, "topics");
  if (!known) return [];
  return allStories(site).flatMap(({ document, front, topic }) => {
    if (front.topic === undefined || topic !== undefined || known.has(front.topic)) return [];
    const hint =
      hintNearest(front.topic, [...site.topics.words, ...known]) ??
      (known.size > 0 ? `the topics are ${listKnown(known)}` : "add it to topics.yaml");
    const told = describeSeveral(site, "topics", front.topic) ?? { message: `“${front.topic}” is not a topic`, hint };
    return [diagnoseValue(document, ["topic"], { rule: "unknown-topic", ...told })];
  });
};
