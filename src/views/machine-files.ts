import { addDays, formatIso } from "../content/calendar.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { lastEditionChange } from "./edition.ts";
import type { Page } from "./page.ts";
import { lastChange } from "./story.ts";

/** A file for machines, as text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The content security policy of every page: nothing but the site's own styles, fonts and pictures, and no script at all.
 * `frame-ancestors` works in a header only.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

function viewHeaders({ publication: { base } }: Site): TextFile {
  const lines = [
    `${base}/*`,
    `  Content-Security-Policy: ${[...CONTENT_POLICY, "frame-ancestors 'none'"].join("; ")}`,
    "  Strict-Transport-Security: max-age=31536000; includeSubDomains",
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: strict-origin-when-cross-origin",
    "  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
    `${base}/-/*`,
    "  Cache-Control: public, max-age=31536000, immutable",
  ];
  return { path: "/_headers", text: `${lines.join("\n")}\n` };
}

/** RFC 9116: who to tell of a hole. Expires within a year, and moves once a month only, so that an hourly build changes nothing. */
function viewSecurityText(site: Site): TextFile {
  const { publication, clock } = site;
  const { email } = publication.publisher;
  const month = addDays(`${clock.month()}-01`, 330).slice(0, 7);
  const lines = [
    `Contact: ${email === undefined ? `${publication.url}/` : `mailto:${email}`}`,
    `Expires: ${month}-01T00:00:00Z`,
    `Preferred-Languages: ${publication.language}`,
    `Canonical: ${publication.url}/.well-known/security.txt`,
  ];
  return { path: "/.well-known/security.txt", text: `${lines.join("\n")}\n` };
}

export function viewTextFiles(site: Site): TextFile[] {
  const { url } = site.publication;
  const robots = site.preview
    ? "User-agent: *\nDisallow: /\n"
    : `User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\n`;
  return [
    { path: "/robots.txt", text: robots },
    viewHeaders(site),
    viewSecurityText(site),
    { path: "/.nojekyll", text: "" },
  ];
}

/** A sitemap, or the index of several. */
export interface Sitemap {
  readonly path: string;
  readonly urls: readonly { readonly loc: string; readonly lastmod: string | undefined }[];
  /** Addresses of the parts, when the site has more pages than one sitemap may hold. */
  readonly parts: readonly string[];
}

const MOST_URLS = 50_000;

/** Every page that may be found, with when it last changed where that is recorded (sitemaps.org 0.9). */
export function viewSitemaps(site: Site, editions: readonly EditionOutline[], pages: readonly Page[]): Sitemap[] {
  const { url, zone } = site.publication;
  const found = ({ status }: Pick<EditionOutline, "status">) => !site.preview || status === "published";
  const changed = (path: string, at: number) => ({ loc: url + path, lastmod: formatIso(at, zone) });
  const stories = editions.flatMap((edition) => edition.stories);
  const urls = [
    ...editions.filter(found).map((edition) => changed(edition.path, lastEditionChange(site, edition))),
    ...stories.filter(found).map((story) => changed(story.path, lastChange(site, story))),
    ...pages.filter(({ head }) => !head.noindex).map(({ path }) => ({ loc: url + path, lastmod: undefined })),
  ];
  if (urls.length <= MOST_URLS) return [{ path: "/sitemap.xml", urls, parts: [] }];
  const count = Math.ceil(urls.length / MOST_URLS);
  const parts = Array.from({ length: count }, (_, index) => ({
    path: `/sitemap-${index + 1}.xml`,
    urls: urls.slice(index * MOST_URLS, (index + 1) * MOST_URLS),
    parts: [],
  }));
  return [{ path: "/sitemap.xml", urls: [], parts: parts.map(({ path }) => url + path) }, ...parts];
}
