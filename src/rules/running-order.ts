import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import { slugify } from "../content/words/plain-name.ts";
import { createSuggest, findNearest } from "../content/words/nearest.ts";
import type { Rule } from "./rule.ts";

/** The stories that are meant by what is none's name: its file, its title, or several without a comma between them. */
function findMeant(typed: string, folder: readonly string[]): readonly string[] {
  const name = slugify(typed.replace(/\.(?:md|markdown|txt)$/i, ""));
  if (folder.includes(name)) return [name];
  const words = typed.split(/[\s;]+/);
  if (words.length > 1 && words.every((word) => folder.includes(word))) return words;
  const near = findNearest(name, folder);
  return near === undefined ? [] : [near];
}

/** `stories` in edition.md names every story of its folder exactly once. */
export const checkRunningOrder: Rule = (site) =>
  site.editions.flatMap(({ document, front, identity, slugs: folder, gone }): Diagnostic[] => {
    if (!document || front.stories === undefined) return [];
    const takenBack = new Set(gone.map((text) => text.identity));
    const listed = front.stories;
    const here = new Set(folder);
    const named = new Set<string>();
    const suggest = createSuggest();
    const wrong = listed.flatMap((slug, index) => {
      const at = (rule: string, message: string, hint?: string) => [
        diagnoseValue(document, ["stories", index], { rule, message, hint }),
      ];
      // A file that stands there and could not be read is reported for that alone.
      if (!here.has(slug) && !site.identities.has(`${identity}/${slug}`)) {
        const meant = findMeant(slug, folder);
        // A story that is named wrongly is not left out as well.
        for (const each of meant) named.add(each);
        if (meant.length > 0) return at("unknown-story", `“${slug}” is no story's name`, `type ${meant.join(", ")}`);
        return at("unknown-story", `there is no “${slug}.md” in this folder`, suggest(slug, folder));
      }
      if (named.has(slug))
        return at("running-order", `“${slug}” stands in the running order twice`, "delete one of the two");
      named.add(slug);
      return [];
    });
    const left = folder
      .filter((slug) => !named.has(slug) && !takenBack.has(`${identity}/${slug}`))
      .map((slug) =>
        diagnoseValue(
          document,
          ["stories"],
          {
            rule: "running-order",
            message: `the running order leaves out “${slug}”`,
            hint: `add “${slug}” where it belongs in “stories”`,
          },
          "key",
        ),
      );
    return [...wrong, ...left];
  });
