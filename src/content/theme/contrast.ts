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

/** Papers come before what stands on them. */
const KEYS: readonly ColourKey[] = ["paper", "ink", "accent", "accentDark"];

/** The colour nearest to a theme's own that makes no other pair weak; where none does, as bright letters and dark ink leave no paper, one that mends its own pairs. */
function findNearest(theme: Partial<Theme>, key: ColourKey, colour: Hex): Hex | undefined {
  const listWeak = (hex: Hex): Pair[] => listPairs(paletteOf({ ...theme, [key]: hex })).filter(isWeak);
  const isOwn = (pair: Pair): boolean => keyOf(pair, theme) === key;
  const elsewhere = new Set(listWeak(colour).flatMap((pair) => (isOwn(pair) ? [] : [nameOf(pair)])));
  const nearest = nearestColour(colour, (hex) => listWeak(hex).every((pair) => elsewhere.has(nameOf(pair))));
  return nearest ?? nearestColour(colour, (hex) => !listWeak(hex).some(isOwn));
}

/**
 * The keys of a theme whose colours are too near to those that they stand on or below. Each is mended as those before it are,
 * so that they can be typed together; none is named that can be read once the paper is another.
 */
export function findLowContrast(theme: Partial<Theme>): LowContrast[] {
  const weak = listPairs(paletteOf(theme)).filter(isWeak);
  const mended = { ...theme };
  return KEYS.flatMap((key): LowContrast[] => {
    const [pair] = weak
      .filter((own) => keyOf(own, theme) === key)
      .sort((a, b) => contrastOf(...a.colours) - contrastOf(...b.colours));
    const colour = theme[key];
    if (!pair || colour === undefined) return [];
    const nearest = findNearest(mended, key, colour);
    if (nearest === colour) return [];
    if (nearest !== undefined) mended[key] = nearest;
    return [{ key, colour, pair, contrast: contrastOf(...pair.colours), nearest }];
  });
}

/** The soft ink of cards, which is nearer to ink than that of pages: its letters are seen small. */
export function cardSoft({ ink, paper }: Palette): Hex {
  return soften(ink.light, paper.light, 1 / 6);
}
