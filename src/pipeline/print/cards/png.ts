import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";
import type { Canvas } from "./canvas.ts";

const pack = promisify(deflate);

export type Colour = readonly [red: number, green: number, blue: number];

function chunk(name: string, body: Uint8Array): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, "latin1");
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, -4)), out.length - 4);
  return out;
}

/**
 * Saves a drawing as a PNG of indexed colours (PNG, third edition, §11.2.1): an encoder would first have to find them, which takes longer than
 * all the drawing. There are at most 16 colours, each as red, green and blue.
 */
export async function encodePng({ width, height, rows }: Canvas, colours: readonly Colour[]): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, of indexed colours.
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flat())),
    chunk("IDAT", await pack(rows, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ]);
}
