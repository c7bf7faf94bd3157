/** A source of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** True once in `times` on average. */
  readonly once: (times: number) => boolean;
}

/** Mulberry32: small, fast and good enough to scatter words. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return { next, below, pick, once: (times) => below(times) === 0 };
}

/** One seed of several whole numbers, so that every story has its own and none depends on those before it. */
export function mixSeeds(...parts: readonly number[]): number {
  return parts.reduce((hash, part) => {
    const mixed = Math.imul(hash ^ part, 0x9e3779b1) >>> 0;
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }, 0x811c9dc5);
}
