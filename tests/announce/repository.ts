import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BranchFile } from "../../src/pipeline/git/branch-file.ts";

/** A repository that others push to, and clones of it; all is removed with the folder. */
export interface Repository {
  readonly folder: string;
  readonly remote: string;
  /** An empty clone. */
  clone(): string;
  /** The ledger's file as a clone sees it; of one without a remote where `isAlone`. */
  file(clone: string, isAlone?: boolean): BranchFile;
  /** The ledger as the remote has it, and how many commits it has; empty before the first. */
  read(): { readonly text: string; readonly commits: number };
  remove(): void;
}

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];

export function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", folder, ...IDENTITY, ...args], { encoding: "utf8", stdio: "pipe" });
}

export function createRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-announce-"));
  const remote = join(folder, "remote.git");
  const init = ["init", "--quiet", "--template=", "--initial-branch", "main"];
  mkdirSync(remote);
  runGit(remote, ...init, "--bare");
  let count = 0;
  return {
    folder,
    remote,
    clone() {
      const clone = join(folder, `clone-${count++}`);
      mkdirSync(clone);
      runGit(clone, ...init);
      runGit(clone, "remote", "add", "origin", remote);
      return clone;
    },
    file: (clone, isAlone = false) => ({
      folder: clone,
      branch: "announced",
      name: "ledger",
      remote: isAlone ? undefined : "origin",
      author: { name: "Paper", email: "noreply@paper.example" },
    }),
    read() {
      try {
        const text = runGit(remote, "cat-file", "blob", "announced:ledger");
        return { text, commits: Number(runGit(remote, "rev-list", "--count", "announced")) };
      } catch {
        return { text: "", commits: 0 };
      }
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
