import sharp from "sharp";
import type { Problem } from "./diagnostic.ts";

/** A picture's size in pixels, or what is wrong with its bytes. */
export type Measured = { readonly width: number; readonly height: number } | Problem;

/** A picture file of an edition's folder. */
export interface PictureFile {
  readonly path: string;
  readonly name: string;
  readonly edition: string;
  readonly measured: Measured;
}

const FORMATS: Record<string, readonly string[]> = {
  jpg: ["jpeg"],
  jpeg: ["jpeg"],
  png: ["png"],
  webp: ["webp"],
  avif: ["heif", "avif"],
};
const MOST_PIXELS = 100_000_000;

/** Reads a picture's header. Never throws: bytes that are not the picture their name promises are a problem. */
export async function measurePicture(name: string, bytes: Uint8Array): Promise<Measured> {
  const extension = name.split(".").at(-1) ?? "";
  try {
    const { format, width, height, autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (FORMATS[extension]?.includes(format))
      return { width: autoOrient.width || width, height: autoOrient.height || height };
    return {
      rule: "bad-picture",
      message: `“${name}” is really a ${format} file`,
      hint: `save it as ${extension}, or rename it`,
    };
  } catch {
    return {
      rule: "bad-picture",
      message: `“${name}” cannot be read as a picture`,
      hint: "save it again as JPEG, PNG, WebP or AVIF",
    };
  }
}
