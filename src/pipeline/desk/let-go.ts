import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DAY } from "../../cache.mjs";
import { abandonedFolders, deskFolder } from "./desk-folder.ts";
import { askGit, git } from "../git/git.ts";
import { versionOf } from "./open-text.ts";
import { decodeExactly, readPlain } from "./read-plain.ts";
import { findLate, type KeptFile, listAllKept } from "./replaced.ts";

/** So many days all is kept. */
const KEPT = 30;

/** The sizes of all files of a content folder, by their paths. */
function sizesOf(content: string): Map<string, number> {
  const files = readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, statSync(path, { throwIfNoEntry: false })?.size ?? 0];
    }),
  );
}

function isHeld(path: string, version: string): boolean {
  const bytes = readPlain(path);
  return bytes !== undefined && versionOf(bytes) === version;
}

/** Whether a commit of any branch has a text. */
async function isCommitted(content: string, { name }: KeptFile, bytes: Uint8Array): Promise<boolean> {
  const input = decodeExactly(bytes);
  if (input === undefined) return false;
  const { code, out } = await git(content, ["hash-object", "--stdin", "--path", name], { input });
  const id = out.trim();
  if (code !== 0 || (await git(content, ["cat-file", "-e", id])).code !== 0) return false;
  const commit = await askGit(content, "log", "--all", "-1", "--format=%H", `--find-object=${id}`);
  return commit !== undefined && commit !== "";
}

/** Has a look whether a text stands somewhere in the content, or in its history. */
function createSearch(content: string): (kept: KeptFile) => Promise<boolean> {
  let sizes: Map<string, number> | undefined;
  return async (kept) => {
    const { path, name, version } = kept;
    if (isHeld(join(content, name), version)) return true;
    const bytes = readPlain(path);
    if (!bytes) return false;
    sizes ??= sizesOf(content);
    const alike = [...sizes].filter(([, size]) => size === bytes.length);
    return alike.some(([other]) => isHeld(other, version)) || (await isCommitted(content, kept, bytes));
  };
}

/** What nobody needs any more of all that a desk kept. */
async function findNeedless(
  desk: string,
  isSafe: (kept: KeptFile) => Promise<boolean>,
  now: number,
): Promise<string[]> {
  const { replaced, copies } = listAllKept(desk);
  const late = new Set(findLate(desk).map(({ path }) => path));
  const isOld = ({ at }: KeptFile) => now - at > KEPT * DAY;
  const last = new Map([...copies].sort((a, b) => a.at - b.at).map((copy) => [copy.name, copy]));
  const needless = [
    ...replaced.filter((file) => isOld(file) && !late.has(file.path)),
    ...copies.filter((copy) => isOld(copy) && last.get(copy.name) !== copy),
  ];
  for (const copy of last.values()) if (isOld(copy) && (await isSafe(copy))) needless.push(copy);
  return needless.map(({ path }) => path);
}

/**
 * Lets go what desks of this content, and of content that is gone or has another path now, kept for more than 30 days (`now` in milliseconds): what somebody
 * replaced knowingly, and of what was written all but the last text of each file. That one stays until it stands in the content or in a commit, and what a
 * program wrote too late until somebody has said what becomes of it. Throws what the disk refuses.
 */
export async function letGo(content: string, now: number): Promise<void> {
  const own = deskFolder(content);
  const isSafe = createSearch(content);
  for (const path of await findNeedless(own, isSafe, now)) rmSync(path, { force: true });
  for (const { folder, isKnown } of abandonedFolders().filter((other) => other.folder !== own)) {
    for (const path of await findNeedless(folder, isSafe, now)) rmSync(path, { force: true });
    const { replaced, copies } = listAllKept(folder);
    if (isKnown && replaced.length + copies.length === 0) rmSync(folder, { recursive: true, force: true });
  }
}
