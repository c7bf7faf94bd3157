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

/**
 * Decodes all of a picture, once: what can be wrong with it shows now. Rejects nothing and throws nothing: every warning of a
 * decoder counts as a flaw, since what it then gives is a guess.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Decoding> {
  sharp.cache(false);
  try {
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
