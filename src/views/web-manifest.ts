import type { Site } from "../content/site.ts";
import type { TextFile } from "./text-file.ts";

/** The paper of each colour scheme, as `templates/styles/tokens.css` has it: browsers colour their own bars with it. */
export const THEME_COLOURS = { light: "#f8f8f5", dark: "#141518" };

/** What a telephone needs to put the site among its programs (W3C Web Application Manifest). */
export function viewWebManifest({ publication }: Site): TextFile {
  const { name, tagline, language, base } = publication;
  const icon = (file: string, size: number, purpose: "any" | "maskable") => ({
    src: `${base}/${file}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: `${base}/`,
    name,
    short_name: name,
    ...(tagline !== undefined && { description: tagline }),
    lang: language,
    start_url: `${base}/`,
    scope: `${base}/`,
    display: "minimal-ui",
    background_color: THEME_COLOURS.light,
    theme_color: THEME_COLOURS.light,
    icons: [
      icon("icon-192.png", 192, "any"),
      icon("icon-512.png", 512, "any"),
      icon("icon-maskable.png", 512, "maskable"),
    ],
  };
  return { path: "/manifest.webmanifest", text: `${JSON.stringify(manifest, null, 1)}\n` };
}
