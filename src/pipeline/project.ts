import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

function findProject(from: string): string {
  const parent = dirname(from);
  return existsSync(join(from, ".eleventy.ts")) || parent === from ? from : findProject(parent);
}

/** The project's own folder, where templates and public files are, wherever the command was called and the program lies. */
export const PROJECT = findProject(import.meta.dirname);
