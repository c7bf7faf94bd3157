import type { Views } from "../src/views/views.ts";
import type { Html } from "./html.ts";

type Item<K extends keyof Views> = Views[K][number];

type Printed = Html | string;

function textOf(page: Printed): string {
  return typeof page === "string" ? page : page.markup;
}

/**
 * The template of one collection of views: Eleventy paginates over it and writes each where its path says. One that must
 * load something first, which other pages can do without, may promise its page.
 */
export function define<K extends keyof Views>(collection: K, render: (view: Item<K>) => Printed | Promise<Printed>) {
  return {
    data: {
      pagination: { data: `collections.${collection}`, size: 1, alias: "view" },
      permalink: ({ view }: { view: Item<K> }) => view.path,
      eleventyExcludeFromCollections: true,
      // Paths come from views, and hosts expect some files without an extension (_headers, .nojekyll).
      eleventyAllowMissingExtension: true,
    },
    render({ view }: { view: Item<K> }): string | Promise<string> {
      const page = render(view);
      return page instanceof Promise ? page.then(textOf) : textOf(page);
    },
  };
}
