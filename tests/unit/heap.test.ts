import { expect, test } from "vitest";
import { describeFailure } from "../../src/commands/failure.ts";
import { createHeapGuard, HEAP_TOO_SMALL } from "../../src/pipeline/heap.ts";

const MEGABYTE = 1024 ** 2;

/** A guard of a heap of 1,000 MB that holds so many, and fewer once it is collected; each call of it counts for all that pass unasked. */
function guardHeap(used: number, left: number): { pass: () => void; collected: () => number } {
  let collections = 0;
  const guard = createHeapGuard(
    () => ({ used: (collections > 0 ? left : used) * MEGABYTE, limit: 1048 * MEGABYTE }),
    () => {
      collections++;
    },
  );
  return {
    pass: () => {
      for (let call = 0; call < 64; call++) guard();
    },
    collected: () => collections,
  };
}

test("a heap with room lets work go on, and is not collected", () => {
  const { pass, collected } = guardHeap(800, 0);
  pass();
  expect(collected()).toBe(0);
});

test("a heap that is full of what nobody needs is collected, and work goes on", () => {
  const { pass, collected } = guardHeap(900, 400);
  pass();
  expect(collected()).toBe(1);
});

test("a heap that is full of what is needed ends the work, while there is room to say so", () => {
  const { pass } = guardHeap(900, 900);
  expect(pass).toThrow(expect.objectContaining({ code: HEAP_TOO_SMALL }) as Error);
});

test.each([HEAP_TOO_SMALL, "ERR_WORKER_OUT_OF_MEMORY"])("%s is told in one line, with what to set", (code) => {
  expect(describeFailure(Object.assign(new Error("x"), { code }))).toMatch(
    /^Node lets the program use \d+ MB, which is too little for this publication: set NODE_OPTIONS=--max-old-space-size=\d+ and run it again$/,
  );
});
