import { FILES, ICONS, PAGES } from "../../content/addresses.ts";
import type { OverviewSite } from "../../content/site.ts";
import type { TextFile } from "./text-file.ts";

/** The paper of each colour scheme, as `templates/styles/tokens.css` has it: browsers colour their own bars with it. */
export const THEME_COLOURS = { light: "#f8f8f5", dark: "#141518" };

/** What a telephone needs to put the site among its programs (W3C Web Application Manifest). */
export function viewWebManifest({ publication }: OverviewSite): TextFile {
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
    background_color: THEME_COLOURS.light,
    theme_color: THEME_COLOURS.light,
    icons: [icon(ICONS.small, 192, "any"), icon(ICONS.large, 512, "any"), icon(ICONS.maskable, 512, "maskable")],
  };
  return { path: FILES.manifest, text: `${JSON.stringify(manifest, null, 1)}\n` };
}
