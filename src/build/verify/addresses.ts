import type { Publication } from "../../content/publication.ts";
import type { Output } from "../output.ts";
import { unescape } from "./texts.ts";

// The renderer and the templates escape every quotation mark of a text, so what this finds is an attribute.
const IN_HTML = /(?:\s(?:href|src)=|\scontent="0; url=)"?([^"]*)"/g;
const IN_XML = /(?:<link [^>]*?href="|<loc>)([^"<]*)/g;
const IN_JSON = /^ *"(?:url|image|home_page_url|feed_url)": "([^"]*)"/gm;

function normalise(address: string, { url, base }: Publication): string | undefined {
  if (address.startsWith("#")) return address;
  if (address.startsWith(`${url}/`)) return address.slice(url.length);
  return address.startsWith(`${base}/`) && !address.startsWith("//") ? address.slice(base.length) : undefined;
}

/**
 * The addresses of this site that a file leads to, as paths from the site's root without their query; within the file
 * itself, the fragment alone. `texts` is the file's HTML.
 */
export function addressesIn(
  { path, content }: Output,
  texts: readonly string[],
  publication: Publication,
): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (text: string, pattern: RegExp) => {
    for (const [, written = ""] of text.matchAll(pattern)) {
      const address = normalise(unescape(written), publication);
      if (address !== undefined) found.add(address.replace(/\?[^#]*/, ""));
    }
  };
  for (const text of texts) collect(text, IN_HTML);
  if (typeof content === "string" && path.endsWith(".xml")) collect(content, IN_XML);
  if (typeof content === "string" && path.endsWith(".json")) collect(content, IN_JSON);
  return found;
}

/** The file that a path from the site's root leads to. */
export function fileAt(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}
