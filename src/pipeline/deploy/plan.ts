import { FILES, feedOf, isSitemap, PAGES, fileAt, pathOf, readPath } from "../../content/addresses.ts";
import { isNote, type Known } from "./notes.ts";
import type { SiteFile } from "./store.ts";

/**
 * What a deploy does, in steps of which each ends before the next one begins. At every moment, all that a reader can reach leads to
 * files that are there: nothing old leads to what is new; when all that is new is there, old and changed pages alike lead to
 * something; and when all pages are changed, none leads to what goes.
 */
export interface Plan {
  /** Files to which nothing leads yet. */
  readonly added: readonly (readonly SiteFile[])[];
  /** Files that readers know, and the home page, by which they come in. */
  readonly changed: readonly (readonly SiteFile[])[];
  readonly removed: readonly (readonly string[])[];
  /** How many files of the site are there as they should be. */
  readonly same: number;
  /** Files that no deploy put there, which stay. */
  readonly strange: readonly string[];
}

const MACHINE_FILES: ReadonlySet<string> = new Set(Object.values(FILES));

function isPage(path: string): boolean {
  return path.endsWith(".html");
}

/** Whether a file is asked for by its name, without a page that leads to it: feeds, sitemap, what a host shows of what is not there. */
function isEntrance(path: string): boolean {
  return MACHINE_FILES.has(path) || isSitemap(path) || path.endsWith(feedOf("/"));
}

/** What new pages show comes before them, and what names pages by itself after them. */
function rankOfAdded(path: string): number {
  if (isEntrance(path)) return 2;
  return isPage(path) ? 1 : 0;
}

/** A page comes after those that it leads to: stories, editions, lists; then files for machines. */
function rankOfChanged(path: string): number {
  if (path === fileAt(PAGES.home)) return 4;
  if (!isPage(path) || isEntrance(path)) return 3;
  const { type } = readPath(pathOf(path));
  return type === "story" ? 0 : type === "edition" ? 1 : 2;
}

/** What is known by its name goes before the pages that it leads to, and these before what they show. */
function rankOfRemoved(path: string): number {
  if (isEntrance(path)) return 0;
  return isPage(path) ? 1 : 2;
}

/** Sorts into steps by rank, without empty ones. */
function inSteps<T>(items: readonly T[], rankOf: (item: T) => number): T[][] {
  const steps: T[][] = [];
  for (const item of items) (steps[rankOf(item)] ??= []).push(item);
  return steps.filter((step) => step.length > 0);
}

/** Plans how a target that holds `there` (sizes by path), of which so much is known, becomes the site. */
export function planDeploy(site: readonly SiteFile[], there: ReadonlyMap<string, number>, known: Known): Plan {
  const wanted = new Set(site.map(({ path }) => path));
  const isSame = ({ path, size, digest }: SiteFile) => there.get(path) === size && known.digests.get(path) === digest;
  const isAdded = ({ path }: SiteFile) => path !== fileAt(PAGES.home) && (!there.has(path) || known.hidden.has(path));
  const sent = site.filter((file) => !isSame(file));
  const left = [...there.keys()].filter((path) => !wanted.has(path) && !isNote(path));
  return {
    added: inSteps(sent.filter(isAdded), ({ path }) => rankOfAdded(path)),
    changed: inSteps(
      sent.filter((file) => !isAdded(file)),
      ({ path }) => rankOfChanged(path),
    ),
    removed: inSteps(
      left.filter((path) => known.digests.has(path)),
      rankOfRemoved,
    ),
    same: site.length - sent.length,
    strange: left.filter((path) => !known.digests.has(path)),
  };
}
