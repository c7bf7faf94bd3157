import type { SiteConfig } from "../schema/schema.ts";
import { contrastOf, fromOklch, type Hex, mix, nearestColour, toOklch } from "./colour.ts";

/** The colours of a publication: the one place from which pages, charts, cards, icons and the web manifest have them. */

/** The light of a time of day, which gives a slot its accent. */
export type Light = "dawn" | "day" | "dusk" | "night";

/** A colour of the light scheme and its like of the dark one. */
export interface Schemes {
  readonly light: Hex;
  readonly dark: Hex;
}

export interface Palette {
  readonly paper: Schemes;
  readonly ink: Schemes;
  /** Ink for what is said beside. */
  readonly soft: Schemes;
  /** Fine lines. */
  readonly line: Schemes;
  /** The ground of code and advertisements. */
  readonly tint: Schemes;
  /** Of problems, in the editor's preview. */
  readonly warn: Schemes;
  readonly accents: Readonly<Record<Light, Schemes>>;
}

export type Theme = NonNullable<SiteConfig["theme"]>;

/** What letters must have against their ground to be read with weak eyes (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The project's own look. */
export const OWN: Palette = {
  paper: { light: "#f8f8f5", dark: "#141518" },
  ink: { light: "#17181b", dark: "#e6e4de" },
  soft: { light: "#55575c", dark: "#a5a49f" },
  line: { light: "#cbcbc5", dark: "#3b3c41" },
  tint: { light: "#efefe9", dark: "#1e2024" },
  warn: { light: "#a3151b", dark: "#ff9c92" },
  accents: {
    dusk: { light: "#93133f", dark: "#f5a0b4" },
    dawn: { light: "#944400", dark: "#f0b36c" },
    day: { light: "#0b5a86", dark: "#8cc8ee" },
    night: { light: "#413a94", dark: "#bab6f7" },
  },
};

/** How far it is from ink to paper to what is between them, as in the project's own look. */
const FAR = { soft: 0.2756, line: 0.8, tint: 0.96 };

export function isReadable(letters: Hex, grounds: readonly Hex[]): boolean {
  return grounds.every((ground) => contrastOf(letters, ground) >= LEAST_CONTRAST);
}

/** Ink with so much of the paper in it, or less where it could not be read on all grounds. */
export function soften(ink: Hex, paper: Hex, much: number, grounds: readonly Hex[] = [paper]): Hex {
  for (let far = much; far > 0; far -= much / 16) {
    const soft = mix(ink, paper, far);
    if (isReadable(soft, grounds)) return soft;
  }
  return ink;
}

/** On paper or with ink of their own all that stands between the two follows from them; the tint gives way where ink could not be read on it. */
function deriveLight(paper: Hex, ink: Hex): Record<"paper" | "ink" | "soft" | "line" | "tint" | "warn", Hex> {
  const tinted = mix(ink, paper, FAR.tint);
  const tint = isReadable(ink, [tinted]) ? tinted : paper;
  return {
    paper,
    ink,
    tint,
    line: mix(ink, paper, FAR.line),
    soft: soften(ink, paper, FAR.soft, [paper, tint]),
    warn: isReadable(OWN.warn.light, [paper]) ? OWN.warn.light : ink,
  };
}

/** As light and as strong as the project's own accents are on dark paper. */
const ON_DARK = { lightness: 0.8, chroma: 0.12 };

/** The like of an accent on dark paper: of the same hue, and light enough to be read. */
function deriveDark(accent: Hex): Hex {
  const { lightness, chroma, hue } = toOklch(accent);
  const light = fromOklch({
    lightness: Math.max(ON_DARK.lightness, lightness),
    chroma: Math.min(ON_DARK.chroma, chroma),
    hue,
  });
  return nearestColour(light, (hex) => isReadable(hex, [OWN.paper.dark, OWN.tint.dark])) ?? OWN.ink.dark;
}

/** The colours of a publication with this theme. Dark paper and its ink are the project's own. */
export function paletteOf({ accent, accentDark, paper, ink }: Partial<Theme> = {}): Palette {
  const isOwn = paper === undefined && ink === undefined;
  const light = isOwn ? undefined : deriveLight(paper ?? OWN.paper.light, ink ?? OWN.ink.light);
  const pair = (name: keyof NonNullable<typeof light>): Schemes =>
    light ? { light: light[name], dark: OWN[name].dark } : OWN[name];
  const one = accent === undefined ? undefined : { light: accent, dark: accentDark ?? deriveDark(accent) };
  return {
    paper: pair("paper"),
    ink: pair("ink"),
    soft: pair("soft"),
    line: pair("line"),
    tint: pair("tint"),
    warn: pair("warn"),
    accents: one ? { dusk: one, dawn: one, day: one, night: one } : OWN.accents,
  };
}
