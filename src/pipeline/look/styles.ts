import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { browserslistToTargets, bundleAsync } from "lightningcss";
import type { Publication } from "../../content/publication.ts";
import { PROJECT } from "../project.ts";
import { writeComponents, writeTokens } from "./colours.ts";

/** The oldest browsers for which stylesheets are written. */
export const TARGETS = browserslistToTargets(["chrome 123", "firefox 120", "safari 17.5"]);

type Write = (css: string, publication: Publication, logo: string | undefined) => string;

/** The stylesheets in which a publication has something of its own. */
const WRITTEN: Readonly<Record<string, Write>> = { "tokens.css": writeTokens, "components.css": writeComponents };

/** Bundles a stylesheet of the project with those that it imports, in the colours and the face of a publication; `logo` is the colour of its logo, if it has one. */
export async function bundleStyles(name: string, publication: Publication, logo?: string): Promise<string> {
  const { font = "serif" } = publication.theme;
  const { code } = await bundleAsync({
    filename: join(PROJECT, "templates", "styles", name),
    minify: true,
    targets: TARGETS,
    resolver: {
      read(path) {
        const css = readFileSync(path, "utf8");
        return WRITTEN[basename(path)]?.(css, publication, logo) ?? css;
      },
    },
    // A system's own face is not loaded, and has no like to be scaled to.
    visitor: font === "serif" ? {} : { Rule: { "font-face": () => [] } },
  });
  return Buffer.from(code).toString();
}
