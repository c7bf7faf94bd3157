import { parseAtomFeed, parseRssFeed } from "feedsmith";

/** An item of a feed, whatever its form. */
export interface Item {
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** The address of its page. */
  readonly url: string;
}

/** The items of a feed, as a program for feeds reads them: Atom, or RSS as podcasts have it. */
export function itemsOf(feed: string): Item[] {
  if (feed.includes("<rss "))
    return (parseRssFeed(feed).items ?? []).map(({ title = "", content, link = "" }) => ({
      title,
      content: content?.encoded ?? "",
      url: link,
    }));
  return (parseAtomFeed(feed).entries ?? []).map(({ title, content, links }) => ({
    title: title?.value ?? "",
    content: content?.value ?? "",
    url: links?.find(({ rel }) => rel === "alternate")?.href ?? "",
  }));
}
