import { diagnoseValue } from "../content/parse/document.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** A correction made before its story came out corrected nothing that anybody read. */
export const checkCorrections: Rule = (site) =>
  allStories(site).flatMap(({ document, corrections, publish }) =>
    corrections
      .filter(({ at }) => at < publish)
      .map(({ index }) =>
        diagnoseValue(document, ["corrections", index, "at"], {
          severity: "warning",
          rule: "early-correction",
          message: "this correction is dated before the story was published",
          hint: "give the time at which the published text was changed",
        }),
      ),
  );
