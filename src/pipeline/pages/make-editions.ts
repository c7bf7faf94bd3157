import type { Page } from "../../views/page.ts";
import type { PageMaker } from "./make-pages.ts";

export interface MakeEditions {
  /** The pages of the editions, oldest first. */
  readonly editions: Iterable<Page>;
  /** The parts of the search index, of these editions and of others. */
  readonly parts: readonly Page[];
  /** Pages to come, which show some of the texts. */
  readonly wanted: readonly Page[];
  /** Whether something is wrong, so that the pages of an edition need not be made. */
  readonly isBroken: (page: Page) => boolean;
  /** Whether an edition, given by its identity, is among those whose pages are made. */
  readonly isOwn: (edition: string) => boolean;
}

/**
 * Makes the pages of editions, and meanwhile has those parts of the search index packed that hold their texts alone: each as soon as
 * the last of its texts was at hand. What is returned settles when the parts are there; it need not be waited for at once.
 */
export async function makeEditions(
  maker: PageMaker,
  options: MakeEditions,
): Promise<{ readonly packed: Promise<unknown> }> {
  const { editions, parts, wanted, isBroken, isOwn } = options;
  const whole = parts.filter(({ texts }) => texts.every(({ edition }) => isOwn(edition)));
  const partOf = new Map(whole.flatMap((part) => part.texts.map(({ edition }) => [edition, part] as const)));
  const left = new Map(whole.map((part) => [part, part.texts.length]));
  const pages = editions[Symbol.iterator]();
  const reached: { part: Page | undefined; isWrong: boolean } = { part: undefined, isWrong: false };
  /** The pages up to those that complete a part, or to the last. */
  function* untilComplete(): Generator<Page> {
    reached.part = undefined;
    for (let next = pages.next(); !next.done; next = pages.next()) {
      yield next.value;
      const part = partOf.get(next.value.texts[0]?.edition ?? "");
      const count = (part && left.get(part)) ?? 0;
      if (part) left.set(part, count - 1);
      if (count === 1) reached.part = part;
      if (count === 1) return;
    }
  }
  const packing: Promise<void>[] = [];
  maker.shelf.want([...wanted, ...parts]);
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
