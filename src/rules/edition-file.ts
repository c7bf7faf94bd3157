import { editionFolder } from "../content/dateline.ts";
import { diagnose, START } from "../content/problems/diagnostic.ts";
import { rememberOf } from "../content/words/remember.ts";
import type { Rule } from "./rule.ts";

/** The editions that have a story file, readable or not. */
const editionsOf = rememberOf(
  (identities: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(Array.from(identities, (id) => id.slice(0, id.indexOf("/")))),
);

/** An edition without its file has no lede and its stories stand in the order of the alphabet. */
export const checkEditionFile: Rule = (site) => {
  const withStory = editionsOf(site.identities);
  return site.editions.flatMap(({ hasFile, identity, dateline, slugs, draft, stories, gone }) => {
    const folder = `${site.label}/${editionFolder(dateline)}`;
    if (!hasFile && slugs.length > 0)
      return [
        diagnose(`${folder}/edition.md`, START, {
          severity: "warning",
          rule: "missing-edition",
          missing: "edition.md",
          message: "this edition has no edition.md, so it has no lede and an alphabetical running order",
          hint: "add one: npm run new -- edition",
        }),
      ];
    if (stories.length === 0 && gone.length > 0 && !draft)
      return [
        diagnose(`${folder}/edition.md`, START, {
          severity: "warning",
          rule: "empty-edition",
          message: "every story of this edition was taken back, so it will not appear",
          hint: "take the edition back as well, by the same lines “gone:” in its edition.md",
        }),
      ];
    if (slugs.length > 0 || draft || withStory.has(identity)) return [];
    return [
      diagnose(`${folder}/edition.md`, START, {
        severity: "warning",
        rule: "empty-edition",
        message: "this edition has no story, so it will not appear",
        hint: "add one: npm run new -- story",
      }),
    ];
  });
};
