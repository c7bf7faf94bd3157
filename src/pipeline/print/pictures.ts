import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { listCopies, type PictureCopy } from "../../content/pictures/picture-copies.ts";
import type { PictureView } from "../../views/pictures.ts";
import type { Decoded } from "../pictures/decode.ts";
import type { Pictures } from "../pictures/pictures.ts";
import type { Output } from "../output/output.ts";
import { notePurpose } from "./made-for.ts";
import { workThrough } from "../work-through.ts";

/** So many copies are made at once, of one picture at a time: each takes memory for all of it. */
const AT_ONCE = 2;

/** Beyond so many pixels the encoders that pack best take seconds, and those are used that take a tenth of that. */
const LARGE = 4e6;

/**
 * Makes a copy of a decoded picture. What else the file says of its making is left out: where it was taken is nobody’s
 * business. Diagrams keep their colours at full resolution.
 */
async function encode({ master, isPalette }: Decoded, name: string, copy: PictureCopy): Promise<Uint8Array> {
  const { format, width, height } = copy;
  const isDiagram = name.endsWith(".png");
  const isLarge = width * height > LARGE;
  const picture = sharp(master, { limitInputPixels: false }).resize({ width, withoutEnlargement: true });
  switch (format) {
    case "avif":
      return picture.avif({ quality: 58, effort: 3, chromaSubsampling: isDiagram ? "4:4:4" : "4:2:0" }).toBuffer();
    case "webp":
      return picture.webp({ quality: 82, smartSubsample: true }).toBuffer();
    case "jpeg":
      return picture.jpeg({ quality: 80, mozjpeg: !isLarge }).toBuffer();
    case "png":
      // More effort finds no better colours for diagrams, and takes four times as long.
      return picture
        .png(isLarge ? { compressionLevel: 6 } : { compressionLevel: 9, palette: isPalette, effort: 4 })
        .toBuffer();
  }
}

/** Gives the files of pictures. */
export type PrintPictures = (pictures: readonly PictureView[]) => Promise<Output[][]>;

/** Makes the function that makes the copies of pictures in a content folder; in a preview, which must be quick, it gives the files as they are. */
export function startPictures(content: string, isPreview: boolean, pictures: Pictures): PrintPictures {
  const copy = async ({ file: { path, name, measured }, folder }: PictureView): Promise<Output[]> => {
    const bytes = readFileSync(join(content, path));
    if (isPreview) return [{ path: folder + name, content: bytes }];
    if ("rule" in measured) return [];
    const stem = `${pictures.nameOf(bytes)}${name.slice(name.lastIndexOf("."))}`;
    let opened: Promise<Decoded> | undefined;
    return workThrough(listCopies(name, measured), AT_ONCE, async (own) => ({
      path: folder + own.name,
      content: await pictures.kept.get(`${stem}.${own.width}.${own.format}`, async () =>
        encode(await (opened ??= pictures.open(bytes)), name, own),
      ),
    }));
  };
  return (shown) => workThrough(shown, 1, (view) => notePurpose({ madeFrom: view.file.path }, () => copy(view)));
}
