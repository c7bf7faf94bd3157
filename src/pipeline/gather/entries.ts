import { parseFeed } from "feedsmith";
import { httpsProblem } from "../../content/links/web-address.ts";
import { readUrlAt } from "../../content/links/read-url.ts";
import { withoutTracking } from "../../content/links/tracking.ts";
import { readPlainText } from "../../content/markup/html.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { dropUnseen } from "../../content/words/invisible.ts";
import { shorten } from "../../content/words/shorten.ts";

/** What a feed says of one text: never the text itself. */
export interface Entry {
  readonly title: string;
  /** An https address without what follows readers. */
  readonly url: string;
  /** Undefined where the feed does not say. */
  readonly published?: Instant;
}

/** Of a feed no more entries are read, the first ones: those that come first are the newest. */
const MOST = 200;

/** As long as the title of a source may be, in UTF-16 units. */
const LONGEST = 300;

/** Of a title no more is read, in UTF-16 units: what stands beyond is no title. */
const MOST_MARKUP = 10 * LONGEST;

type Parsed = ReturnType<typeof parseFeed<string>>;

interface Raw {
  readonly title: string | { readonly value?: string } | undefined;
  readonly link: string | undefined;
  readonly date: string | undefined;
}

function rawEntries({ format, feed }: Parsed): Raw[] {
  if (format === "atom")
    return (feed.entries ?? []).map(({ title, links = [], published, updated }) => ({
      title,
      link: links.find(({ rel = "alternate" }) => rel === "alternate")?.href,
      date: published ?? updated,
    }));
  if (format === "json")
    return (feed.items ?? []).map(({ title, url, date_published: date }) => ({ title, link: url, date }));
  return (feed.items ?? []).map((item) => ({
    title: item.title,
    link: item.link ?? ("guid" in item && item.guid?.isPermaLink !== false ? item.guid?.value : undefined),
    date: ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
  }));
}

/** An address as a source may have it; undefined where it is no page of the web. */
function addressOf(link: string | undefined, base: string): string | undefined {
  const url = readUrlAt(link?.trim() ?? "", base);
  if (link === undefined || !url || !/^https?:$/.test(url.protocol)) return undefined;
  // No source is cited by plain http, and hardly a page is left that has no other address.
  url.protocol = "https:";
  const address = withoutTracking(url.href);
  return httpsProblem(address) === undefined ? address : undefined;
}

/** A title as a text of ours may hold it: words alone, without signs that cannot be seen. */
function titleOf(title: Raw["title"]): string {
  const words = readPlainText(((typeof title === "string" ? title : title?.value) ?? "").slice(0, MOST_MARKUP));
  return shorten(dropUnseen(words).trim(), LONGEST);
}

function instantOf(date: string | undefined): Instant | undefined {
  const instant = Date.parse(date ?? "");
  return Number.isNaN(instant) ? undefined : instant;
}

/** Decodes bytes as a label says, if there is such a character set and they are of it. */
function decodeAs(bytes: Uint8Array, label: string | undefined, fatal = true): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a feed: in UTF-8 wherever it is such, whatever it says; else in the character set that its XML declaration or its media
 * type names, and in Western European where neither is true.
 */
function decode(bytes: Uint8Array, type: string): string {
  const declared = /^[^>]*\bencoding=["']([\w.:-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
  const sent = /charset="?([\w.:-]+)/i.exec(type);
  for (const label of [utf16Of(bytes), "utf-8", declared?.[1], sent?.[1]]) {
    const text = label === undefined ? undefined : decodeAs(bytes, label);
    if (text !== undefined) return text;
  }
  return decodeAs(bytes, "windows-1252", false) ?? "";
}

/** UTF-16 says so by its first two bytes (RFC 7303, 3). */
function utf16Of([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/**
 * The entries of a feed in RSS, RDF, Atom or JSON that lead to a page of the web, as `type`, its media type, and `base`, its own
 * address, have it read. Undefined where the bytes are no feed.
 */
export function readEntries(bytes: Uint8Array, type: string, base: string): Entry[] | undefined {
  const text = decode(bytes, type);
  let parsed: Parsed;
  try {
    parsed = parseFeed(text, { maxItems: MOST });
  } catch {
    return undefined;
  }
  return rawEntries(parsed)
    .slice(0, MOST)
    .flatMap(({ title, link, date }) => {
      const url = addressOf(link, base);
      const words = titleOf(title);
      const published = instantOf(date);
      if (url === undefined || words === "") return [];
      return [{ title: words, url, ...(published !== undefined && { published }) }];
    });
}
