import { diagnose, START } from "../content/problems/diagnostic.ts";
import type { Document } from "../content/parse/document.ts";
import type { Edition } from "../content/edition.ts";
import type { Rule } from "./rule.ts";

/** A picture that nothing shows is likely a slip of a name; one that cannot be read would be a hole in the page. */
export const checkPictures: Rule = (site) => {
  const editions = new Map(site.editions.map((edition) => [edition.identity, picturesOf(edition)]));
  return site.pictures.flatMap(({ path, name, edition, measured }) => {
    const at = `${site.label}/${path}`;
    if ("rule" in measured) return [diagnose(at, START, measured)];
    if (editions.get(edition)?.has(name)) return [];
    return [
      diagnose(at, START, {
        severity: "warning",
        rule: "unused-picture",
        unused: name,
        message: `no file of this folder shows “${name}”, so it is not published`,
        hint: `![what it shows](${name})`,
      }),
    ];
  });
};

/** Every name of a picture that a file of the edition's folder asks for. */
function picturesOf({ stories, body }: Edition): Set<unknown> {
  const own = stories.flatMap((story) => [...story.body.pictures, ...frontPictures(story.document)]);
  return new Set([...own, ...(body?.pictures ?? [])]);
}

/** What a front matter says of its picture, its name among it, though something else may be wrong with it there. */
function frontPictures({ yaml }: Document): readonly unknown[] {
  const image = (yaml.data as { image?: object | string | null } | null)?.image;
  return typeof image === "object" && image !== null ? Object.values(image) : [image];
}
