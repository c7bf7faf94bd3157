import type { Page } from "../../views/page.ts";
import type { PageMaker } from "./make-pages.ts";

export interface MakeEditions {
  /** The pages of the editions, oldest first. */
  readonly editions: Iterable<Page>;
  /** The parts of the search index, of these editions and of others. */
  readonly parts: readonly Page[];
  /** The documents of older editions of a feed, of these editions and of others. */
  readonly older: readonly Page[];
  /** Pages to come, which show some of the texts. */
  readonly wanted: readonly Page[];
  /** Whether something is wrong, so that the pages of an edition need not be made. */
  readonly isBroken: (page: Page) => boolean;
  /** Whether an edition, given by its identity, is among those whose pages are made. */
  readonly isOwn: (edition: string) => boolean;
}

/** Makes the function that is told of each edition whose texts are at hand, and gives the page of which it was the last. An edition is in one page at most. */
function countDown(pages: readonly Page[]): (edition: string) => Page | undefined {
  const pageOf = new Map(pages.flatMap((page) => page.texts.map(({ edition }) => [edition, page] as const)));
  const left = new Map(pages.map((page) => [page, page.texts.length]));
  return (edition) => {
    const page = pageOf.get(edition);
    if (!page) return undefined;
    const count = (left.get(page) ?? 0) - 1;
    left.set(page, count);
    return count === 0 ? page : undefined;
  };
}

/**
 * Makes the pages of editions and those documents of older ones that hold their texts alone, and meanwhile has such parts of the search index
 * packed: each as soon as the last of its texts was at hand. What is returned settles when the parts are there; it need not be waited for at once.
 */
export async function makeEditions(
  maker: PageMaker,
  options: MakeEditions,
): Promise<{ readonly packed: Promise<unknown> }> {
  const { editions, parts, older, wanted, isBroken, isOwn } = options;
  const isWhole = ({ texts }: Page) => texts.every(({ edition }) => isOwn(edition));
  const partAt = countDown(parts.filter(isWhole));
  const olderAt = countDown(older.filter(isWhole));
  const pages = editions[Symbol.iterator]();
  const reached: { part: Page | undefined; isWrong: boolean } = { part: undefined, isWrong: false };
  /** The pages up to those that complete a part, or to the last. */
  function* untilComplete(): Generator<Page> {
    reached.part = undefined;
    for (let next = pages.next(); !next.done; next = pages.next()) {
      yield next.value;
      const edition = next.value.texts[0]?.edition ?? "";
      const document = olderAt(edition);
      if (document) yield document;
      reached.part = partAt(edition);
      if (reached.part) return;
    }
  }
  const packing: Promise<void>[] = [];
  maker.shelf.want([...wanted, ...parts, ...older]);
  try {
    do {
      await maker.make(untilComplete(), { isBroken: (page) => (reached.isWrong = isBroken(page)) });
      const { part, isWrong } = reached;
      if (part && !isWrong && maker.failures.length === 0) packing.push(maker.make([part], { from: [] }));
    } while (reached.part);
  } catch (error) {
    // Nothing may be written any more once whoever clears up has been told.
    await Promise.allSettled(packing);
    throw error;
  }
  const packed = Promise.all(packing);
  // It is waited for later, or never, when something else fails before.
  packed.catch(() => undefined);
  return { packed };
}
