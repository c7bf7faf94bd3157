import { execFileSync } from "node:child_process";
import { MOST_TEXT } from "../../content/files/size.ts";
import { labelOf } from "../../pipeline/read/label.ts";
import { UsageError } from "../options.ts";

/** What git says, as bytes, or undefined when it says nothing but that something is wrong. */
function ask(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      maxBuffer: Infinity,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
      ...(input !== undefined && { input }),
    });
  } catch {
    return undefined;
  }
}

function git(folder: string, ...args: readonly string[]): string {
  const said = ask(folder, args);
  if (said === undefined) throw new UsageError(`git cannot tell what changed in ${folder}`);
  return said.toString();
}

/** What to type for a range of commits: the one from which on it counts. */
function describeRange(revision: string): string | undefined {
  const [, from = "", dots, to = ""] = /^(.*?)(\.{2,3})(.*)$/.exec(revision) ?? [];
  const base = from === "" ? "HEAD" : from;
  if (dots === "..") return `--since ${base}`;
  if (dots === "...") return `--since "$(git merge-base ${base} ${to === "" ? "HEAD" : to})"`;
  const [, commit] = /^\^?(.+?)(?:\^[!@]|\^-\d*)?$/.exec(revision) ?? [];
  if (commit === undefined || commit === revision) return undefined;
  return revision.startsWith("^") ? `--since ${commit}` : `--since ${commit}~1`;
}

/**
 * The one commit that a revision names, whole. Throws a UsageError when it names none, or a range of them: content is compared
 * with how it was at one moment, and a range has two.
 */
export function commitOf(revision: string, content: string): string {
  if (ask(content, ["rev-parse", "--show-toplevel"]) === undefined)
    throw new UsageError(`git cannot tell what changed: ${content} is in no git checkout`);
  const verify = (name: string) =>
    /^[0-9a-f]{40,64}\n$/.exec(
      ask(content, ["rev-parse", "--verify", "--quiet", "--end-of-options", name])?.toString() ?? "",
    );
  const named = verify(revision)?.[0].trim();
  const commit = named === undefined ? undefined : verify(`${named}^{commit}`)?.[0].trim();
  if (commit !== undefined && !/\^[!@]$|\^-\d*$/.test(revision)) return commit;
  const hint = describeRange(revision);
  throw new UsageError(
    hint === undefined
      ? `git cannot tell what changed since “${revision}”, which is no commit here; name one, as in --since main (a shallow checkout lacks some: git fetch --unshallow)`
      : `git cannot tell what changed since “${revision}”, which is a range; name the one commit to compare with: ${hint}`,
  );
}

/** The names and sizes of a commit's regular files below a folder, by path from it. */
function listBlobs(commit: string, content: string): Map<string, { id: string; size: number }> {
  const blobs = new Map<string, { id: string; size: number }>();
  // Each is “MODE TYPE ID SIZE”, a tab and the path.
  for (const line of git(content, "ls-tree", "-r", "-l", "-z", commit, "--", ".").split("\0")) {
    const [, id, size, path] = /^100\d+ blob (\w+) +(\d+)\t([^]*)$/.exec(line) ?? [];
    if (id !== undefined && path !== undefined) blobs.set(path, { id, size: Number(size) });
  }
  return blobs;
}

/** A file as it was at a commit, by its path from the content folder. */
export interface FileAt {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Those texts of a commit that are wanted; what was larger than any text may be is left out: nobody published it. */
export function readFilesAt(commit: string, content: string, isWanted: (path: string) => boolean): FileAt[] {
  const wanted = [...listBlobs(commit, content)].filter(([path, { size }]) => size <= MOST_TEXT && isWanted(path));
  const ids = wanted.map(([, { id }]) => `${id}\n`).join("");
  const out = ask(content, ["cat-file", "--batch"], ids) ?? Buffer.alloc(0);
  let at = 0;
  // Each is a line that says what it is, so many bytes as were listed, and a line feed.
  return wanted.map(([path, { size }]) => {
    const start = out.indexOf("\n", at) + 1;
    at = start + size + 1;
    return { path, bytes: out.subarray(start, start + size) };
  });
}

/** The texts of files at a commit, by the path that diagnostics name. Those that were not there then are left out. */
export function readTextsAt(commit: string, content: string, paths: ReadonlySet<string>): Map<string, string> {
  const label = labelOf(content);
  const files = readFilesAt(commit, content, (path) => path.endsWith(".md") && paths.has(`${label}/${path}`));
  return new Map(files.map(({ path, bytes }) => [`${label}/${path}`, Buffer.from(bytes).toString()]));
}

/** What differs in the content from a commit, by paths as diagnostics name them. */
export interface Changes {
  /** New and untracked files included, and those that are not there any more, by whatever name they may go on. */
  readonly changed: ReadonlySet<string>;
  /** The name that a file had at the commit, by the one that it has, as far as git sees that half of it or more is the same. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What differs in a content folder from a commit. */
export function changesSince(commit: string, content: string): Changes {
  const status = ["--name-status", "--find-renames", "--relative", "-z"];
  const tracked = git(content, "diff", ...status, commit, "--", ".");
  const untracked = git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");
  const label = labelOf(content);
  // Each is a letter and a name, or for a rename “R”, how much is the same, and the two names.
  const found = Array.from(tracked.matchAll(/(?:R\d*\0([^\0]+)|[A-Z])\0([^\0]+)\0/g), ([, from, to = ""]) => ({
    from,
    to,
  }));
  const pathOf = (name: string) => `${label}/${name}`;
  const names = [...found.flatMap(({ from, to }) => (from === undefined ? to : [from, to])), ...untracked.split("\0")];
  return {
    changed: new Set(names.filter((name) => name !== "").map(pathOf)),
    renamed: new Map(
      found.flatMap(({ from, to }) => (from === undefined ? [] : [[pathOf(to), pathOf(from)] as const])),
    ),
  };
}
