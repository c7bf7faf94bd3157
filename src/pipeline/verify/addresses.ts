import { decodePart } from "../../content/links/web-address.ts";
import type { Publication } from "../../content/publication.ts";
import type { Output } from "../output/output.ts";
import { unescape } from "./texts.ts";

// The renderer and the templates escape every quotation mark of a text, so what this finds is an attribute. It begins with
// the quotation mark, since spaces, letters and “=” are many and each would have to be looked at. The picture by which a page
// is shared has a whole address, and is as surely one of this site.
const IN_HTML =
  /="(?<=\s(?:href|src|(srcset)|(id))="|<meta (?:property="og|name="twitter)(:)image" content="|\scontent="(?=0; url=))(?:0; url=)?([^"]*)"/g;
const IN_XML =
  /<(?:(?:atom:)?link [^>]*?href="|itunes:image href="|(?:media:thumbnail|enclosure|podcast:chapters) url="|(?:loc|icon|logo|link|url)>)([^"<]*)/g;
const IN_JSON = /^ *"(?:url|json|\$schema|image|icon|favicon|home_page_url|feed_url)": "([^"]*)"/gm;
// Links of Markdown, and what robots.txt names.
const IN_TEXT = /(?:\]\(|^Sitemap: )(https:[^)\s]*)/gm;

/** The addresses of this site in a file, as paths from the site's root without their query; within the file itself, the fragment alone. */
export interface Addresses {
  /** Those that a template or the renderer made: something must stand there. */
  readonly promised: ReadonlySet<string>;
  /** Whole addresses at this site's host in HTML: an editor may cite what another program serves there. */
  readonly mentioned: ReadonlySet<string>;
  /** The ids of its HTML. */
  readonly ids: ReadonlySet<string>;
}

/** Whether a file leads to an address at all. */
export function leadsTo({ promised, mentioned }: Addresses, address: string): boolean {
  return promised.has(address) || mentioned.has(address);
}

/** An address of this site as a file has it. */
interface Own {
  readonly address: string;
  /** Whether it is written with the site's host. */
  readonly isWhole: boolean;
}

/** What an address as it is written in a file is; undefined where it is none of this site. */
export type ReadOwn = (written: string) => Own | undefined;

/**
 * Makes the function that reads addresses. It keeps each of this site once: as it is found it is a part of a page's text,
 * and would keep all of that in memory; and most stand on many pages.
 */
export function createOwnReader({ url, base }: Publication): ReadOwn {
  const known = new Map<string, Own>();
  const read = (written: string): Own | undefined => {
    const address = unescape(written).replace(/\?[^#]*/, "");
    if (address.startsWith("#")) return { address, isWhole: false };
    if (address.startsWith(`${url}/`)) return { address: address.slice(url.length), isWhole: true };
    return address.startsWith(`${base}/`) && !address.startsWith("//")
      ? { address: address.slice(base.length), isWhole: false }
      : undefined;
  };
  return (written) => {
    const same = known.get(written);
    if (same) return same;
    const found = read(written);
    if (!found) return undefined;
    const own = { ...found, address: Buffer.from(found.address).toString() };
    known.set(written === found.address ? own.address : Buffer.from(written).toString(), own);
    return own;
  };
}

/** Whether an address is that of a part among these of the same text. */
function isPartOf(address: string, parts: ReadonlySet<string>): boolean {
  return address.startsWith("#") && parts.has(decodePart(address.slice(1)));
}

/** Finds the addresses of this site that a page, feed or map leads to. `texts` is the file's HTML. */
export function addressesIn({ path, content }: Output, texts: readonly string[], readOwn: ReadOwn): Addresses {
  const promised = new Set<string>();
  const mentioned = new Set<string>();
  const ids = new Set<string>();
  /** Keeps an address among those with the site's host, or among the rest. */
  const add = (written: string, whole: Set<string>, rest: Set<string>) => {
    const own = readOwn(written);
    if (own) (own.isWhole ? whole : rest).add(own.address);
  };
  const isPage = path.endsWith(".html");
  for (const text of texts) {
    // Of a feed each text is read by itself: what it names a part of itself is there, or is missing whatever the others have.
    const parts = isPage ? ids : new Set<string>();
    const led = isPage ? promised : new Set<string>();
    for (const [, isSet, isId, isShared, written = ""] of text.matchAll(IN_HTML))
      if (isId !== undefined) parts.add(written);
      else if (isSet === undefined) add(written, isShared === undefined ? mentioned : led, led);
      else for (const candidate of written.split(", ")) add(candidate.split(" ")[0] ?? "", led, led);
    if (!isPage) for (const address of led) if (!isPartOf(address, parts)) promised.add(address);
  }
  const collect = (text: string, pattern: RegExp) => {
    for (const [, written = ""] of text.matchAll(pattern)) add(written, promised, promised);
  };
  if (typeof content === "string" && path.endsWith(".xml")) collect(content, IN_XML);
  if (typeof content === "string" && path.endsWith(".json")) collect(content, IN_JSON);
  if (typeof content === "string" && path.endsWith(".txt")) collect(content, IN_TEXT);
  return { promised, mentioned, ids };
}
