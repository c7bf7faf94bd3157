import sharp from "sharp";

/** A picture and what is wrong with it. */
export interface DamagedPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Format = "jpeg" | "png" | "webp" | "avif";

/** A picture of noise, of which every byte counts; of one colour it packs to nothing, however large it is. */
async function make(
  format: Format,
  width: number,
  height: number,
  options: object = {},
  noise = true,
): Promise<Buffer> {
  const colour = { width, height, channels: 3 as const, background: "#345" };
  const create = noise ? { ...colour, noise: { type: "gaussian" as const, mean: 128, sigma: 30 } } : colour;
  return sharp({ create, limitInputPixels: false }).toFormat(format, options).toBuffer();
}

function change(bytes: Buffer, alter: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  alter(copy);
  return copy;
}

/** The data of an AVIF, behind the head of its box. */
function dataOf(avif: Buffer): number {
  return avif.lastIndexOf("mdat") + 4;
}

/** A file with the size that its `ispe` box says changed, which decoders do not draw by. */
function lie(avif: Buffer, width: number, height: number): Buffer {
  return change(avif, (copy) => {
    const at = copy.indexOf("ispe") + 8;
    copy.writeUInt32BE(width, at);
    copy.writeUInt32BE(height, at + 4);
  });
}

/** A progressive JPEG of a large picture whose last scan comes again and again. */
async function scanEndlessly(): Promise<Buffer> {
  const jpeg = await make("jpeg", 4000, 4000, { progressive: true }, false);
  const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), end);
  return Buffer.concat([jpeg.subarray(0, end), ...Array<Buffer>(2000).fill(scan), jpeg.subarray(end)]);
}

/** Pictures that are damaged, that say of themselves what is not so, or that would take a machine's memory, all of them made by code. */
export async function makeDamaged(): Promise<DamagedPicture[]> {
  const [jpeg, png, webp, avif] = await Promise.all(
    (["jpeg", "png", "webp", "avif"] as const).map((format) => make(format, 300, 200)),
  );
  if (!jpeg || !png || !webp || !avif) throw new Error("no picture was made");
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
  const flipped = change(png, (copy) => {
    const at = copy.length >> 1;
    copy[at] = (copy[at] ?? 0) ^ 0x55;
  });
  return [
    { name: "half.jpg", bytes: half(jpeg) },
    { name: "half-with-an-end.jpg", bytes: Buffer.concat([half(jpeg), Buffer.from([0xff, 0xd9])]) },
    { name: "zeros-within.jpg", bytes: change(jpeg, (copy) => copy.fill(0, copy.length >> 1, copy.length - 100)) },
    { name: "endless-scans.jpg", bytes: await scanEndlessly() },
    { name: "flipped.png", bytes: flipped },
    { name: "half.webp", bytes: half(webp) },
    { name: "half-of-that-length.webp", bytes: change(half(webp), (copy) => copy.writeUInt32LE(copy.length - 8, 4)) },
    {
      name: "no-data.avif",
      bytes: Buffer.concat([avif.subarray(0, dataOf(avif) - 8), Buffer.from("\0\0\0\x08mdat", "latin1")]),
    },
    { name: "other-data.avif", bytes: change(avif, (copy) => copy.fill(0x5a, dataOf(copy))) },
    { name: "other-data-later.avif", bytes: change(avif, (copy) => copy.fill(0x5a, dataOf(copy) + 200)) },
    { name: "says-it-is-larger.avif", bytes: lie(avif, 600, 400) },
    { name: "says-it-is-small.avif", bytes: lie(await make("avif", 7000, 7000, { effort: 0 }, false), 70, 70) },
    { name: "bomb.avif", bytes: await make("avif", 5000, 5000, { effort: 0 }, false) },
    { name: "bomb.png", bytes: await make("png", 7100, 7100, {}, false) },
    { name: "too-tall.jpg", bytes: await make("jpeg", 10, 32_001, {}, false) },
    { name: "too-wide.png", bytes: await make("png", 32_001, 1, {}, false) },
  ];
}
