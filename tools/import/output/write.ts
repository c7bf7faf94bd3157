import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeWhole } from "../../../src/cache.mjs";
import { refuseLinks } from "./existing.ts";
import type { Plan } from "./plan.ts";

/** Makes a folder and those above it; returns those that it made, the innermost last. */
function makeFolders(folder: string): string[] {
  const made: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) made.unshift(at);
  for (const each of made) mkdirSync(each);
  return made;
}

/** A free name for the report beside the content folder: one that is there stays, unless it says the same. */
export function reportPath(folder: string, report: string): { path: string; isThere: boolean } {
  for (let number = 1; ; number++) {
    const path = join(dirname(folder), number === 1 ? "import-report.md" : `import-report-${number}.md`);
    if (!existsSync(path)) return { path, isThere: false };
    if (readFileSync(path, "utf8") === report) return { path, isThere: true };
  }
}

/** Writes an import and its report. Where the disk refuses a file, those before it are taken away again, and the error is thrown. */
export function writeImport(folder: string, { create, extend }: Plan, report: string): string {
  const made: string[] = [];
  const written: string[] = [];
  const extended: [string, Uint8Array][] = [];
  try {
    for (const [path, content] of create) {
      refuseLinks(folder, path);
      const full = join(folder, path);
      made.push(...makeFolders(dirname(full)));
      writeFileSync(full, content, { flag: "wx" });
      written.push(full);
    }
    for (const [path, { before, after }] of extend) {
      writeWhole(join(folder, path), after);
      extended.push([join(folder, path), before]);
    }
    const { path, isThere } = reportPath(folder, report);
    made.push(...makeFolders(dirname(path)));
    if (!isThere) writeFileSync(path, report, { flag: "wx" });
    return path;
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    for (const [path, before] of extended) writeWhole(path, before);
    for (const path of made.reverse()) rmdirSync(path);
    throw error;
  }
}
