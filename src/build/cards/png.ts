import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const pack = promisify(deflate);

/** A drawing as numbers of colours, row by row from the top. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** At most 256, each as red, green and blue. */
  readonly colours: readonly (readonly [number, number, number])[];
}

function chunk(name: string, body: Uint8Array): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, "latin1");
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, -4)), out.length - 4);
  return out;
}

/** Saves a drawing as a PNG of indexed colours (PNG, third edition, §11.2.1): an encoder would first have to find them, which takes longer than all the drawing. */
export async function encodePng({ width, height, pixels, colours }: Drawing): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, of indexed colours.
  header.set([8, 3], 8);
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flat())),
    chunk("IDAT", await pack(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}
