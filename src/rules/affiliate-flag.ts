import { diagnoseValue } from "../content/parse/document.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** `affiliate` must say whether the story holds paid links, both ways: a flag that lies is a false or a missing disclosure. */
export const checkAffiliateFlag: Rule = (site) =>
  allStories(site).flatMap(({ document, front, programmes }) => {
    const paid = programmes.length > 0;
    if ((front.affiliate ?? false) === paid) return [];
    // A story whose sources cannot be read may hold the paid link there, and one whose paid link leads nowhere is told of that.
    if (!paid && (front.source === undefined || document.body.includes("(affiliate:"))) return [];
    const problem = paid
      ? {
          rule: "affiliate-flag",
          message: "this story holds a paid link and does not say so",
          hint: front.affiliate === false ? "change it to “affiliate: true”" : "add a line “affiliate: true”",
        }
      : {
          rule: "affiliate-flag",
          message: "“affiliate: true” stands here, but no link of this story is paid",
          hint: "delete the line, or write the link as affiliate:PROGRAMME",
        };
    return [diagnoseValue(document, ["affiliate"], problem)];
  });
