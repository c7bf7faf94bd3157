import { getHeapStatistics } from "node:v8";

/** The room for new objects, in bytes, which V8 counts as heap and cannot keep anything in. */
const YOUNG = 48 * 1024 ** 2;

/** The most that Node lets the heap of this thread grow to, in megabytes. */
export function heapLimit(): number {
  return Math.round((getHeapStatistics().heap_size_limit - YOUNG) / 1024 ** 2);
}
