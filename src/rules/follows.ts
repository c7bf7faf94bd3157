import { diagnoseValue, type Document } from "../content/parse/document.ts";
import { plainKey } from "../content/schema/meant-key.ts";
import { hintNearest } from "../content/words/nearest.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

function* others(identities: Iterable<string>, own: string): Generator<string> {
  for (const identity of identities) if (identity !== own) yield identity;
}

/** Whether a story says what is new, be it under a key with a slip, of which it is told. */
function hasNews({ yaml }: Document): boolean {
  return Object.keys(yaml.data ?? {}).some((key) => plainKey(key) === "whatsnew");
}

/** A story that follows another names one that exists and says what is new. */
export const checkFollows: Rule = (site) =>
  allStories(site).flatMap(({ document, front, identity }) => {
    const { follows, whatsNew } = front;
    const found = [];
    const followed = follows === undefined ? undefined : (site.renamed.get(follows) ?? follows);
    if (follows !== undefined && followed !== undefined && (followed === identity || !site.identities.has(followed)))
      found.push(
        diagnoseValue(document, ["follows"], {
          rule: "unknown-story",
          message: followed === identity ? "a story cannot follow itself" : `there is no story “${follows}”`,
          hint: hintNearest(follows, others(site.identities, identity)),
        }),
      );
    if (follows !== undefined && whatsNew === undefined && !hasNews(document))
      found.push(
        diagnoseValue(
          document,
          ["follows"],
          {
            rule: "missing-key",
            message: "“whatsNew” is missing beside “follows”",
            hint: "add a line “whatsNew: …”, what has changed since, in at most 200 characters",
          },
          "key",
        ),
      );
    return found;
  });
