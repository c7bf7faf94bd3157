import { get } from "node:http";

/** The bytes at an address, each asked for on a connection of its own; undefined where there is nothing. */
function read(address: string): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
      response.on("end", () => {
        resolve(response.statusCode === 200 ? Buffer.concat(parts) : undefined);
      });
    }).on("error", reject);
  });
}

/** What a reader's programs find who follow everything from the home page and the feeds. */
export interface Crawled {
  /** Each file that was found, by its address's path from the site's root. */
  readonly found: ReadonlyMap<string, Buffer>;
  /** Addresses that led nowhere, and where each stood. */
  readonly dead: readonly string[];
}

const STARTS = ["/", "/feed.xml", "/feed.json", "/stories.xml", "/sitemap.xml", "/search/parts.json"];
const ATTRIBUTE = /\b(?:href|src|srcset|content)="([^"]*)"/g;
const IN_STYLES = /url\(["']?([^"')]+)["']?\)/g;
const IN_FEEDS =
  /<loc>([^<]*)<\/loc>|<id>(https:[^<]*)<\/id>|"(?:url|external_url|home_page_url|feed_url|facets|program)": ?"([^"]*)"/g;
const IN_PARTS = /"path":"([^"]*)".*?"hash":"([^"]*)"/g;

/** Addresses in a text of any type that a site has; more may be found than lead anywhere on this site. */
function* findAddresses(path: string, text: string): Generator<string> {
  const isMarkup = /\.(?:html|xml|svg)$|\/$/.test(path);
  for (const [, value = ""] of isMarkup ? text.matchAll(ATTRIBUTE) : [])
    for (const one of value.split(/,\s+/)) yield one.trim().replace(/\s.*/s, "");
  for (const [, address = ""] of path.endsWith(".css") ? text.matchAll(IN_STYLES) : []) yield address;
  for (const [, ...found] of /\.(?:xml|json)$/.test(path) ? text.matchAll(IN_FEEDS) : []) yield found.join("");
  // A part of the search index is read from a file that is named by its digest.
  for (const [, folder = "", hash = ""] of path.endsWith("parts.json") ? text.matchAll(IN_PARTS) : [])
    yield `${folder}pagefind.${hash}.pf_meta`;
}

/** The path on the site that an address means; undefined where it leads elsewhere. `origin` is what its own pages call it. */
function pathOf(address: string, from: string, origin: string): string | undefined {
  if (!/^(?:\/|\.|https:)/.test(address)) return undefined;
  const url = new URL(address.replaceAll("&amp;", "&"), origin + from);
  return url.origin === origin ? url.pathname : undefined;
}

/** Follows everything on a site that is served at `site`, a few files at once; nothing at all where it has no home page. */
export async function crawl(site: string, origin: string): Promise<Crawled> {
  const found = new Map<string, Buffer>();
  const dead: string[] = [];
  const seen = new Map(STARTS.map((path) => [path, "the start"]));
  if (!(await read(`${site}/`))) return { found, dead };
  const left = [...seen.keys()];
  const visit = async (path: string): Promise<void> => {
    const bytes = await read(site + path);
    if (!bytes) {
      dead.push(`${path} (in ${seen.get(path) ?? ""})`);
      return;
    }
    found.set(path, bytes);
    for (const address of findAddresses(path, bytes.toString())) {
      const to = pathOf(address, path, origin);
      if (to === undefined || seen.has(to)) continue;
      seen.set(to, path);
      left.push(to);
    }
  };
  while (left.length > 0) await Promise.all(left.splice(0, 16).map(visit));
  return { found, dead };
}
