import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Step } from "../../content/edit/steps.ts";
import { isIgnored } from "../../content/files/layout.ts";
import { UsageError } from "../options.ts";

/** Where a file stands until it is whole. A run that was cut off may leave it: the next one writes it again. */
function asideOf(path: string): string {
  return `${path}.moving`;
}

/** Puts a file in its place whole or not at all. */
function putWhole(path: string, fill: (aside: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(asideOf(path), { force: true });
  fill(asideOf(path));
  renameSync(asideOf(path), path);
}

/** Removes a folder in which nothing stands that anybody would miss. */
function removeEmpty(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const names = readdirSync(folder);
  if (!names.every(isIgnored)) return;
  for (const name of names) rmSync(join(folder, name));
  rmdirSync(folder);
}

function carryOut(content: string, step: Step): void {
  const path = join(content, step.path);
  switch (step.kind) {
    case "write":
    case "replace":
      putWhole(path, (aside) => {
        writeFileSync(aside, step.bytes, { flag: "wx" });
      });
      break;
    case "copy":
      putWhole(join(content, step.to), (aside) => {
        copyFileSync(path, aside, constants.COPYFILE_EXCL);
      });
      break;
    case "rename":
      mkdirSync(dirname(join(content, step.to)), { recursive: true });
      renameSync(path, join(content, step.to));
      break;
    case "remove":
      rmSync(path);
      break;
    case "tidy":
      removeEmpty(path);
      removeEmpty(dirname(path));
  }
}

/** Throws where a path leads through a link, to what lies elsewhere. */
function requirePlain(content: string, path: string): void {
  const names = path.split("/");
  for (const at of names.keys()) {
    const way = join(content, ...names.slice(0, at + 1));
    const entry = lstatSync(way, { throwIfNoEntry: false });
    if (!entry) return;
    const isEnd = at === names.length - 1;
    if (entry.isSymbolicLink() || (entry.isFile() && entry.nlink > 1))
      throw new UsageError(`${way} is a link, behind which may lie anybody’s files; nothing was written`);
    if (!isEnd && !entry.isDirectory())
      throw new UsageError(`${way} is a file where a folder is needed; nothing was written`);
  }
}

/**
 * Does all of a plan in a content folder, and tells of each step when it is done. Throws a UsageError before the first step where one of them
 * would go through a link, or over what is there. Each step is done whole or not at all, and a run that was cut off is completed by the next one.
 */
export function carryOutAll(content: string, steps: readonly Step[], tell: (step: Step) => void): void {
  for (const step of steps) {
    for (const path of "to" in step ? [step.path, step.to] : [step.path]) requirePlain(content, path);
    const made = "to" in step ? step.to : step.kind === "write" ? step.path : undefined;
    if (made !== undefined && lstatSync(join(content, made), { throwIfNoEntry: false }))
      throw new UsageError(`${join(content, made)} exists already; nothing was written`);
  }
  for (const step of steps) {
    carryOut(content, step);
    tell(step);
  }
}
