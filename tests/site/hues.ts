import sharp from "sharp";

/** The PNGs in a picture: of an ICO, each of its sizes. */
export function picturesIn(path: string, bytes: Buffer): Buffer[] {
  if (!path.endsWith(".ico")) return [bytes];
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => {
    const [size, offset] = [8, 12].map((more) => bytes.readUInt32LE(6 + 16 * at + more)) as [number, number];
    return bytes.subarray(offset, offset + size);
  });
}

/** How many pixels are of a hue other than green, and how many are green. */
export async function countHues(picture: Buffer): Promise<{ green: number; other: number }> {
  const { data } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = { green: 0, other: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 16 || Math.max(red, green, blue) - Math.min(red, green, blue) < 24) continue;
    if (green > red && green > blue) found.green++;
    else found.other++;
  }
  return found;
}
