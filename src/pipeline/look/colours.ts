import type { Publication } from "../../content/publication.ts";
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
  const { paper, ink, soft, rule, tint, warn } = palette;
  const colours = Object.entries({ paper, ink, soft, rule, tint, warn }).map(([name, own]) => declare(name, own));
  const face = font === "serif" ? "" : `\n:root { --serif: ${STACKS[font]}; }`;
  return css.replace(COLOURS, colours.join("\n")).replace(ACCENTS, writeAccents(palette) + face);
}

/** Adds to the stylesheet of components what a theme has beside colours. */
export function writeComponents(css: string, { theme: { radius = 0 } }: Publication): string {
  return radius > 0 ? `${css}\n:is(${ROUNDED}) { border-radius: ${radius}px; }` : css;
}
