import sharp from "sharp";
import { LARGEST_COPY } from "../../content/pictures/picture-copies.ts";

/** A picture as all its copies are made from: upright, in sRGB, no wider than the largest of them, and without loss. */
export interface Decoded {
  /** A PNG of eight bits a channel. */
  readonly master: Uint8Array;
  /** Whether a part of it can be seen through. */
  readonly hasAlpha: boolean;
  /** Whether the editor's file has a palette, as diagrams of few colours do. */
  readonly isPalette: boolean;
}

/** What decoding a picture came to; `flaw` is what the decoder says is wrong with the bytes. */
export type Decoding = Decoded | { readonly flaw: string };

/** Of SVG, in dots per inch, at which a unit is a pixel; and the most at which the library draws. */
const DENSITY = { plain: 72, most: 100_000 };

/** Decodes a picture, or draws an SVG, so that it fits into a square of so many pixels. */
async function fitInto(bytes: Uint8Array, box: number): Promise<Decoding> {
  const options = { limitInputPixels: false, failOn: "warning" } as const;
  const { format, width, height, isPalette } = await sharp(bytes, options).metadata();
  const density = Math.min(DENSITY.most, Math.max(1, (DENSITY.plain * box) / Math.max(width, height)));
  const master = await sharp(bytes, { ...options, ...(format === "svg" && { density }) })
    .autoOrient()
    .resize({ width: box, height: box, fit: "inside" })
    .toColourspace("srgb")
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { master, hasAlpha: true, isPalette };
}

/**
 * Decodes all of a picture, once: what can be wrong with it shows now. Rejects nothing and throws nothing: every warning of a
 * decoder counts as a flaw, since what it then gives is a guess. With `box` it is made to fit into a square of so many pixels.
 */
export async function decodePicture(bytes: Uint8Array, box?: number): Promise<Decoding> {
  sharp.cache(false);
  try {
    if (box !== undefined) return await fitInto(bytes, box);
    const { isPalette, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const picture = sharp(bytes, { limitInputPixels: false, failOn: "warning", sequentialRead: true })
      .autoOrient()
      .resize({ width: LARGEST_COPY, withoutEnlargement: true })
      .toColourspace("srgb");
    const master = await picture.png({ compressionLevel: 1 }).toBuffer();
    return { master, hasAlpha, isPalette };
  } catch (error) {
    return { flaw: (error as Error).message };
  }
}
