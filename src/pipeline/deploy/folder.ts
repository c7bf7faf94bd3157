import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { openTree } from "../output/tree.ts";
import { PARTS } from "./notes.ts";
import { DeployError, type Store } from "./store.ts";

/** So many places are named. */
const NAMED = 5;

function look(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** All files below a folder, and what else is no folder; a link is not followed. */
function listBelow(root: string, inner = "", found = new Map<string, number>()): Map<string, number> {
  for (const entry of readdirSync(root + inner, { withFileTypes: true })) {
    const path = `${inner}/${entry.name}`;
    if (entry.isDirectory()) listBelow(root, path, found);
    // A server or another program may have taken it away meanwhile.
    else found.set(path, entry.isFile() ? (look(root + path)?.size ?? -1) : -1);
  }
  return found;
}

/** The folders in which a path lies, from the root on, the root not included. */
function parentsOf(path: string): string[] {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join("/")}`);
}

/** Why no file can be put at a path, for want of a folder that is one or since one stands there. */
function* findHurdles(root: string, path: string, seen: Set<string>): Generator<string> {
  for (const folder of parentsOf(path)) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    const entry = look(root + folder);
    if (entry?.isSymbolicLink()) yield `${root}${folder} is a symbolic link, through which files would go elsewhere`;
    else if (entry && !entry.isDirectory()) yield `${root}${folder} is a file, where the site has a folder`;
    if (!entry?.isDirectory()) return;
  }
  if (look(root + path)?.isDirectory()) yield `${root}${path} is a folder, where the site has a file`;
}

/**
 * A folder that a web server shows. Files are written aside, on the same disk, and take their names in one step; the folder itself
 * stays the same one, since servers and containers may hold it open. Only whoever has its lock may put anything there.
 */
export function openFolder(root: string, name: string, isLocked: boolean): Store {
  const parts = root + PARTS;
  const clear = (): void => {
    if (isLocked) rmSync(parts, { recursive: true, force: true });
  };
  clear();
  let count = 0;
  const put = (path: string, write: (part: string) => void): void => {
    const part = join(parts, String(count++));
    mkdirSync(parts, { recursive: true });
    mkdirSync(dirname(root + path), { recursive: true });
    write(part);
    renameSync(part, root + path);
  };
  return {
    name,
    list: () => Promise.resolve(look(root) ? listBelow(root) : new Map<string, number>()),
    read: (path) => Promise.resolve(look(root + path)?.isFile() ? readFileSync(root + path, "utf8") : undefined),
    write(path, text) {
      put(path, (part) => {
        writeFileSync(part, text);
      });
      return Promise.resolve();
    },
    check(paths) {
      const seen = new Set<string>();
      const hurdles = paths.flatMap((path) => [...findHurdles(root, path, seen)]);
      if (hurdles.length === 0) return;
      const more = hurdles.length > NAMED ? [`and ${hurdles.length - NAMED} more`] : [];
      throw new DeployError(
        [...hurdles.slice(0, NAMED), ...more, "Nothing was sent. Take that away and run it again."].join("\n"),
      );
    },
    send(files) {
      for (const { path, from } of files)
        put(path, (part) => {
          copyFileSync(from, part, constants.COPYFILE_FICLONE);
        });
      return Promise.resolve();
    },
    remove(paths) {
      openTree(root, true).remove(paths);
      return Promise.resolve();
    },
    close: clear,
  };
}
