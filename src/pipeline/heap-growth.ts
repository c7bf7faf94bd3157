import { setFlagsFromString } from "node:v8";

/**
 * Of V8's own accord a heap may hold as much again as is in use before it is collected, and a thread's room for new objects begins with a
 * megabyte, so that objects of a page are taken for lasting ones. In a large build that is the most of the peak (`docs/performance.md`, “Peak memory”).
 */
const FLAGS = ["--heap-growing-percent=50", "--min-semi-space-size=16"];

/**
 * Has the heaps of this process grow by smaller steps, and threads that are made from now on begin with room for a page's objects. A V8 that knows
 * a flag no longer says so and goes on.
 */
export function growHeapsSlowly(): void {
  FLAGS.forEach(setFlagsFromString);
}
