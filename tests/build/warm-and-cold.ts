import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type Bench, createBench } from "./publication.ts";

/** A bench whose site is built already, as each test of a file finds it. */
export interface WarmAndCold {
  readonly bench: () => Bench;
  /** Builds by the state and without it, and holds the two against each other; gives what was printed. */
  readonly build: (now?: string) => string;
}

/** Makes a bench for the tests of a file, without cards, and brings it back before each of them to what the first build left. */
export function buildWarmAndCold(first: string): WarmAndCold {
  let bench: Bench;
  let bringFirst: () => void;
  beforeAll(() => {
    bench = createBench("--no-cards");
    expect(bench.build(first)).toMatchObject({ code: 0 });
    bringFirst = bench.keep();
  });
  beforeEach(() => {
    bench.reset();
    bringFirst();
  });
  afterAll(() => {
    bench.remove();
  });
  return {
    bench: () => bench,
    build(now = first) {
      const { code, stdout, stderr } = bench.build(now);
      expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
      expect(bench.snapshot()).toEqual(bench.buildCold(now).site);
      return stdout;
    },
  };
}
