import { diagnose, type Diagnostic } from "../content/diagnostic.ts";
import type { Body } from "../content/markdown/body.ts";
import { createSuggest } from "../content/nearest.ts";
import { shorten } from "../content/shorten.ts";
import type { Site } from "../content/site.ts";
import { decodePart } from "../content/web-address.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

const LONGEST = 100;

function* prefix(ids: Iterable<string>): Generator<string> {
  for (const id of ids) yield `#${id}`;
}

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
  const check = (file: string, body: Body): Diagnostic[] => {
    const suggest = createSuggest();
    return body.sections.flatMap(({ at, links }) =>
      links.flatMap(({ href }) => {
        const [, address = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
        if (fragment === "" || !address.startsWith(`${base}/`)) return [];
        ids ??= collectIds(site);
        const path = address.slice(base.length);
        const known = ids.get(path) ?? new Set<string>();
        if (known.has(decodePart(fragment))) return [];
        const hint = suggest(`#${fragment}`, prefix(known)) ?? "leave the part from “#” on out";
        const message = `the page “${path}” has no part “#${shorten(fragment, LONGEST)}”`;
        return [diagnose(file, at, { rule: "dead-fragment", message, hint })];
      }),
    );
  };
  const texts = [...allStories(site), ...site.editions, ...site.pages];
  return texts.flatMap(({ document, body }) => (document && body ? check(document.path, body) : []));
};
