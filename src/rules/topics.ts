import { diagnoseValue } from "../content/document.ts";
import { hintNearest, listKnown } from "../content/nearest.ts";
import type { Rule } from "./rules.ts";
import { allStories } from "./stories.ts";

/** A story's topic is one of topics.yaml, or an alias of one. */
export const checkTopics: Rule = (site) =>
  allStories(site).flatMap(({ document, front, topic }) => {
    if (front.topic === undefined || topic !== undefined) return [];
    const hint =
      hintNearest(front.topic, site.topics.words) ??
      `the topics are ${listKnown(Object.keys(site.vocabularies.topics))}`;
    return [
      diagnoseValue(document, ["topic"], { rule: "unknown-topic", message: `“${front.topic}” is not a topic`, hint }),
    ];
  });
