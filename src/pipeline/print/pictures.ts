import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { listCopies, type PictureCopy } from "../../content/pictures/picture-copies.ts";
import type { PictureView } from "../../views/pictures.ts";
import { digestOf } from "../digest.ts";
import { openKept } from "../state/kept.ts";
import type { Output } from "../output/output.ts";
import { versionOf } from "../version.ts";
import { workThrough } from "../work-through.ts";

const SOURCE = join("src", "pipeline", "print", "pictures.ts");

/** So many pictures are made at once. */
const AT_ONCE = 2;

/**
 * Makes a copy of a picture, upright and in sRGB. What else the file says of its making is left out: where it was taken is
 * nobody’s business. Diagrams keep their colours at full resolution.
 */
async function encode(bytes: Uint8Array, name: string, { format, width }: PictureCopy): Promise<Uint8Array> {
  const isDiagram = name.endsWith(".png");
  const picture = sharp(bytes, { failOn: "none" }).autoOrient().resize({ width, withoutEnlargement: true });
  switch (format) {
    case "avif":
      return picture.avif({ quality: 58, effort: 3, chromaSubsampling: isDiagram ? "4:4:4" : "4:2:0" }).toBuffer();
    case "webp":
      return picture.webp({ quality: 82, smartSubsample: true }).toBuffer();
    case "jpeg":
      return picture.jpeg({ quality: 80, mozjpeg: true }).toBuffer();
    case "png": {
      const { isPalette } = await sharp(bytes).metadata();
      return picture.png({ compressionLevel: 9, palette: isPalette }).toBuffer();
    }
  }
}

/** Gives the files of pictures. */
export type PrintPictures = (pictures: readonly PictureView[]) => Promise<Output[][]>;

/** Makes the function that makes the copies of pictures in a content folder; in a preview, which must be quick, it gives the files as they are. */
export function startPictures(content: string, isPreview: boolean): PrintPictures {
  const kept = openKept("pictures");
  let version: string | undefined;
  const copy = async ({ file: { path, name, measured }, folder }: PictureView): Promise<Output[]> => {
    const bytes = readFileSync(join(content, path));
    if (isPreview) return [{ path: folder + name, content: bytes }];
    if ("rule" in measured) return [];
    const digest = digestOf(bytes, (version ??= versionOf([SOURCE], /^sharp$/)), name.slice(name.lastIndexOf(".")));
    const stem = Buffer.from(digest).toString("hex");
    const outputs: Output[] = [];
    for (const own of listCopies(name, measured)) {
      const encoded = kept.get(`${stem}.${own.width}.${own.format}`, () => encode(bytes, name, own));
      outputs.push({ path: folder + own.name, content: await encoded });
    }
    return outputs;
  };
  return (pictures) => workThrough(pictures, AT_ONCE, copy);
}
