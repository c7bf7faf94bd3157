import sharp from "sharp";
import type { Problem } from "../problems/diagnostic.ts";
import { countScans, isCutShort, kindOf } from "./picture-bytes.ts";

/** A picture's size in pixels, or what is wrong with its bytes. */
export type Measured =
  | {
      readonly width: number;
      readonly height: number;
      /** Whether a part of it can be seen through. */
      readonly hasAlpha?: boolean;
    }
  | Problem;

/** A picture file of an edition's folder. */
export interface PictureFile {
  readonly path: string;
  readonly name: string;
  readonly edition: string;
  readonly measured: Measured;
}

const FORMATS: Record<string, keyof typeof MOST_PIXELS> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  png: "png",
  webp: "webp",
  avif: "avif",
};
/** In pixels. */
const LONGEST_SIDE = 32_000;
/** In pixels; an AVIF's decoder takes up to 26 bytes for each, which for a larger one would come to more than 700 MB. */
const MOST_PIXELS = { jpeg: 50e6, png: 50e6, webp: 50e6, avif: 24e6 } as const;
/** Progressive JPEGs have some ten scans; each costs a walk through all of the picture, and a file has room for thousands. */
const MOST_SCANS = 64;

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
  const format = FORMATS[extension];
  if (format === undefined || format !== kind)
    return bad(
      `is really a ${kind} file`,
      kind in MOST_PIXELS ? `save it as ${extension}, or rename it` : `open it and save it again as ${extension}`,
    );
  if (isCutShort(kind, bytes)) return bad("is cut short: its end is missing", "copy the file again from where it came");
  if (kind === "jpeg" && countScans(bytes) > MOST_SCANS)
    return bad(`is drawn in more than ${MOST_SCANS} scans`, "open it and save it again");
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const most = MOST_PIXELS[format];
    const told = `has ${width} × ${height} pixels`;
    if (width * height > most) return bad(`${told}; ${most / 1e6} million is the most`, "make it smaller");
    if (Math.max(width, height) > LONGEST_SIDE)
      return bad(`${told}; ${LONGEST_SIDE} is the most on one side`, "make it smaller");
    return { width: autoOrient.width || width, height: autoOrient.height || height };
  } catch {
    return bad("cannot be read as a picture", again);
  }
}
