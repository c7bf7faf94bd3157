import type { Decoding } from "./decode.ts";

/** What the process that decodes pictures is asked. */
export interface Question {
  readonly bytes: Uint8Array;
  /** Into a square of so many pixels it is made to fit, if so. */
  readonly box?: number | undefined;
}

/** What it answers. */
export type Answer = Decoding;

/** With what it ends when a picture takes more memory or work than any may. */
export const EXITS = { memory: 81, time: 82 } as const;
