import { diagnoseValue } from "../content/parse/document.ts";
import type { Rule } from "./rule.ts";

/** A story may come later than its edition, never before it. */
export const checkPublishTimes: Rule = (site) =>
  site.editions.flatMap((edition) =>
    edition.stories
      .filter(({ ownTime }) => ownTime !== undefined && ownTime < edition.publish)
      .map(({ document }) =>
        diagnoseValue(document, ["publish"], {
          rule: "early-story",
          message: `this is before the story's edition comes out (${edition.slot.name}, ${edition.slot.time})`,
          hint: "delete the line, or give a later time",
        }),
      ),
  );
