import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askGit, describeGit, git, remoteOf } from "../git/git.ts";
import type { Refused } from "../../views/desk/calls.ts";

/** What git knows of the folder in which content stands. */
export interface WorkTree {
  readonly content: string;
  /** The commit that is checked out; undefined before the first one. */
  readonly head: string | undefined;
  /** The branches that are checked out, here or in another folder: nothing may move them. */
  readonly checkedOut: readonly string[];
  /** The remote to which the current branch goes, or the only one, or `origin`. */
  readonly remote: string | undefined;
}

/** Looks what git knows of a content folder. Refused where git does not keep it. */
export async function openWorkTree(content: string): Promise<WorkTree | Refused> {
  const inside = await git(content, ["rev-parse", "--is-inside-work-tree"]);
  if (inside.code !== 0 || inside.out.trim() !== "true") {
    const isNone = /not a git repository/i.test(inside.problem);
    return {
      refused: isNone
        ? "git does not keep this folder, so nothing can be sent; what was written is saved on this computer"
        : `git cannot be asked: ${describeGit(inside)}`,
    };
  }
  const worktrees = (await askGit(content, "worktree", "list", "--porcelain")) ?? "";
  return {
    content,
    head: await askGit(content, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"),
    checkedOut: Array.from(worktrees.matchAll(/^branch refs\/heads\/(.*)$/gm), ([, name = ""]) => name),
    remote: await remoteOf(content),
  };
}

/**
 * The tree of what is checked out with the content folder as it stands on the disk, without a look at the person's own index. What git ignores is not
 * in it. Refused where git cannot make it.
 */
export async function writeTree({ content, head }: WorkTree): Promise<{ readonly tree: string } | Refused> {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-index-"));
  const env = { GIT_INDEX_FILE: join(folder, "index") };
  try {
    const steps = [head === undefined ? ["read-tree", "--empty"] : ["read-tree", head], ["add", "--all", "--", "."]];
    for (const step of steps) {
      const said = await git(content, step, { env });
      if (said.code !== 0) return { refused: `git cannot take the files up: ${describeGit(said)}` };
    }
    const said = await git(content, ["write-tree"], { env });
    return said.code === 0
      ? { tree: said.out.trim() }
      : { refused: `git cannot take the files up: ${describeGit(said)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
