import sharp from "sharp";
import type { Problem } from "../problems/diagnostic.ts";
import { isCutShort, kindOf } from "./picture-bytes.ts";

/** A picture's size in pixels, or what is wrong with its bytes. */
export type Measured = { readonly width: number; readonly height: number } | Problem;

/** A picture file of an edition's folder. */
export interface PictureFile {
  readonly path: string;
  readonly name: string;
  readonly edition: string;
  readonly measured: Measured;
}

const FORMATS: Record<string, string> = { jpg: "jpeg", jpeg: "jpeg", png: "png", webp: "webp", avif: "avif" };
const MOST_PIXELS = 100_000_000;

/** Reads a picture's header. Never throws: bytes that are not the picture their name promises are a problem. */
export async function measurePicture(name: string, bytes: Uint8Array): Promise<Measured> {
  const bad = (message: string, hint: string): Problem => ({
    rule: "bad-picture",
    message: `“${name}” ${message}`,
    hint,
  });
  const extension = name.split(".").at(-1) ?? "";
  const again = "save it again as JPEG, PNG, WebP or AVIF";
  const kind = kindOf(bytes);
  // The library would open many more formats, some of them with programs of their own (SVG, PDF).
  if (kind === undefined) return bad("cannot be read as a picture", again);
  if (FORMATS[extension] !== kind) return bad(`is really a ${kind} file`, `save it as ${extension}, or rename it`);
  if (isCutShort(kind, bytes)) return bad("is cut short: its end is missing", "copy the file again from where it came");
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS)
      return bad(`has ${width} × ${height} pixels; ${MOST_PIXELS / 1e6} million is the most`, "make it smaller");
    return { width: autoOrient.width || width, height: autoOrient.height || height };
  } catch {
    return bad("cannot be read as a picture", again);
  }
}
