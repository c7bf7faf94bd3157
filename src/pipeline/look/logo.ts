import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ICONS } from "../../content/addresses.ts";
import type { Frame } from "../../content/frame.ts";
import { findLogo } from "../../content/own/own-files.ts";
import { type Diagnostic, diagnose, START } from "../../content/problems/diagnostic.ts";
import { OWN, type Palette } from "../../content/theme/palette.ts";
import type { Pictures } from "../pictures/pictures.ts";
import { PROJECT } from "../project.ts";

/** The sign of a publication: drawn by others, or the project's own in the publication's colours. */
export interface Sign {
  /** As an SVG; undefined where it is a PNG. */
  readonly drawing: Uint8Array | undefined;
  /** A PNG of it that fits into a square of `SIGN` pixels. */
  readonly master: Uint8Array;
  /** Whether the publication brought it, so that it stands in the masthead. */
  readonly isLogo: boolean;
}

/** The project's own sign, in other colours. */
function recolour({ accents }: Palette): Uint8Array {
  const { dusk } = accents;
  const svg = readFileSync(join(PROJECT, "public", ICONS.drawing), "utf8");
  return Buffer.from(svg.replace(OWN.accents.dusk.light, dusk.light).replace(OWN.accents.dusk.dark, dusk.dark));
}

/** The sign of which icons are made, or what is wrong with it; neither where the project's own icons do. */
export async function openSign(
  { own, site: { label, publication } }: Frame,
  pictures: Pictures,
): Promise<{ sign: Sign | undefined; diagnostics: readonly Diagnostic[] }> {
  const { theme, palette } = publication;
  const logo = findLogo(own, theme.logo);
  const isOwn = theme.accent === undefined && theme.paper === undefined;
  if (!logo && isOwn) return { sign: undefined, diagnostics: [] };
  const name = logo?.path ?? "sign.svg";
  const bytes = logo?.bytes ?? recolour(palette);
  const master = await pictures.openSign(name, bytes);
  if ("rule" in master) return { sign: undefined, diagnostics: [diagnose(`${label}/${name}`, START, master)] };
  const drawing = name.endsWith(".svg") ? bytes : undefined;
  return { sign: { drawing, master, isLogo: logo !== undefined }, diagnostics: [] };
}
