/** Waits for all of some pieces of work, even where one has failed: who tries again must not meet what is left of the first try. Throws the first failure. */
export async function settleAll<T extends readonly unknown[]>(works: {
  readonly [Key in keyof T]: Promise<T[Key]>;
}): Promise<T> {
  await Promise.allSettled(works);
  return await Promise.all(works);
}

/**
 * Does a piece of work for each item, so many at once, and gives the results in the items' order. Once one has failed none is begun;
 * the first failure is thrown when those that were begun have ended.
 */
export async function workThrough<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const [at, item] of entries) {
      if (hasFailed) return;
      try {
        results[at] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await settleAll(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
