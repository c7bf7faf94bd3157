import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, parse, relative, resolve } from "node:path";
import type { StaticFile } from "./static-files.ts";

/** Says in a site's folder that a build made it, and so may replace it. */
export const MARKER = ".evening-update";

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (!path.startsWith("..") && !parse(path).root);
}

/** Why a build may not replace this folder, or undefined when it may. */
export function refusalOf(out: string, content: string): string | undefined {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const source = realpathSync(content);
  if (target === parse(target).root) return "it is the root of the disk";
  if (isWithin(homedir(), target) || isWithin(process.cwd(), target))
    return "it holds the folder you stand in or your home folder";
  if (isWithin(source, target) || isWithin(target, source)) return "it is the content folder, or one holds the other";
  if (!existsSync(target)) return undefined;
  if (!statSync(target).isDirectory()) return "it is a file";
  if (readdirSync(target).length > 0 && !existsSync(join(target, MARKER)))
    return "it holds files that no build of this program made";
  return undefined;
}

/** Where a build writes before it takes the place of the last one: beside it, so that a rename moves it. */
export function stageOf(out: string): { stage: string; previous: string; lock: string } {
  const target = resolve(out);
  const beside = (suffix: string) => join(dirname(target), `.${basename(target)}.${suffix}`);
  return { stage: beside(`stage-${process.pid}`), previous: beside(`previous-${process.pid}`), lock: beside("lock") };
}

/** Writes files under a folder, making the folders in between. */
export function writeFiles(folder: string, files: readonly StaticFile[]): void {
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

/** Puts a finished stage in the place of the last site; if that fails, the last site is put back. */
export function swap(stage: string, out: string, previous: string): void {
  const target = resolve(out);
  if (existsSync(target)) renameSync(target, previous);
  try {
    renameSync(stage, target);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, target);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}
