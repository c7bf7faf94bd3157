import { readPath } from "../../content/addresses.ts";
import type { Dateline } from "../../content/dateline.ts";
import { readUrl } from "../../content/links/read-url.ts";
import { type Instant, parseInstant } from "../../content/time/calendar.ts";

/** An edition as a feed of the live site tells of it. */
export interface Found {
  readonly dateline: Dateline;
  readonly published: Instant;
}

interface Entry {
  readonly url: string;
  readonly published: string;
}

/** The dateline in an address, wherever the site stands at its host; undefined where it is none of an edition. */
function datelineOf(url: string): Dateline | undefined {
  const [path = ""] = /(?:\/[^/]+){4}\/$/.exec(readUrl(url)?.pathname ?? "") ?? [];
  const page = readPath(path);
  return page.type === "edition" ? page.dateline : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The entries of a JSON Feed; undefined where a text is none. */
function readJsonFeed(text: string): Entry[] | undefined {
  const feed = readJson(text) as { version?: unknown; items?: unknown } | null | undefined;
  if (typeof feed?.version !== "string" || !feed.version.startsWith("https://jsonfeed.org/version/")) return undefined;
  if (!Array.isArray(feed.items)) return undefined;
  return (feed.items as ({ url?: unknown; date_published?: unknown } | null)[]).map((item) => ({
    url: String(item?.url),
    published: String(item?.date_published),
  }));
}

/** The entries of an Atom feed as this program writes one, which needs no parser of XML; undefined where a text is none or is cut off. */
function readAtomFeed(text: string): Entry[] | undefined {
  if (!/^(?:<\?xml[^>]*>\s*)?<feed\s/.test(text) || !text.trimEnd().endsWith("</feed>")) return undefined;
  return text
    .split("<entry>")
    .slice(1)
    .map((entry) => ({
      url: /<link rel="alternate"[^>]* href="([^"]*)"/.exec(entry)?.[1] ?? "",
      published: /<published>([^<]*)</.exec(entry)?.[1] ?? "",
    }));
}

/** The editions of a feed, JSON or Atom. Undefined where a text is no feed, or one of other things than editions. */
export function readFeed(text: string): Found[] | undefined {
  const entries = text.startsWith("{") ? readJsonFeed(text) : readAtomFeed(text);
  const found = entries?.flatMap(({ url, published }) => {
    const dateline = datelineOf(url);
    const instant = parseInstant(published);
    return dateline && instant !== undefined ? [{ dateline, published: instant }] : [];
  });
  return entries && entries.length > 0 && found?.length === 0 ? undefined : found;
}
