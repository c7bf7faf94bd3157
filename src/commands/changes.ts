import { execFileSync } from "node:child_process";
import { relative, resolve, sep } from "node:path";
import { labelOf } from "../build/publication-reader.ts";
import { UsageError } from "./options.ts";

function git(folder: string, ...args: string[]): string {
  try {
    return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
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
