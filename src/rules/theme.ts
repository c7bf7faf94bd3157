import { diagnoseValue } from "../content/parse/document.ts";
import type { Problem } from "../content/problems/diagnostic.ts";
import { findLowContrast, type LowContrast } from "../content/theme/contrast.ts";
import { LEAST_CONTRAST } from "../content/theme/palette.ts";
import type { OutlineRule } from "./rule.ts";

function nameGround({ on, scheme }: LowContrast["pair"]): string {
  const dark = scheme === "dark" ? "dark " : "";
  return on === "paper" ? `${dark}paper` : `the ${dark}ground of code and advertisements`;
}

/** Rounded down: what is just too little may not look like enough. */
function shown(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toFixed(2);
}

function describe({ key, colour, pair, contrast, nearest }: LowContrast): Problem {
  const [own, ground] = pair.colours;
  const what =
    key === "paper"
      ? `${pair.letters} ${own} on this paper has a contrast of ${shown(contrast)}:1`
      : `“${colour}” has a contrast of ${shown(contrast)}:1 on ${nameGround(pair)}, ${ground}`;
  const hint =
    nearest === undefined
      ? "choose a lighter or a darker paper: nothing of this hue can be read on this one"
      : `the nearest colour that can be read: ${key}: "${nearest}"`;
  return { rule: "low-contrast", message: `${what}; ${LEAST_CONTRAST}:1 is the least`, hint };
}

/** Every colour of the theme can be read where stylesheets, charts and cards put it, or read upon. */
export const checkTheme: OutlineRule = ({ vocabularies }) => {
  const { documents, site } = vocabularies;
  const config = documents.site;
  if (!config || !site.theme) return [];
  return findLowContrast(site.theme).map((found) => diagnoseValue(config, ["theme", found.key], describe(found)));
};
