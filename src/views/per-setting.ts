import type { EditionOutline } from "../content/outline.ts";
import type { Setting } from "../content/site.ts";

/**
 * A view of a part of a site that is derived once, on however many pages it stands. Settings and parts are frozen, so
 * the same two always give the same view.
 */
export function perSetting<Part extends object, View>(view: (site: Setting, part: Part) => View): typeof view {
  const sites = new WeakMap<Setting, WeakMap<Part, { readonly view: View }>>();
  return (site, part) => {
    const views = sites.get(site) ?? new WeakMap<Part, { readonly view: View }>();
    sites.set(site, views);
    const known = views.get(part) ?? { view: view(site, part) };
    views.set(part, known);
    return known.view;
  };
}

/** What is derived of all editions once, however many pages ask for it. */
export function perArchive<View>(derive: (editions: readonly EditionOutline[]) => View): typeof derive {
  const known = new WeakMap<readonly EditionOutline[], { readonly view: View }>();
  return (editions) => {
    const found = known.get(editions) ?? { view: derive(editions) };
    known.set(editions, found);
    return found.view;
  };
}
