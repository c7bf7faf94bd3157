import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Site } from "../content/site.ts";
import { viewSite } from "../views/views.ts";
import { acquireLock } from "./lock.ts";
import { MARKER, type Output, placesOf, recover, swap, writeFiles } from "./output.ts";
import { renderPages } from "./render-pages.ts";
import { bundleLook, listPictures, listPublic } from "./static-files.ts";
import type { Fault } from "./verify/promise.ts";
import { verifySite } from "./verify/verify.ts";

/** What became of a build: the number of its files, or why nothing was put in place. */
export type BuildResult = { readonly files: number } | { readonly faults: readonly Fault[] } | { readonly busy: true };

type OnPage = (done: number, all: number) => void;

/** Makes every file of a site, and writes none. */
async function renderSite(site: Site, content: string, onPage: OnPage): Promise<Output[]> {
  const look = bundleLook(site.publication.base);
  const pages = await renderPages(viewSite(site, look.assets), onPage);
  return [...pages, ...listPublic(), ...look.files, ...listPictures(site, content), MARKER];
}

/**
 * Writes the site of a checked publication to `out`: all of it is made and verified, then written to a stage, which takes
 * the place of the last site when it is whole. `onPage` is called with the number of pages made so far and the number
 * there will be. Throws what the disk refuses; the last site then stays.
 */
export async function buildSite(site: Site, content: string, out: string, onPage: OnPage): Promise<BuildResult> {
  const places = placesOf(out);
  mkdirSync(dirname(places.target), { recursive: true });
  const release = acquireLock(places.lock);
  if (!release) return { busy: true };
  try {
    recover(places);
    const files = await renderSite(site, content, onPage);
    const faults = verifySite(files, site);
    if (faults.length > 0) return { faults };
    writeFiles(places.stage, files);
    swap(places);
    return { files: files.length };
  } finally {
    rmSync(places.stage, { recursive: true, force: true });
    release();
  }
}
