import type { EditionOutline } from "../content/outline.ts";
import type { Setting } from "../content/site.ts";
import { rememberOf } from "../content/words/remember.ts";

/**
 * A view of a part of a site that is derived once, on however many pages it stands. Settings and parts are frozen, so
 * the same two always give the same view.
 */
export function perSetting<Part extends object, View>(view: (site: Setting, part: Part) => View): typeof view {
  const viewsOf = rememberOf((site: Setting) => rememberOf((part: Part) => view(site, part)));
  return (site, part) => viewsOf(site)(part);
}

/** What is derived of all editions once, however many pages ask for it. */
export function perArchive<View>(derive: (editions: readonly EditionOutline[]) => View): typeof derive {
  return rememberOf(derive);
}
