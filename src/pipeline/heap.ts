import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** By which an error says that the heap is too small. */
export const HEAP_TOO_SMALL = "ERR_HEAP_TOO_SMALL";

/** In bytes: what the heap of this thread holds, and the most that it may. */
export interface Heap {
  readonly used: number;
  readonly limit: number;
}

/** The room for new objects, in bytes, which V8 counts as heap and cannot keep anything in. */
const YOUNG = 48 * 1024 ** 2;
/** Of the rest so much is full when V8 begins to spend its time on collecting. */
const FULL = 0.85;
/** Asking takes some microseconds. */
const ASKED_EACH = 16;

function measureHeap(): Heap {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return { used, limit };
}

/** The most that Node lets the heap of this thread grow to, in megabytes. */
export function heapLimit(): number {
  return Math.round((measureHeap().limit - YOUNG) / 1024 ** 2);
}

/** V8's collector, which is not to be had otherwise without a flag on the command line. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/**
 * Makes the function that is called between two pieces of work, and throws an error of the code `HEAP_TOO_SMALL` while there is
 * still room to say so: V8 itself would end the process with a page of addresses. What nobody needs any more is collected first.
 */
export function createHeapGuard(measure: () => Heap = measureHeap, clear: () => void = collect): () => void {
  const isFull = (): boolean => {
    const { used, limit } = measure();
    return used > (limit - YOUNG) * FULL;
  };
  let calls = 0;
  return () => {
    if (calls++ % ASKED_EACH !== 0 || !isFull()) return;
    clear();
    if (isFull()) throw Object.assign(new Error("the heap is too small"), { code: HEAP_TOO_SMALL });
  };
}
