import { execFileSync } from "node:child_process";
import { relative, resolve, sep } from "node:path";
import { labelOf } from "../pipeline/read/publication.ts";
import { UsageError } from "./options.ts";

/** The texts of files at a revision, by the path that diagnostics name; files that were not there then are left out. */
export function readTextsAt(revision: string, content: string, paths: readonly string[]): Map<string, string> {
  const label = `${labelOf(content)}/`;
  const input = paths.map((path) => `${revision}:./${path.slice(label.length)}\n`).join("");
  const out = execFileSync("git", ["-C", content, "cat-file", "--batch"], {
    input,
    maxBuffer: Infinity,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const texts = new Map<string, string>();
  let at = 0;
  // An answer is a line “ID blob SIZE” and so many bytes and a line feed, or a line “NAME missing”.
  for (const path of paths) {
    const end = out.indexOf("\n", at);
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(out.toString("utf8", at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    if (type === "blob") texts.set(path, out.toString("utf8", at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

function git(folder: string, ...args: string[]): string {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      maxBuffer: Infinity,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    throw new UsageError(`git cannot tell what changed: is ${folder} in a git checkout, and does the revision exist?`);
  }
}

/** The content files that differ from a git revision, new and untracked ones included, as diagnostics name them. */
export function changedSince(revision: string, content: string): Set<string> {
  const top = git(content, "rev-parse", "--show-toplevel").trim();
  const tracked = git(content, "diff", "--name-only", "-z", "--end-of-options", revision, "--", ".");
  const untracked = git(content, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ".");
  const names = `${tracked}${untracked}`.split("\0").filter((name) => name !== "");
  return new Set(
    names.map((name) => `${labelOf(content)}/${relative(resolve(content), resolve(top, name)).split(sep).join("/")}`),
  );
}
