import type { Block } from "./pango.ts";

/** A drawing as numbers of colours, laid out as a PNG of indexed colours has it, so that it need not be packed. */
export interface Canvas {
  /** In pixels; even. */
  readonly width: number;
  readonly height: number;
  /** From the top, each with the number of its filter in front (0, for none) and two pixels in a byte, the left one in its upper half. */
  readonly rows: Uint8Array;
}

/** A canvas all of whose pixels are of colour 0. */
export function createCanvas(width: number, height: number): Canvas {
  return { width, height, rows: new Uint8Array(strideOf(width) * height) };
}

function strideOf(width: number): number {
  return 1 + width / 2;
}

function put(rows: Uint8Array, row: number, x: number, colour: number): void {
  const at = row + 1 + (x >> 1);
  const both = rows[at] ?? 0;
  rows[at] = (x & 1) === 0 ? (both & 0x0f) | (colour << 4) : (both & 0xf0) | colour;
}

/** Fills a rectangle with a colour. */
export function fill({ width, rows }: Canvas, colour: number, x: number, y: number, wide: number, high: number): void {
  for (let row = y; row < y + high; row++)
    for (let column = x; column < x + wide; column++) put(rows, row * strideOf(width), column, colour);
}

/** Prints words with their left upper corner at a place; `colours` has a colour for each value of a mask, 0 being left out. */
export function print({ width, rows }: Canvas, block: Block, colours: Uint8Array, x: number, y: number): void {
  let read = 0;
  for (let line = 0; line < block.height; line++) {
    const row = (y + line) * strideOf(width);
    for (let column = x; column < x + block.width; column++, read++) {
      const mask = block.mask[read] ?? 0;
      if (mask === 0) continue;
      const colour = colours[mask] ?? 0;
      if (colour > 0) put(rows, row, column, colour);
    }
  }
}
