import { addDays, formatIso, type Instant } from "../content/calendar.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { lastEditionChange } from "./edition.ts";
import type { Planned } from "./planned.ts";
import { hostPolicy } from "./policy.ts";
import type { Shell } from "./shell.ts";
import { lastChange } from "./story.ts";
import type { TextFile } from "./text-file.ts";
import { viewWebManifest } from "./web-manifest.ts";

function viewHeaders({ publication: { base } }: Site, shell: Shell): TextFile {
  const lines = [
    `${base}/*`,
    `  Content-Security-Policy: ${hostPolicy(shell)}`,
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

export function viewTextFiles(site: Site, shell: Shell): TextFile[] {
  const { url } = site.publication;
  const robots = site.preview
    ? "User-agent: *\nDisallow: /\n"
    : `User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\n`;
  return [
    { path: "/robots.txt", text: robots },
    viewHeaders(site, shell),
    viewSecurityText(site),
    viewWebManifest(site),
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

interface Found {
  readonly loc: string;
  readonly changed?: Instant;
}

/** Every page that may be found, with when it last changed where that is recorded (sitemaps.org 0.9). `pages` are the paths of those that belong to no edition. */
export function planSitemaps(
  site: Site,
  editions: readonly EditionOutline[],
  pages: readonly string[],
): Planned<Sitemap>[] {
  const { url, zone } = site.publication;
  const found = (path: string, changed?: Instant): Found => ({
    loc: url + path,
    ...(changed !== undefined && { changed }),
  });
  const isFound = ({ status }: Pick<EditionOutline, "status">) => !site.preview || status === "published";
  const stories = editions.flatMap((edition) => edition.stories);
  const all: Found[] = [
    ...editions.filter(isFound).map((edition) => found(edition.path, lastEditionChange(site, edition))),
    ...stories.filter(isFound).map((story) => found(story.path, lastChange(site, story))),
    ...pages.map((path) => found(path)),
  ];
  const plan = (path: string, own: readonly Found[], parts: readonly string[]): Planned<Sitemap> => ({
    path,
    shell: undefined,
    frame: { own, parts },
    rows: [],
    derive() {
      const urls = own.map(({ loc, changed }) => ({
        loc,
        lastmod: changed === undefined ? undefined : formatIso(changed, zone),
      }));
      return { path, urls, parts };
    },
  });
  if (all.length <= MOST_URLS) return [plan("/sitemap.xml", all, [])];
  const parts = Array.from({ length: Math.ceil(all.length / MOST_URLS) }, (_, index) =>
    plan(`/sitemap-${index + 1}.xml`, all.slice(index * MOST_URLS, (index + 1) * MOST_URLS), []),
  );
  const index = parts.map(({ path }) => url + path);
  return [plan("/sitemap.xml", [], index), ...parts];
}
