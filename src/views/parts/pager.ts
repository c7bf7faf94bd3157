import { pageOf } from "../../content/addresses.ts";
import type { Publication } from "../../content/publication.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { LinkView } from "./link.ts";

/** A page of a long list. */
export interface ListPage<T> {
  readonly path: string;
  readonly number: number;
  readonly of: number;
  readonly items: readonly T[];
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

export const PAGE_SIZE = 50;

/** How much of a list one page takes: so many entries, and no more than so many bytes that do not compress. */
export interface PageLimit<T> {
  readonly size?: number;
  readonly weigh?: (item: T) => number;
}

// Titles and addresses of a page's entries, in bytes: with its markup the page stays within 14 kB compressed even where they hardly compress.
const MOST_BYTES = 12_000;

function cut<T>(items: readonly T[], { size = PAGE_SIZE, weigh = () => 0 }: PageLimit<T>): T[][] {
  const pages: T[][] = [[]];
  let weight = 0;
  for (const item of items) {
    const own = weigh(item);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length >= size || weight + own > MOST_BYTES)) {
      pages.push([item]);
      weight = own;
    } else {
      page.push(item);
      weight += own;
    }
  }
  return pages;
}

/** Cuts a list into pages: the first at `path`, the others at `path` + their number. An empty list has one empty page. */
export function paginate<T>(
  path: string,
  items: readonly T[],
  publication: Pick<Publication, "base" | "language" | "messages">,
  limit: PageLimit<T> = {},
): ListPage<T>[] {
  const { base } = publication;
  const m = messagesOf(publication);
  const pages = cut(items, limit);
  const of = pages.length;
  const link = (number: number): LinkView | undefined =>
    number < 1 || number > of
      ? undefined
      : { href: base + pageOf(path, number), text: m.pages.numbered({ number, of }) };
  return pages.map((page, index) => ({
    path: pageOf(path, index + 1),
    number: index + 1,
    of,
    items: page,
    newer: link(index),
    older: link(index + 2),
  }));
}
