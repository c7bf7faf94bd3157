import { diagnose, type Diagnostic } from "../content/problems/diagnostic.ts";
import { createSuggest } from "../content/words/nearest.ts";
import { type PartLink, takeBearings } from "../content/bearings.ts";
import { shorten } from "../content/words/shorten.ts";
import { decodePart } from "../content/links/web-address.ts";
import type { OutlinedSite, OutlineRule } from "./rule.ts";

const LONGEST = 100;

function* prefix(ids: Iterable<string>): Generator<string> {
  for (const id of ids) yield `#${id}`;
}

interface Text {
  readonly file: string | undefined;
  readonly path: string;
  readonly partLinks: readonly PartLink[];
  /** Of the parts that stand on its page. */
  readonly listIds: () => readonly string[];
}

function* listTexts({ editions, pages, publication }: OutlinedSite): Generator<Text> {
  for (const edition of editions) {
    const { file, path, partLinks, stories } = edition;
    for (const { file, path, partLinks, ids } of stories) yield { file, path, partLinks, listIds: () => ids };
    const listIds = () => [...edition.ids, ...stories.flatMap(({ slug, ids }) => [slug, ...ids])];
    yield { file, path, partLinks, listIds };
  }
  for (const { file, path, body } of pages) {
    const { partLinks, ids } = takeBearings(body, [], publication.base);
    yield { file, path, partLinks, listIds: () => ids };
  }
}

/** A link to a part of a page leads to a part that is there. */
export const checkFragments: OutlineRule = (site) => {
  const { base } = site.publication;
  const texts = [...listTexts(site)];
  let ids: Map<string, ReadonlySet<string>> | undefined;
  return texts.flatMap(({ file, partLinks }): Diagnostic[] => {
    if (file === undefined || partLinks.length === 0) return [];
    const suggest = createSuggest();
    return partLinks.flatMap(({ at, href }) => {
      const [, address = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
      if (fragment === "" || !address.startsWith(`${base}/`)) return [];
      ids ??= new Map(texts.map((text) => [text.path, new Set(text.listIds())]));
      const path = address.slice(base.length);
      const known = ids.get(path) ?? new Set<string>();
      const part = decodePart(fragment);
      if (known.has(part)) return [];
      const hint = suggest(`#${part}`, prefix(known)) ?? "leave the part from “#” on out";
      const message = `the page “${path}” has no part “#${shorten(part, LONGEST)}”`;
      return [diagnose(file, at, { rule: "dead-fragment", message, hint })];
    });
  });
};
