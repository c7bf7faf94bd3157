import { judgeXml } from "../markup/xml.ts";
import { decode } from "../parse/decode.ts";
import { diagnoseValue } from "../parse/document.ts";
import { type Diagnostic, diagnose, START } from "../problems/diagnostic.ts";
import { limitRepeats } from "../problems/repeats.ts";
import type { Site } from "../site.ts";
import { hintNearest } from "../words/nearest.ts";
import { shorten } from "../words/shorten.ts";
import { findLogo, type OwnFiles } from "./own-files.ts";

/** A logo may point at parts of itself and load nothing. */
function isWithin(address: string): boolean {
  return address.startsWith("#");
}

/** Looks into an SVG: a logo runs and loads nothing, wherever it is shown or opened. */
export function checkSvg(path: string, bytes: Uint8Array): Diagnostic[] {
  const decoded = decode(bytes);
  if ("problem" in decoded) return [diagnose(path, decoded.at, decoded.problem)];
  return limitRepeats(judgeXml(decoded.text, isWithin, "svg").map(({ at, ...problem }) => diagnose(path, at, problem)));
}

/** The theme's logo is there and runs nothing, and no other picture stands beside site.yaml. Whether a PNG can be decoded is for the pipeline to find out. */
export function checkLogo(own: OwnFiles, { label, vocabularies }: Pick<Site, "label" | "vocabularies">): Diagnostic[] {
  const config = vocabularies.documents.site;
  const wanted = vocabularies.site.theme?.logo;
  const logo = findLogo(own, wanted);
  const found: Diagnostic[] = [];
  if (config && wanted !== undefined && !logo)
    found.push(
      diagnoseValue(config, ["theme", "logo"], {
        rule: "missing-picture",
        message: `there is no “${shorten(wanted, 80)}” beside site.yaml`,
        hint:
          hintNearest(
            wanted,
            own.logos.map(({ name }) => name),
          ) ?? "put it there, as logo.svg or logo.png: lower-case letters, digits and hyphens",
      }),
    );
  for (const { file, name } of own.logos)
    if (file !== logo)
      found.push(
        diagnose(`${label}/${file.path}`, START, {
          severity: "warning",
          rule: "unused-picture",
          unused: name,
          message: `site.yaml does not name “${name}” as its logo, so it is not published`,
          hint: `theme: { logo: ${name} }`,
        }),
      );
  if (logo?.path.endsWith(".svg")) found.push(...checkSvg(`${label}/${logo.path}`, logo.bytes));
  return found;
}
