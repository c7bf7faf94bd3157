import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Light } from "../../views/parts/light.ts";
import type { Schemes } from "../../views/shell.ts";
import { PROJECT } from "../project.ts";

/** The colours of the site, each as `#` and six hexadecimal digits. */
export interface Colours {
  readonly paper: Schemes;
  readonly ink: Schemes;
  readonly accents: Readonly<Record<Light, Schemes>>;
}

/** Where the colours stand: nowhere else. */
export const TOKENS = join("templates", "styles", "tokens.css");

/** Reads the colours of the site's stylesheet, for what is no page: cards, the web manifest. Throws when one is missing there. */
export function readColours(): Colours {
  const css = readFileSync(join(PROJECT, TOKENS), "utf8");
  const find = (name: string, before = ""): Schemes => {
    const pair = new RegExp(`${before}--${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`, "i").exec(css);
    if (!pair) throw new Error(`${TOKENS} has no line “--${name}: light-dark(#rrggbb, #rrggbb);”`);
    return { light: pair[1] ?? "", dark: pair[2] ?? "" };
  };
  const accent = (light: Light) => find("accent", `\\[data-light="${light}"\\] \\{\\s*`);
  return {
    paper: find("paper"),
    ink: find("ink"),
    accents: { dusk: accent("dusk"), dawn: accent("dawn"), day: accent("day"), night: accent("night") },
  };
}
