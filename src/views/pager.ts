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

/** Cuts a list into pages: the first at `path`, the others at `path` + their number. An empty list has one empty page. */
export function paginate<T>(path: string, items: readonly T[], base: string, size = PAGE_SIZE): ListPage<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  const pathOf = (number: number) => (number === 1 ? path : `${path}${number}/`);
  const link = (number: number): LinkView | undefined =>
    number < 1 || number > of ? undefined : { href: base + pathOf(number), text: `Page ${number} of ${of}` };
  return Array.from({ length: of }, (_, index) => ({
    path: pathOf(index + 1),
    number: index + 1,
    of,
    items: items.slice(index * size, (index + 1) * size),
    newer: link(index),
    older: link(index + 2),
  }));
}
