import type { OfferedFormat, ResolvedPicture } from "../markdown/options.ts";

/** A picture's file as readers get it: never the editor's own, which may tell where and by whom it was taken. */
export interface PictureCopy {
  /** No file of content has a name like it: theirs have one full stop. */
  readonly name: string;
  readonly format: "avif" | "webp" | "jpeg" | "png";
  /** In pixels; never more than the editor's file has. */
  readonly width: number;
}

/** Of copies, in pixels: for a phone, for a phone with a fine screen or a column of text, and for that with a fine screen. */
const WIDTHS = [360, 720, 1200];

interface Size {
  readonly width: number;
  readonly height: number;
}

function widthsOf({ width }: Size): number[] {
  const most = Math.min(width, WIDTHS.at(-1) ?? width);
  return [...WIDTHS.filter((less) => less < most), most];
}

/** What is shown where neither AVIF nor WebP is known, and in feeds: the picture's own format, but for AVIF. */
function plainFormat(name: string): { readonly format: PictureCopy["format"]; readonly ending: string } {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (ending === "png") return { format: "png", ending };
  return ending === "jpg" || ending === "jpeg" ? { format: "jpeg", ending: "jpg" } : { format: "webp", ending: "webp" };
}

function copyOf(name: string, width: number, format: PictureCopy["format"], ending: string = format): PictureCopy {
  return { name: `${name}.${width}.${ending}`, format, width };
}

/** Every copy that is made of a picture of this name and size; the plain one is the first. */
export function listCopies(name: string, size: Size): readonly [PictureCopy, ...PictureCopy[]] {
  const { format, ending } = plainFormat(name);
  const widths = widthsOf(size);
  const plain = copyOf(name, widths.at(-1) ?? size.width, format, ending);
  const offered = (["avif", "webp"] as const).flatMap((own) => widths.map((width) => copyOf(name, width, own)));
  return [plain, ...offered.filter((copy) => copy.name !== plain.name)];
}

/** A picture as pages show it, from its name in `folder` (an address with a final slash) and its size alone. */
export function offerCopies(folder: string, name: string, size: Size): ResolvedPicture {
  const copies = listCopies(name, size);
  const [plain] = copies;
  const formats = (["avif", "webp"] as const).map((format): OfferedFormat => {
    const own = copies.filter((copy) => copy.format === format).sort((a, b) => a.width - b.width);
    return {
      type: `image/${format}`,
      srcset: own.map(({ name: file, width }) => `${folder}${file} ${width}w`).join(", "),
    };
  });
  const height = Math.max(1, Math.round((size.height * plain.width) / size.width));
  return { href: folder + plain.name, width: plain.width, height, formats };
}
