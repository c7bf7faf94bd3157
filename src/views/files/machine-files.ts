import { API, FILES, keyFilePath, LOOK, PAGES, PODCAST, sitemapPart } from "../../content/addresses.ts";
import { addDays, formatIso, type Instant } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Setting, OverviewSite } from "../../content/site.ts";
import { lastEditionChange } from "../parts/edition.ts";
import { definePages, defineWhole, type Given, type Page } from "../page.ts";
import { viewOfflineWorker } from "./offline-worker.ts";
import { hostPolicy } from "./policy.ts";
import type { Shell } from "../shell.ts";
import { lastChange } from "../parts/story.ts";
import type { TextFile } from "./text-file.ts";
import { viewWebManifest } from "./web-manifest.ts";

function viewHeaders(
  { publication: { base, api } }: OverviewSite,
  editions: readonly Pick<EditionOutline, "audio">[],
  shell: Shell,
): TextFile {
  const hasChapters = editions.some(({ audio }) => audio?.chapters !== undefined);
  const lines = [
    `${base}${PAGES.home}*`,
    `  Content-Security-Policy: ${hostPolicy(shell)}`,
    "  Strict-Transport-Security: max-age=31536000; includeSubDomains",
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: strict-origin-when-cross-origin",
    "  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
    `${base}${LOOK}*`,
    "  Cache-Control: public, max-age=31536000, immutable",
    // The one file there whose name says nothing of its bytes. Hosts that send both lines leave the stricter one in force (RFC 9111, 4.2.1).
    `${base}${FILES.addresses}`,
    "  Cache-Control: no-cache",
    // A release without it must not wait for anybody's copy.
    `${base}${FILES.offline}`,
    "  Cache-Control: no-cache",
    // What anybody may read a program on any page may read, too.
    ...[...(api ? [API] : []), ...(hasChapters ? [PODCAST] : [])].flatMap((folder) => [
      `${base}${folder}*`,
      "  Access-Control-Allow-Origin: *",
    ]),
  ];
  return { path: FILES.headers, text: `${lines.join("\n")}\n` };
}

/** RFC 9116: who to tell of a hole. Expires within a year, and moves once a month only, so that an hourly build changes nothing. */
function viewSecurityText(site: OverviewSite): TextFile {
  const { publication, month: current } = site;
  const { email } = publication.publisher;
  const month = addDays(`${current}-01`, 330).slice(0, 7);
  const lines = [
    `Contact: ${email === undefined ? publication.url + PAGES.home : `mailto:${email}`}`,
    `Expires: ${month}-01T00:00:00Z`,
    `Preferred-Languages: ${publication.language}`,
    `Canonical: ${publication.url}${FILES.securityText}`,
  ];
  return { path: FILES.securityText, text: `${lines.join("\n")}\n` };
}

const textFile = defineWhole<TextFile>("textFiles");

export function listTextFiles(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const { url, indexnow } = site.publication;
  const robots = site.preview
    ? "User-agent: *\nDisallow: /\n"
    : `User-agent: *\nAllow: /\n\nSitemap: ${url}${FILES.sitemap}\nSitemap: ${url}${FILES.newsSitemap}\n`;
  return [
    { path: FILES.robots, text: robots },
    viewHeaders(site, editions, shell),
    viewSecurityText(site),
    viewWebManifest(site, shell),
    viewOfflineWorker(site, editions, shell),
    { path: FILES.noJekyll, text: "" },
    ...(indexnow === undefined ? [] : [{ path: keyFilePath(indexnow), text: indexnow }]),
  ].map(textFile);
}

/** A sitemap, or the index of several. */
export interface Sitemap {
  readonly path: string;
  readonly urls: readonly {
    readonly loc: string;
    readonly lastmod: string | undefined;
    /** Of what is news (Google's schema sitemap-news 0.9). */
    readonly news?: Readonly<Record<"name" | "language" | "title" | "published", string>>;
  }[];
  /** Addresses of the parts, when the site has more pages than one sitemap may hold. */
  readonly parts: readonly string[];
}

const MOST_URLS = 50_000;

interface Found {
  readonly loc: string;
  readonly changed?: Instant;
}

/** No more of the editions than it shows, since most changes of a title leave all of that as it was. */
interface SitemapAround {
  readonly found: readonly Found[];
  /** Of how many parts it is the index. */
  readonly parts?: number;
}

/** Every page that may be found, with when it last changed where that is recorded (sitemaps.org 0.9). */
function listFound(
  { publication: { url }, preview }: Setting,
  editions: readonly EditionOutline[],
  pages: readonly string[],
): Found[] {
  const isFound = ({ status }: Pick<EditionOutline, "status">) => !preview || status === "published";
  const stories = editions.flatMap((edition) => edition.stories);
  return [
    ...editions.filter(isFound).map((edition) => ({ loc: url + edition.path, changed: lastEditionChange(edition) })),
    ...stories.filter(isFound).map((story) => ({ loc: url + story.path, changed: lastChange(story) })),
    ...pages.map((path) => ({ loc: url + path })),
  ];
}

const sitemap = definePages("sitemaps", {
  view({ path, setting, around }: Given<SitemapAround, unknown>) {
    const { zone, url } = setting.publication;
    const { found, parts } = around;
    const urls = found.map(({ loc, changed }) => ({
      loc,
      lastmod: changed === undefined ? undefined : formatIso(changed, zone),
    }));
    return {
      sitemaps: [{ path, urls, parts: Array.from({ length: parts ?? 0 }, (_, at) => url + sitemapPart(at + 1)) }],
    };
  },
});

/** The sitemap, or several and their index. `pages` are the paths of those that belong to no edition. */
export function listSitemaps(
  site: OverviewSite,
  editions: readonly EditionOutline[],
  pages: readonly string[],
): Page[] {
  const found = listFound(site, editions, pages);
  const parts = Math.ceil(found.length / MOST_URLS);
  if (parts <= 1) return [sitemap(FILES.sitemap, { found })];
  return [
    sitemap(FILES.sitemap, { found: [], parts }),
    ...Array.from({ length: parts }, (_, at) =>
      sitemap(sitemapPart(at + 1), { found: found.slice(at * MOST_URLS, (at + 1) * MOST_URLS) }),
    ),
  ];
}
