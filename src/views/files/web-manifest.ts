import { FILES, ICONS, PAGES } from "../../content/addresses.ts";
import type { OverviewSite } from "../../content/site.ts";
import type { Shell } from "../shell.ts";
import { jsonFile, type TextFile } from "./text-file.ts";

/** What a telephone needs to put the site among its programs (W3C Web Application Manifest). */
export function viewWebManifest({ publication }: OverviewSite, { paper }: Shell): TextFile {
  const { name, tagline, language, base } = publication;
  const icon = (path: string, size: number, purpose: "any" | "maskable") => ({
    src: base + path,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: base + PAGES.home,
    name,
    short_name: name,
    ...(tagline !== undefined && { description: tagline }),
    lang: language,
    start_url: base + PAGES.home,
    scope: base + PAGES.home,
    display: "minimal-ui",
    background_color: paper.light,
    theme_color: paper.light,
    icons: [icon(ICONS.small, 192, "any"), icon(ICONS.large, 512, "any"), icon(ICONS.maskable, 512, "maskable")],
  };
  return jsonFile(FILES.manifest, manifest);
}
