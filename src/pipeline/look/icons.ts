import sharp from "sharp";
import { ICONS } from "../../content/addresses.ts";
import { hexOf } from "../../content/theme/colour.ts";
import type { Palette } from "../../content/theme/palette.ts";
import { digestOf } from "../digest.ts";
import type { Output } from "../output/output.ts";
import { openKept } from "../state/kept.ts";
import type { Sign } from "./logo.ts";

/** To be counted up when icons are made otherwise. */
const VERSION = 1;

/** The part of an icon's side that the sign has: of a maskable one all but a circle may be cut away (W3C manifest, safe zone). */
const SHARE = { plain: 0.72, maskable: 0.56 };

/** The sign in a square of so many pixels; on paper, where nothing may be seen through it. */
async function draw(master: Uint8Array, size: number, share: number, paper?: string): Promise<Uint8Array> {
  const inner = Math.max(1, Math.round(size * share));
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  const sign = await sharp(master)
    .resize({ width: inner, height: inner, fit: "contain", background: transparent })
    .png()
    .toBuffer();
  const square = { width: size, height: size, channels: 4, background: paper ?? transparent } as const;
  const icon = sharp({ create: square }).composite([{ input: sign }]);
  return (paper === undefined ? icon : icon.removeAlpha()).png({ compressionLevel: 9 }).toBuffer();
}

/** Puts PNGs into an icon file of Windows, as browsers ask for without being told of one. */
export function packIco(pictures: readonly { readonly size: number; readonly png: Uint8Array }[]): Buffer {
  const [head, entry] = [6, 16];
  const table = Buffer.alloc(head + entry * pictures.length);
  table.writeUInt16LE(1, 2);
  table.writeUInt16LE(pictures.length, 4);
  let offset = table.length;
  for (const [at, { size, png }] of pictures.entries()) {
    const start = head + at * entry;
    table.writeUInt8(size % 256, start);
    table.writeUInt8(size % 256, start + 1);
    table.writeUInt16LE(1, start + 4);
    table.writeUInt16LE(32, start + 6);
    table.writeUInt32LE(png.length, start + 8);
    table.writeUInt32LE(offset, start + 12);
    offset += png.length;
  }
  return Buffer.concat([table, ...pictures.map(({ png }) => png)]);
}

const FAVICONS = [16, 32];

/** Makes the icons of a site from its sign: those that an earlier build made are kept. */
export async function makeIcons({ drawing, master }: Sign, { paper }: Palette): Promise<Output[]> {
  const kept = openKept("icons");
  const digest = Buffer.from(digestOf(master, `${VERSION} ${paper.light}`)).toString("hex");
  const make = async (path: string, work: () => Promise<Uint8Array>): Promise<Output> => ({
    path,
    content: await kept.get(`${digest}${path.replace("/", ".")}`, work),
  });
  const favicon = async (): Promise<Uint8Array> => {
    const pictures: { size: number; png: Uint8Array }[] = [];
    for (const size of FAVICONS) pictures.push({ size, png: await draw(master, size, 1) });
    return packIco(pictures);
  };
  return [
    await make(ICONS.favicon, favicon),
    ...(drawing ? [{ path: ICONS.drawing, content: drawing }] : []),
    await make(ICONS.apple, () => draw(master, 180, SHARE.plain, paper.light)),
    await make(ICONS.small, () => draw(master, 192, SHARE.plain, paper.light)),
    await make(ICONS.large, () => draw(master, 512, SHARE.plain, paper.light)),
    await make(ICONS.maskable, () => draw(master, 512, SHARE.maskable, paper.light)),
  ];
}

/** What stands in the masthead: as high as three of its pixels on a fine screen. */
const MASTHEAD = 120;

/** A logo as the masthead shows it. */
export interface Shown {
  readonly file: Uint8Array;
  readonly ending: "svg" | "png";
  readonly width: number;
  readonly height: number;
  /** The colours of what can be seen of it, on average. */
  readonly colour: string;
}

/** Makes a logo ready for the masthead. */
export async function showLogo({ drawing, master }: Sign): Promise<Shown> {
  const small = await sharp(master).resize({ height: MASTHEAD }).png({ compressionLevel: 9 }).toBuffer();
  const { data, info } = await sharp(small).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const sums = [0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0) * alpha;
    sums[3] = (sums[3] ?? 0) + alpha;
  }
  const [all = 0] = sums.slice(3);
  const colour = hexOf(sums.slice(0, 3).map((sum) => Math.round(sum / Math.max(1, all))));
  return { file: drawing ?? small, ending: drawing ? "svg" : "png", width: info.width, height: info.height, colour };
}
