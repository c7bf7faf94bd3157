/** Colours as numbers: WCAG 2 contrast and OKLCH, in which a colour is made lighter or darker and stays the same colour to the eye. */

/** A colour as `#` and six hexadecimal digits. */
export type Hex = string;

type Three = readonly [number, number, number];

export const HEX = /^#[\da-f]{6}$/i;

/** Red, green and blue from 0 to 255. */
export function channelsOf(hex: Hex): Three {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** A colour of whole channels from 0 to 255. */
export function hexOf(channels: readonly number[]): Hex {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** What is so far from one colour to another, from 0 to 1, channel by channel. */
export function mix(from: Hex, to: Hex, far: number): Hex {
  const end = channelsOf(to);
  return hexOf(channelsOf(from).map((channel, at) => Math.round(channel + ((end[at] ?? 0) - channel) * far)));
}

/** A channel as an amount of light (IEC 61966-2-1). */
function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function encoded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** The relative luminance of a colour, from 0 to 1 (WCAG 2.2). */
export function luminanceOf(hex: Hex): number {
  const [red, green, blue] = channelsOf(hex).map(linear) as unknown as Three;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour by lightness from 0 to 1, chroma from 0 and hue in radians (Björn Ottosson, “A perceptual color space”). */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export function toOklch(hex: Hex): Oklch {
  const [red, green, blue] = channelsOf(hex).map(linear) as unknown as Three;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** Red, green and blue from 0 to 1; beyond that for a colour that no screen has. */
function toScreen({ lightness, chroma, hue }: Oklch): Three {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

const HALVINGS = 12;
/** What rounds to a channel's ends is no more than these. */
const SLACK = 1e-4;

function isOnScreen(colour: Oklch): boolean {
  return toScreen(colour).every((channel) => channel >= -SLACK && channel <= 1 + SLACK);
}

/** The colour of this lightness and hue with as much of the chroma as screens have. */
export function fromOklch(colour: Oklch): Hex {
  let { chroma } = colour;
  if (!isOnScreen(colour))
    for (let step = 0, [least, most] = [0, chroma]; step < HALVINGS; step++) {
      const half = (least + most) / 2;
      if (isOnScreen({ ...colour, chroma: half })) least = half;
      else most = half;
      chroma = least;
    }
  const channels = toScreen({ ...colour, chroma });
  return hexOf(channels.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255)));
}

/** A step is about that of one channel: less would not be seen. */
const STEPS = 400;

/** The colour nearest in lightness, of the same hue and as far as possible the same chroma, that passes; undefined where none does. */
export function nearestColour(hex: Hex, passes: (hex: Hex) => boolean): Hex | undefined {
  if (passes(hex)) return hex;
  const colour = toOklch(hex);
  for (let step = 1; step <= STEPS; step++)
    for (const lightness of [colour.lightness - step / STEPS, colour.lightness + step / STEPS]) {
      if (lightness < -1 / STEPS || lightness > 1 + 1 / STEPS) continue;
      const found = fromOklch({ ...colour, lightness: Math.min(1, Math.max(0, lightness)) });
      if (passes(found)) return found;
    }
  return undefined;
}
