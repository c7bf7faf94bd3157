import { readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Instant } from "../content/calendar.ts";
import type { Diagnostic } from "../content/diagnostic.ts";
import { sortDiagnostics } from "../content/diagnostic-order.ts";
import { readContentFolder } from "../content/files.ts";
import { PICTURE_ENDING } from "../content/layout.ts";
import { type Measured, measurePicture } from "../content/pictures.ts";
import { assembleSite } from "../content/assemble.ts";
import type { Site } from "../content/site.ts";
import { checkRules } from "../rules/rules.ts";
import { PROJECT } from "./project.ts";

export interface ReadOptions {
  /** The content folder, as the user named it. */
  readonly content: string;
  readonly now: Instant;
}

/** How a folder is named in diagnostics: as the user sees it from where they stand. */
export function labelOf(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)).split(sep).join("/");
  return path === "" ? "." : path;
}

/** Files that are copied to the site's root as they are, as paths from it. */
export function listPublicFiles(): string[] {
  const folder = join(PROJECT, "public");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".gitkeep")
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`)
    .sort();
}

/** Reads and checks a content folder. Throws only when the folder itself cannot be read. */
export async function readPublication({
  content,
  now,
}: ReadOptions): Promise<{ site: Site; diagnostics: Diagnostic[] }> {
  const label = labelOf(content);
  const listing = readContentFolder(content, label);
  const pictures = new Map<string, Measured>();
  for (const file of listing.files) {
    const name = file.path.split("/").at(-1) ?? file.path;
    if (PICTURE_ENDING.test(name)) pictures.set(file.path, await measurePicture(name, file.bytes));
  }
  const { site, diagnostics } = assembleSite(listing, {
    label,
    now,
    preview: false,
    pictures,
    publicFiles: listPublicFiles(),
  });
  return { site, diagnostics: sortDiagnostics([...diagnostics, ...checkRules(site)]) };
}
