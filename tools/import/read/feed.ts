import { parseFeed } from "feedsmith";
import { escapeHtml } from "../../../src/content/words/escape-html.ts";
import type { Archive, Post, When } from "../archive/post.ts";
import { MOST, readText, refuseEscape, Refusal } from "../archive/refusal.ts";
import { textOf } from "../convert/hast.ts";
import { parseHtml } from "../convert/html.ts";
import { readXml } from "./xml.ts";

type Parsed = ReturnType<typeof parseFeed<string>>;

/** A text of a feed: HTML or plain words, whichever it says. */
type Words = { readonly value?: string; readonly type?: string } | string | undefined;

function htmlOf(words: Words): string {
  if (words === undefined) return "";
  if (typeof words === "string") return words;
  const { value = "", type = "text" } = words;
  return type === "html" || type === "xhtml" || type === "text/html" ? value : escapeHtml(value);
}

function plain(words: Words, where: string): string {
  return textOf(parseHtml(htmlOf(words), where).children)
    .replace(/\s+/g, " ")
    .trim();
}

function whenOf(text: string | undefined): When | undefined {
  const instant = Date.parse(text ?? "");
  return Number.isNaN(instant) ? undefined : { instant };
}

interface Item {
  readonly title: Words;
  readonly address: string | undefined;
  readonly date: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly text: Words;
  readonly summary: Words;
  readonly losses?: readonly string[];
}

function postOf(item: Item, index: number): Post {
  const where = `entry ${index + 1}`;
  const text = htmlOf(item.text);
  const summary = htmlOf(item.summary);
  const { address } = item;
  if (address !== undefined) refuseEscape(address, where);
  const isShort = text.trim() === "";
  return {
    kind: "post",
    title: plain(item.title, where),
    name:
      address === undefined
        ? ""
        : (/([^/?#]+?)(?:\.\w+)?\/?(?:[?#].*)?$/.exec(address.replace(/^\w+:\/\/[^/]*\/?/, ""))?.[1] ?? ""),
    address,
    aliases: [],
    when: whenOf(item.date),
    authors: item.authors.filter((name) => name !== undefined),
    categories: item.categories.filter((name) => name !== undefined),
    tags: [],
    excerpt: isShort ? "" : plain(item.summary, where),
    html: isShort ? summary : text,
    isPublic: true,
    hasLines: false,
    origin: where,
    folder: undefined,
    losses: [...(item.losses ?? []), ...(isShort ? ["the feed has no more of it than a summary"] : [])],
  };
}

function itemsOf({ format, feed }: Parsed): Item[] {
  if (format === "atom")
    return (feed.entries ?? []).map((entry) => ({
      title: entry.title,
      address: (entry.links ?? []).find(({ rel = "alternate" }) => rel === "alternate")?.href,
      date: entry.published ?? entry.updated,
      authors: (entry.authors ?? []).map(({ name }) => name),
      categories: (entry.categories ?? []).map(({ label, term }) => label ?? term),
      text: entry.content,
      summary: entry.summary,
    }));
  if (format === "json")
    return (feed.items ?? []).map((item) => ({
      title: item.title === undefined ? "" : escapeHtml(item.title),
      address: item.url,
      date: item.date_published,
      authors: (item.authors ?? []).map(({ name }) => name),
      categories: item.tags ?? [],
      text: item.content_html ?? { value: item.content_text ?? "" },
      summary: { value: item.summary ?? "" },
    }));
  return (feed.items ?? []).map((item) => ({
    title: item.title,
    address: item.link,
    date: ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
    authors: item.dc?.creators ?? ("authors" in item ? (item.authors ?? []).map(({ name }) => name) : []),
    categories: "categories" in item ? (item.categories ?? []).map(({ name }) => name) : (item.dc?.subjects ?? []),
    text: item.content?.encoded,
    summary: item.description,
    losses:
      "enclosures" in item ? (item.enclosures ?? []).map(({ url }) => `a file that came with it: ${url ?? ""}`) : [],
  }));
}

function addressOf({ format, feed }: Parsed): string | undefined {
  if (format === "atom") return (feed.links ?? []).find(({ rel = "alternate" }) => rel === "alternate")?.href;
  return format === "json" ? feed.home_page_url : feed.link;
}

/** Reads a feed in RSS, RDF, Atom or JSON. Throws a refusal at what cannot be read for certain. */
export function readFeed(bytes: Uint8Array, name: string): Archive {
  if (bytes.length > MOST.file)
    throw new Refusal(`${name} has ${Math.ceil(bytes.length / 1024 ** 2)} MiB; ${MOST.file / 1024 ** 2} is the most`);
  const text = readText(bytes, name).replace(/^\uFEFF/, "");
  // The library reads what it can; an archive is refused where a part of it cannot be read.
  if (!/^\s*\{/.test(text)) readXml(text, name);
  let parsed: Parsed;
  try {
    parsed = parseFeed(text);
  } catch {
    throw new Refusal(`${name} is no feed in RSS, Atom or JSON, or is cut off`);
  }
  const items = itemsOf(parsed);
  if (items.length > MOST.posts) throw new Refusal(`${name} has ${items.length} entries; ${MOST.posts} is the most`);
  return {
    title: plain(parsed.feed.title, name),
    address: addressOf(parsed),
    language: "language" in parsed.feed ? parsed.feed.language : undefined,
    posts: items.map(postOf),
    pictures: new Map(),
    left: [],
  };
}
