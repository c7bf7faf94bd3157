import type { Publication } from "../../content/publication.ts";
import type { Output } from "../output/output.ts";
import { unescape } from "./texts.ts";

// The renderer and the templates escape every quotation mark of a text, so what this finds is an attribute. It begins with
// the quotation mark, since spaces, letters and “=” are many and each would have to be looked at.
const IN_HTML = /="(?<=\s(?:href|src)="|\scontent="(?=0; url=))(?:0; url=)?([^"]*)"/g;
const IN_SRCSET = /\ssrcset="([^"]*)"/g;
// The picture by which a page is shared has a whole address, and is as surely one of this site.
const SHARED = /<meta (?:property="og|name="twitter):image" content="([^"]*)">/g;
const IN_XML = /(?:<link [^>]*?href="|<loc>)([^"<]*)/g;
const IN_JSON = /^ *"(?:url|image|home_page_url|feed_url)": "([^"]*)"/gm;

/** The addresses of this site in a file, as paths from the site's root without their query; within the file itself, the fragment alone. */
export interface Addresses {
  /** Those that a template or the renderer made: something must stand there. */
  readonly promised: ReadonlySet<string>;
  /** Whole addresses at this site's host in HTML: an editor may cite what another program serves there. */
  readonly mentioned: ReadonlySet<string>;
}

/** Whether a file leads to an address at all. */
export function leadsTo({ promised, mentioned }: Addresses, address: string): boolean {
  return promised.has(address) || mentioned.has(address);
}

/** Gives an address as a text of its own, always the same one. */
export type Intern = (address: string) => string;

/** Makes the function that keeps each address once: as it is found it is a part of a page's text, and would keep all of that in memory. */
export function createIntern(): Intern {
  const known = new Map<string, string>();
  return (address) => {
    const same = known.get(address);
    if (same !== undefined) return same;
    const own = Buffer.from(address).toString();
    known.set(own, own);
    return own;
  };
}

/** Finds the addresses of this site that a page, feed or map leads to. `texts` is the file's HTML. */
export function addressesIn(
  { path, content }: Output,
  texts: readonly string[],
  { url, base }: Publication,
  intern: Intern,
): Addresses {
  const promised = new Set<string>();
  const mentioned = new Set<string>();
  const add = (written: string, whole: Set<string>) => {
    const address = unescape(written).replace(/\?[^#]*/, "");
    if (address.startsWith("#")) promised.add(intern(address));
    else if (address.startsWith(`${url}/`)) whole.add(intern(address.slice(url.length)));
    else if (address.startsWith(`${base}/`) && !address.startsWith("//"))
      promised.add(intern(address.slice(base.length)));
  };
  const collect = (text: string, pattern: RegExp, whole: Set<string>) => {
    for (const [, written = ""] of text.matchAll(pattern)) add(written, whole);
  };
  for (const text of texts) {
    collect(text, IN_HTML, mentioned);
    collect(text, SHARED, promised);
    for (const [, offered = ""] of text.matchAll(IN_SRCSET))
      for (const candidate of offered.split(", ")) add(candidate.split(" ")[0] ?? "", promised);
  }
  if (typeof content === "string" && path.endsWith(".xml")) collect(content, IN_XML, promised);
  if (typeof content === "string" && path.endsWith(".json")) collect(content, IN_JSON, promised);
  return { promised, mentioned };
}
