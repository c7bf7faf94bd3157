import { relative, resolve, sep } from "node:path";

/** How a folder is named in diagnostics: as the user sees it from where they stand. */
export function labelOf(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)).split(sep).join("/");
  return path === "" ? "." : path;
}
