import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { findHome } from "../home.mjs";

function findProject(from: string): string {
  const parent = dirname(from);
  return existsSync(join(from, ".eleventy.ts")) || parent === from ? from : findProject(parent);
}

/** The program's own folder, where templates and public files are, wherever the command was called and the bundle lies. */
export const PROJECT = findProject(import.meta.dirname);

/** The folder of the publication that the command works for; `PROJECT` where it is no other's. `.cache/` lies there. */
export function homeFolder(): string {
  return findHome(PROJECT, process.cwd());
}
