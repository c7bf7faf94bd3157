import type { Publication } from "../../content/publication.ts";
import { contrastOf } from "../../content/theme/colour.ts";
import type { Light, Palette, Schemes } from "../../content/theme/palette.ts";

/** Where the colours stand in the stylesheet of the tokens, and where the accents do. */
const COLOURS = /\/\* colours of [^*]*\*\//;
const ACCENTS = /\/\* accents of [^*]*\*\//;

function declare(name: string, { light, dark }: Schemes): string {
  return `--${name}: light-dark(${light}, ${dark});`;
}

/** The selectors of a light's accent; that of dusk is also the one of what has no light. */
function selectorOf(light: Light): string {
  return `${light === "dusk" ? ":root, " : ""}[data-light="${light}"]`;
}

function writeAccents({ accents }: Palette): string {
  const { dusk, dawn, day, night } = accents;
  const isOne = [dawn, day, night].every((other) => other === dusk);
  const all = isOne
    ? [[":root", dusk] as const]
    : (["dusk", "dawn", "day", "night"] as const).map((light) => [selectorOf(light), accents[light]] as const);
  return all.map(([selector, accent]) => `${selector} { ${declare("accent", accent)} }`).join("\n");
}

/** Faces that every system has; a page loads none for them. */
const STACKS = {
  sans: '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif',
  system: "system-ui, sans-serif",
} as const;

/** What stands in a frame, a field or on a ground of its own. */
const ROUNDED = "input, button, select, .disclosure, .label, .advertisement, .text pre, .text :not(pre) > code";

/** Writes the colours of a publication, and its face, into the stylesheet of the tokens. */
export function writeTokens(css: string, { palette, theme: { font = "serif" } }: Publication): string {
  const { paper, ink, soft, line, tint, warn } = palette;
  const colours = Object.entries({ paper, ink, soft, rule: line, tint, warn }).map(([name, own]) => declare(name, own));
  const face = font === "serif" ? "" : `\n:root { --serif: ${STACKS[font]}; }`;
  return css.replace(COLOURS, colours.join("\n")).replace(ACCENTS, writeAccents(palette) + face);
}

/** What a picture must have against its ground to be made out (WCAG 2.2, 1.4.11). */
const LEAST_OF_PICTURES = 3;

/** A logo that could not be made out on dark paper, or on light, has a ground of the other there. */
function writeLogo(colour: string, { paper }: Palette): string {
  const isSeen = (ground: string) => contrastOf(colour, ground) >= LEAST_OF_PICTURES;
  const light = isSeen(paper.light) ? "transparent" : paper.dark;
  const dark = isSeen(paper.dark) ? "transparent" : paper.light;
  const ground = light === dark ? "" : ` padding: 0.25rem; background: light-dark(${light}, ${dark});`;
  return `.nameplate .logo { block-size: 2.5rem; inline-size: auto; object-fit: contain; margin: 0 auto 0.375rem;${ground} }`;
}

/** Adds to the stylesheet of components what a theme has beside colours; `logo` is the colour of its logo, if it has one. */
export function writeComponents(css: string, publication: Publication, logo: string | undefined): string {
  const { palette, theme } = publication;
  const { radius = 0 } = theme;
  const rounded = radius > 0 ? [`:is(${ROUNDED}) { border-radius: ${radius}px; }`] : [];
  return [css, ...rounded, ...(logo === undefined ? [] : [writeLogo(logo, palette)])].join("\n");
}
