import type { OfferedFormat, ResolvedPicture } from "../markdown/options.ts";

type Format = "avif" | "webp" | "jpeg" | "png";

/** A picture's file as readers get it: never the editor's own, which may tell where and by whom it was taken. */
export interface PictureCopy {
  /** No file of content has a name like it: theirs have one full stop. */
  readonly name: string;
  readonly format: Format;
  /** In pixels; never more than the editor's file has. */
  readonly width: number;
  readonly height: number;
}

/** Of copies, in pixels: for a phone, for a phone with a fine screen or a column of text, and for that with a fine screen. */
const WIDTHS = [360, 720, 1200] as const;

/** No copy is wider, in pixels. */
export const LARGEST_COPY = WIDTHS[2];

/** What of a picture decides which copies there are. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha?: boolean;
}

/**
 * What the copies of a format may come to, in pixels: a side what the format holds (WebP's is 14 bits long, AVIF's as the
 * encoder has it, JPEG's 16 bits), and the whole what its encoder makes in a few seconds and some 100 MB.
 */
const LIMITS: Record<Format, { readonly side: number; readonly all: number }> = {
  avif: { side: 16_384, all: 2.6e6 },
  webp: { side: 16_383, all: 8e6 },
  jpeg: { side: 65_535, all: Infinity },
  png: { side: Infinity, all: Infinity },
};

function heightAt(width: number, size: Size): number {
  return Math.max(1, Math.round((size.height * width) / size.width));
}

function widthsOf({ width }: Size): number[] {
  const most = Math.min(width, LARGEST_COPY);
  return [...WIDTHS.filter((less) => less < most), most];
}

/** Whether a format can hold the largest copy of a picture; if not it is left out, since a smaller copy is less than readers are to see. */
function canHold(format: Format, size: Size): boolean {
  const width = Math.min(size.width, LARGEST_COPY);
  const height = heightAt(width, size);
  const { side, all } = LIMITS[format];
  return Math.max(width, height) <= side && width * height <= all;
}

/** What is shown where neither AVIF nor WebP is known, and in feeds: the picture's own format, or for AVIF and WebP one that can hold it. */
function plainFormat(name: string, size: Size): Format {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (ending === "png") return "png";
  if (ending === "jpg" || ending === "jpeg") return "jpeg";
  return canHold("webp", size) ? "webp" : size.hasAlpha ? "png" : "jpeg";
}

/** The formats in which a picture is offered in all widths, the best first; where no better one can hold it, its plain one. */
function offeredFormats(name: string, size: Size): readonly Format[] {
  const better = (["avif", "webp"] as const).filter((format) => canHold(format, size));
  return better.length > 0 ? better : [plainFormat(name, size)];
}

function copyOf(name: string, width: number, format: Format, size: Size): PictureCopy {
  const ending = format === "jpeg" ? "jpg" : format;
  return { name: `${name}.${width}.${ending}`, format, width, height: heightAt(width, size) };
}

/** Every copy that is made of a picture of this name and size; the plain one is the first. */
export function listCopies(name: string, size: Size): readonly [PictureCopy, ...PictureCopy[]] {
  const widths = widthsOf(size);
  const plain = copyOf(name, Math.min(size.width, LARGEST_COPY), plainFormat(name, size), size);
  const offered = offeredFormats(name, size).flatMap((own) => widths.map((width) => copyOf(name, width, own, size)));
  return [plain, ...offered.filter((copy) => copy.name !== plain.name)];
}

/** A picture as pages show it, from its name in `folder` (an address with a final slash) and its size alone. */
export function offerCopies(folder: string, name: string, size: Size): ResolvedPicture {
  const copies = listCopies(name, size);
  const [plain] = copies;
  const formats = offeredFormats(name, size).map((format): OfferedFormat => {
    const own = copies.filter((copy) => copy.format === format).sort((a, b) => a.width - b.width);
    return {
      type: `image/${format}`,
      srcset: own.map(({ name: file, width }) => `${folder}${file} ${width}w`).join(", "),
    };
  });
  return { href: folder + plain.name, width: plain.width, height: plain.height, formats };
}
