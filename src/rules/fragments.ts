import { diagnose, type Diagnostic } from "../content/diagnostic.ts";
import type { Body } from "../content/markdown/body.ts";
import { findNearest } from "../content/nearest.ts";
import type { Site } from "../content/site.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** The ids that stand on each story, edition and standing page, by its path. */
function collectIds(site: Site): Map<string, Set<string>> {
  const stories = allStories(site).map(({ path, body }) => [path, new Set(body.ids)] as const);
  const editions = site.editions.map(({ path, body, stories: own }) => {
    const ids = [...(body?.ids ?? []), ...own.flatMap((story) => [story.slug, ...story.body.ids])];
    return [path, new Set(ids)] as const;
  });
  const pages = site.pages.map(({ path, body }) => [path, new Set(body.ids)] as const);
  return new Map([...stories, ...editions, ...pages]);
}

/** A link to a part of a page leads to a part that is there. */
export const checkFragments: Rule = (site) => {
  const { base } = site.publication;
  let ids: Map<string, Set<string>> | undefined;
  const check = (path: string, body: Body): Diagnostic[] =>
    body.sections.flatMap(({ at, links }) =>
      links.flatMap(({ href }) => {
        const [address = "", fragment = ""] = href.split("#");
        if (fragment === "" || !address.startsWith(`${base}/`)) return [];
        ids ??= collectIds(site);
        const known = ids.get(address.slice(base.length)) ?? new Set();
        if (known.has(decodeURIComponent(fragment))) return [];
        const near = findNearest(fragment, known);
        const hint = near === undefined ? "leave the part from “#” on out" : `did you mean “#${near}”?`;
        const message = `the page “${address.slice(base.length)}” has no part “#${fragment}”`;
        return [diagnose(path, at, { rule: "dead-fragment", message, hint })];
      }),
    );
  const texts = [...allStories(site), ...site.editions, ...site.pages];
  return texts.flatMap(({ document, body }) => (document && body ? check(document.path, body) : []));
};
