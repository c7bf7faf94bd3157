import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { describeFailure } from "../../src/commands/failure.ts";
import { heapLimit } from "../../src/pipeline/heap.ts";

/** Keeps more and more in a thread whose heap may grow to so many megabytes, and gives the error by which it ends. */
function fillHeap(limit: number): Promise<unknown> {
  const worker = new Worker("const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, Math.random));", {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limit, maxYoungGenerationSizeMb: 8 },
  });
  return new Promise((resolve) => worker.once("error", resolve));
}

test("a thread whose heap is full ends with an error that is told in one line, with what to set", async () => {
  expect(describeFailure(await fillHeap(40))).toMatch(
    /^Node lets the program use \d+ MB, which is too little for this publication: set NODE_OPTIONS=--max-old-space-size=\d+ and run it again$/,
  );
});

test("the limit that is told is what NODE_OPTIONS can set, without the room for new objects", () => {
  const { heap_size_limit: all } = getHeapStatistics();
  expect(heapLimit()).toBeGreaterThan(0);
  expect(heapLimit()).toBeLessThan(all / 1024 ** 2);
});
