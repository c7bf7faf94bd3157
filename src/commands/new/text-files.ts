import { closeSync, constants, lstatSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Dateline, editionFolder } from "../../content/dateline.ts";
import { describeTooLarge, MOST_TEXT } from "../../content/files/size.ts";
import { UsageError } from "../options.ts";

/** Writes a file that must not exist yet: a scaffold never replaces anybody's text, nor writes where a link leads. */
export function writeNew(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) throw new UsageError(`${path} exists already; nothing was written`);
  writeFileSync(path, text, { flag: "wx" });
  process.stdout.write(`wrote ${path}\n`);
}

/** Makes the folder of an edition. Links are not followed: what lies behind one is no content, and may be anybody's. */
export function makeFolder(content: string, dateline: Dateline): string {
  let folder = content;
  for (const name of editionFolder(dateline).split("/")) {
    folder = join(folder, name);
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory())
      throw new UsageError(
        `${folder} is not a folder but ${entry.isSymbolicLink() ? "a symbolic link" : "a file"}; nothing was written`,
      );
    if (!entry) mkdirSync(folder);
  }
  return folder;
}

/** Whether there is a text to which something can be added. Throws where something stands there that is no text of this name alone. */
export function hasText(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return false;
  if (!entry.isFile() || entry.nlink > 1)
    throw new UsageError(`${path} is a link or no file, to which nothing can be added; nothing was written`);
  if (entry.size > MOST_TEXT)
    throw new UsageError(`${path}: ${describeTooLarge(entry.size, MOST_TEXT).message}; nothing was written`);
  return true;
}

/** Replaces the text of a file, unless it has become a link meanwhile; Windows has no flag for that. */
export function replaceText(path: string, text: Uint8Array): void {
  const {
    O_WRONLY,
    O_TRUNC,
    O_NOFOLLOW = 0,
  } = constants as Partial<typeof constants> & Pick<typeof constants, "O_WRONLY" | "O_TRUNC">;
  const file = openSync(path, O_WRONLY | O_TRUNC | O_NOFOLLOW);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}
