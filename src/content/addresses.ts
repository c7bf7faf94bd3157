import type { Dateline } from "./dateline.ts";

/**
 * The address book: where everything stands on the site, as paths from its root, and what stands at a path. No other file
 * writes one; `tests/unit/address-book.test.ts` sees to that.
 */

/** The pages of which there is one each. Those of an edition, a slot, a topic … have functions below. */
export const PAGES = {
  home: "/",
  archive: "/archive/",
  topics: "/topics/",
  publishers: "/publishers/",
  threads: "/threads/",
  corrections: "/corrections/",
  disclosures: "/disclosures/",
  search: "/search/",
  trends: "/trends/",
  subscribe: "/subscribe/",
  api: "/api/",
} as const;

/** Those of them that the format does not reserve: what a publication itself has at their addresses takes their place. */
export const YIELDING: readonly string[] = [PAGES.trends, PAGES.subscribe, PAGES.api];

/** The folder of the look, in a segment that no page, slot or edition can have, since their ids begin with a letter or digit. */
export const LOOK = "/-/";

/** The files of which there is one each, feeds of a page aside. */
export const FILES = {
  jsonFeed: "/feed.json",
  storyFeed: "/stories.xml",
  podcast: "/podcast.xml",
  disclosures: "/disclosures.json",
  searchParts: "/search/parts.json",
  sitemap: "/sitemap.xml",
  newsSitemap: "/news-sitemap.xml",
  languageModels: "/llms.txt",
  robots: "/robots.txt",
  headers: "/_headers",
  redirects: "/_redirects",
  securityText: "/.well-known/security.txt",
  manifest: "/manifest.webmanifest",
  offline: "/offline.js",
  notFound: "/404.html",
  noJekyll: "/.nojekyll",
  apiIndex: "/api/1/index.json",
  apiIndexSchema: "/api/1/index.schema.json",
  apiEditionSchema: "/api/1/edition.schema.json",
  addresses: `${LOOK}addresses.txt`,
} as const;

/** The pictures of `public/` by which browsers and telephones know the site. */
export const ICONS = {
  favicon: "/favicon.ico",
  drawing: "/favicon.svg",
  apple: "/apple-touch-icon.png",
  small: "/icon-192.png",
  large: "/icon-512.png",
  maskable: "/icon-maskable.png",
} as const;

/** A file of the look, or a folder of such when the name ends with a slash. */
export function lookPath(name: string): string {
  return `${LOOK}${name}`;
}

export function editionPath({ date, slot }: Dateline): string {
  return `/${date.replaceAll("-", "/")}/${slot}/`;
}

export function storyPath(edition: Dateline, slug: string): string {
  return `${editionPath(edition)}${slug}/`;
}

/** The card of a page; `name` tells it from others that stand or stood beside the page. */
export function cardPath(page: string, name: string): string {
  return `${page}card.${name}.png`;
}

/** The list of a slot's editions. */
export function slotPath(id: string): string {
  return `/${id}/`;
}

/** A page that belongs to no edition, of `content/pages/`. */
export function standingPath(id: string): string {
  return `/${id}/`;
}

/** The archive of a year, `YYYY`. */
export function yearPath(year: string): string {
  return `/archive/${year}/`;
}

/** The archive of a month, `YYYY-MM`. */
export function monthPath(month: string): string {
  return `/archive/${month.replace("-", "/")}/`;
}

/** The list of a topic's stories; also where an alias of it leads on. */
export function topicPath(id: string): string {
  return `/topics/${id}/`;
}

export function publisherPath(id: string): string {
  return `/publishers/${id}/`;
}

export function threadPath(id: string): string {
  return `/threads/${id}/`;
}

/** The folder of a part of the search index. */
export function searchPartPath(name: string): string {
  return `/search/parts/${name}/`;
}

/** A page of the list that begins at a path, from 1. */
export function pageOf(path: string, number: number): string {
  return number === 1 ? path : `${path}${number}/`;
}

/** The Atom feed of a page that has one. */
export function feedOf(path: string): string {
  return `${path}feed.xml`;
}

/** A document of a feed's older entries, from 1: the oldest. */
export function olderFeed(feed: string, number: number): string {
  return feed.replace(/\.xml$/, `-${number}.xml`);
}

/** A part of the sitemap where one file cannot hold it, from 1. */
export function sitemapPart(number: number): string {
  return `/sitemap-${number}.xml`;
}

/** The documents of the JSON API. */
export const API = "/api/1/";

/** An edition of the JSON API, by its identity. */
export function apiEditionPath(identity: string): string {
  return `${API}editions/${identity}.json`;
}

/** What belongs to the podcast beside its feed. */
export const PODCAST = "/podcast/";

/** Where the stories of an edition begin in its recording, by its identity. */
export function chaptersPath(identity: string): string {
  return `${PODCAST}${identity}.json`;
}

/** Whether a file is an edition of the JSON API. */
export function isApiEdition(file: string): boolean {
  return file.startsWith(`${API}editions/`);
}

/** The file by which IndexNow knows that whoever has a key has the site, too. */
export function keyFilePath(key: string): string {
  return `/${key}.txt`;
}

/** The file that a path leads to. */
export function fileAt(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

/** The path at which readers find a file: the reverse of `fileAt`. */
export function pathOf(file: string): string {
  return file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file;
}

/** Those of some files that are pages, by the path of each folder that they lie in or below: those of a list by where it begins. */
export function groupPages(files: readonly string[]): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const file of files)
    for (let at = 0; at >= 0 && file.endsWith("/index.html"); at = file.indexOf("/", at + 1)) {
      const own = pages.get(file.slice(0, at + 1));
      if (own) own.push(file);
      else pages.set(file.slice(0, at + 1), [file]);
    }
  return pages;
}

/** Whether a file is the sitemap or a part of it. */
export function isSitemap(file: string): boolean {
  return /^\/sitemap(-\d+)?\.xml$/.test(file);
}

/** Whether a file at the site's root is one that the site makes where it needs it, beside those of which there is one always. */
export function isMadeAtRoot(file: string): boolean {
  return isSitemap(file) || /^\/(?:card\.[^/]*\.png|feed-\d+\.xml|\.evening-update)$/.test(file);
}

const DATED = /^\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\/(?:([^/]+)\/)?$/;

/** What type of page stands at a path. */
export type PageType =
  | { readonly type: "home" | "other" }
  | { readonly type: "edition"; readonly dateline: Dateline }
  | { readonly type: "story"; readonly dateline: Dateline; readonly slug: string };

/** Reads a path as `editionPath` and `storyPath` write it. */
export function readPath(path: string): PageType {
  if (path === PAGES.home) return { type: "home" };
  const [isDated, year = "", month = "", day = "", slot = "", slug] = DATED.exec(path) ?? [];
  if (isDated === undefined) return { type: "other" };
  const dateline = { date: `${year}-${month}-${day}`, slot };
  return slug === undefined ? { type: "edition", dateline } : { type: "story", dateline, slug };
}
