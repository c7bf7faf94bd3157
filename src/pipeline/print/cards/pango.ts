import sharp, { type Sharp } from "sharp";
import { familiesFor } from "./fonts.ts";

// No two texts are the same, and to look for the last ones in the library's memory takes a third of the time of setting them.
sharp.cache(false);

/** Words as a mask, cut to their ink: 255 where a pixel is all ink. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly mask: Uint8Array;
}

export interface Style {
  /** In pixels an em. */
  readonly size: number;
  /** 400 to 600. */
  readonly weight: number;
  /** In ems. */
  readonly spacing?: number;
}

/** Breaks within a word only where it is too long for a line. */
type Wrap = "word" | "word-char";

export interface Setting extends Style {
  readonly width?: number;
  readonly wrap?: Wrap;
}

export const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const OTHER_LETTER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}/gu;
/** Scripts whose letters stand far above and below the line, and are joined: to set them apart would tear words. */
const JOINED = /\p{Script=Arabic}/u;

const LINE = 1.12;
const JOINED_LINE = 1.5;

export function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The distance of two lines of a text, in ems. */
export function lineOf(text: string): number {
  return JOINED.test(text) ? JOINED_LINE : LINE;
}

/** Pango's markup; its sizes and lengths are in 1,024ths of a point, and at 72 dots an inch a point is a pixel. */
function compose(text: string, { size, weight, spacing = 0, width, wrap = "word" }: Setting): Sharp {
  const isHan = countOf(text, HAN) > countOf(text, OTHER_LETTER);
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const units = (pixels: number) => Math.round(pixels * 1024);
  const attributes = [
    `font_family="${familiesFor(isHan)}"`,
    `weight="${weight}"`,
    `size="${units(size)}"`,
    `line_height="${units(size * lineOf(text))}"`,
    ...(spacing === 0 || JOINED.test(text) ? [] : [`letter_spacing="${units(size * spacing)}"`]),
  ];
  return sharp({
    text: {
      text: `<span ${attributes.join(" ")}>${escaped}</span>`,
      dpi: 72,
      wrap,
      ...(width !== undefined && { width: Math.round(width) }),
    },
  });
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

const ENDLESS: Extent = { width: Infinity, height: Infinity };

/** The size of the ink; nothing is drawn for it, which makes it cheap. Without end where the library cannot draw it: too many words, or no ink. */
export async function measure(text: string, setting: Setting): Promise<Extent> {
  try {
    const { width, height } = await compose(text, setting).metadata();
    // Of several texts that are too wide at the same moment, the library calls some empty instead of refusing them.
    return width === 0 ? ENDLESS : { width, height };
  } catch {
    return ENDLESS;
  }
}

/** Draws words; undefined where the library cannot, as where they have no ink. */
export async function draw(text: string, setting: Setting): Promise<Block | undefined> {
  try {
    const image = compose(text, setting).toColourspace("b-w").raw();
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, mask: data };
  } catch {
    return undefined;
  }
}
