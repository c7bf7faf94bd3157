import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { listCopies, type PictureCopy } from "../content/picture-copies.ts";
import type { PictureFile } from "../content/pictures.ts";
import type { Site } from "../content/site.ts";
import { visibleOf } from "../views/visible.ts";
import { digestOf } from "./digest.ts";
import { openKept } from "./kept.ts";
import type { Output } from "./output.ts";
import { versionOf } from "./version.ts";
import { workThrough } from "./work-through.ts";

const SOURCE = join("src", "build", "make-pictures.ts");

/** So many pictures are made at once. */
const AT_ONCE = 2;

/** The pictures that visible texts show, with the path of each page's folder; those of drafts and of the future are left out. */
function listShown(site: Site): { readonly file: PictureFile; readonly folder: string }[] {
  const files = new Map(site.pictures.map((picture) => [`${picture.edition}/${picture.name}`, picture]));
  return visibleOf(site, site.editions).flatMap((edition) => {
    const shown = new Set([
      ...edition.stories.flatMap(({ image, body }) => [...(image ? [image.name] : []), ...body.pictures]),
      ...(edition.body?.pictures ?? []),
    ]);
    return [...shown].flatMap((name) => {
      const file = files.get(`${edition.identity}/${name}`);
      return file ? [{ file, folder: edition.path }] : [];
    });
  });
}

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

/** Gives the files of the pictures that editions show. */
export type MakePictures = (site: Site) => Promise<Output[]>;

/** Makes the function that makes the copies of pictures in a content folder; in a preview, which must be quick, it gives the files as they are. */
export function startPictures(content: string, isPreview: boolean): MakePictures {
  const kept = openKept("pictures");
  let version: string | undefined;
  return async (site) => {
    const shown = listShown(site).map(({ file, folder }) => ({
      file,
      folder,
      bytes: readFileSync(join(content, file.path)),
    }));
    if (isPreview) return shown.map(({ file, folder, bytes }) => ({ path: folder + file.name, content: bytes }));
    const jobs = shown.flatMap(({ file: { name, measured }, folder, bytes }) => {
      if ("rule" in measured) return [];
      const digest = digestOf(bytes, (version ??= versionOf([SOURCE], /^sharp$/)), name.slice(name.lastIndexOf(".")));
      return listCopies(name, measured).map((copy) => ({ name, folder, bytes, digest, copy }));
    });
    return await workThrough(jobs, AT_ONCE, async ({ name, folder, bytes, digest, copy }) => ({
      path: folder + copy.name,
      content: await kept.get(`${Buffer.from(digest).toString("hex")}.${copy.width}.${copy.format}`, () =>
        encode(bytes, name, copy),
      ),
    }));
  };
}
