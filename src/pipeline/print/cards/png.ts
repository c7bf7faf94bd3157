import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const pack = promisify(deflate);

/** A drawing as numbers of colours, row by row from the top. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** At most 16, each as red, green and blue. */
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
  // Four bits a pixel, of indexed colours.
  header.set([4, 3], 8);
  // Each row begins with the number of its filter: none.
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++)
    for (let x = 0; x < width; x += 2) {
      const at = row * width + x;
      const right = x + 1 < width ? (pixels[at + 1] ?? 0) : 0;
      rows[row * stride + 1 + x / 2] = ((pixels[at] ?? 0) << 4) | right;
    }
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flat())),
    chunk("IDAT", await pack(rows, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ]);
}
