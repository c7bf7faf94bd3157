/** `npm run fuzz` looks for a long time, `npm test` for a few seconds. */
export const LONG = process.env["MODE"] === "fuzz";

/** How often a property is tried; a failure prints its seed and the smallest text that shows it. `minutes` end a long look. */
export function runs(short: number, minutes = 2): { numRuns: number; interruptAfterTimeLimit?: number } {
  return LONG ? { numRuns: short * 100, interruptAfterTimeLimit: minutes * 60_000 } : { numRuns: short };
}

/** Nothing here takes so long by far; a text that makes the parser go round in circles shall not stop the run. */
export const HANG = LONG ? 900_000 : 120_000;
