import { contrastOf, type Hex, nearestColour } from "./colour.ts";
import { LEAST_CONTRAST, type Light, type Palette, paletteOf, type Schemes, soften, type Theme } from "./palette.ts";

/** Keys of a theme that are colours. */
export type ColourKey = "accent" | "accentDark" | "paper" | "ink";

/** Letters and the ground on which stylesheets, charts or cards set them. */
export interface Pair {
  readonly letters: Exclude<keyof Palette, "accents"> | "accent";
  readonly on: "paper" | "tint";
  readonly scheme: keyof Schemes;
  readonly colours: readonly [letters: Hex, ground: Hex];
}

const LIGHTS: readonly Light[] = ["dusk", "dawn", "day", "night"];

/**
 * Which letters stand on which ground, as the stylesheets have it: `tests/unit/theme.test.ts` holds this list against them.
 * Paper on ink, as the preview's bar has it, is as readable as ink on paper, and so is the soft ink of cards on theirs.
 */
export const GROUNDS = {
  ink: ["paper", "tint"],
  soft: ["paper", "tint"],
  accent: ["paper", "tint"],
  warn: ["paper"],
} as const satisfies Partial<Record<Pair["letters"], readonly Pair["on"][]>>;

/** Every pair of letters and ground that pages, charts and cards with these colours have. */
export function listPairs(palette: Palette): Pair[] {
  const coloursOf = (letters: keyof typeof GROUNDS): readonly Schemes[] =>
    letters === "accent" ? LIGHTS.map((light) => palette.accents[light]) : [palette[letters]];
  return (["light", "dark"] as const).flatMap((scheme) =>
    (Object.keys(GROUNDS) as (keyof typeof GROUNDS)[]).flatMap((letters) =>
      GROUNDS[letters].flatMap((on) =>
        coloursOf(letters).map((own): Pair => ({
          letters,
          on,
          scheme,
          colours: [own[scheme], palette[on][scheme]],
        })),
      ),
    ),
  );
}

function isWeak({ colours: [letters, ground] }: Pair): boolean {
  return contrastOf(letters, ground) < LEAST_CONTRAST;
}

/** The key whose colour makes a pair what it is: of a theme's two, that of the letters. */
function keyOf({ letters, scheme }: Pair, theme: Partial<Theme>): ColourKey {
  if (scheme === "dark") return "accentDark";
  const own = letters === "accent" ? "accent" : "ink";
  return theme[own] === undefined ? "paper" : own;
}

/** A key whose colour cannot be read, or cannot be read upon. */
export interface LowContrast {
  readonly key: ColourKey;
  readonly colour: Hex;
  /** The weakest of its pairs. */
  readonly pair: Pair;
  readonly contrast: number;
  /** The nearest colour to be typed in its place; undefined where the other colour leaves none. */
  readonly nearest: Hex | undefined;
}

function nameOf({ letters, on, scheme }: Pair): string {
  return `${letters} ${on} ${scheme}`;
}

/** The keys of a theme whose colours are too near to those that they stand on or below. */
export function findLowContrast(theme: Partial<Theme>): LowContrast[] {
  const weak = listPairs(paletteOf(theme)).filter(isWeak);
  const keys = [...new Set(weak.map((pair) => keyOf(pair, theme)))];
  return keys.flatMap((key): LowContrast[] => {
    const own = weak.filter((pair) => keyOf(pair, theme) === key);
    const elsewhere = new Set(weak.filter((pair) => !own.includes(pair)).map(nameOf));
    const passes = (hex: Hex): boolean =>
      listPairs(paletteOf({ ...theme, [key]: hex })).every((pair) => !isWeak(pair) || elsewhere.has(nameOf(pair)));
    const [pair] = own.sort((a, b) => contrastOf(...a.colours) - contrastOf(...b.colours));
    const colour = theme[key];
    if (!pair || colour === undefined) return [];
    return [{ key, colour, pair, contrast: contrastOf(...pair.colours), nearest: nearestColour(colour, passes) }];
  });
}

/** The soft ink of cards, which is nearer to ink than that of pages: its letters are seen small. */
export function cardSoft({ ink, paper }: Palette): Hex {
  return soften(ink.light, paper.light, 1 / 6);
}
