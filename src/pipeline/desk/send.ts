import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askGit, describeGit, git, LONGEST_PUSH, neverAsking, splitPaths } from "../git/git.ts";
import { deskFolder, whileAlone } from "./desk-folder.ts";
import { readPlain } from "./read-plain.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { type ChangedFile, describeFile, nameBranch, proposeMessage } from "./sending-words.ts";
import { openWorkTree, type WorkTree, writeTree } from "./work-tree.ts";

/** What would be sent, as it is proposed. */
export interface Proposal {
  readonly files: readonly ChangedFile[];
  /** `desk/2026-03-04-evening`: the branch of the last sending as long as that was not taken over, else a new one. */
  readonly branch: string;
  readonly message: string;
  /** The remote to which the branch is pushed; undefined where there is none. */
  readonly remote: string | undefined;
}

/** What was sent. */
export interface Sent {
  readonly branch: string;
  readonly commit: string;
  readonly files: readonly ChangedFile[];
  /** The remote that has it now; undefined where there is none, or where `problem` says why it has not. The commit is kept. */
  readonly pushedTo: string | undefined;
  readonly problem: string | undefined;
}

export interface Sending {
  readonly message: string;
  /** Who commits, where git knows nobody. */
  readonly author?: { readonly name: string; readonly email: string } | undefined;
}

/** A branch, and the commit at its end if there is one. */
interface Branch {
  readonly name: string;
  readonly tip: string | undefined;
}

function tipOf(content: string, branch: string): Promise<string | undefined> {
  return askGit(content, "rev-parse", "--verify", "--quiet", `refs/heads/${branch}^{commit}`);
}

function noteOf(content: string): string {
  return join(deskFolder(content), "branch");
}

function lastBranch(content: string): string | undefined {
  try {
    const name = readFileSync(noteOf(content), "utf8");
    return /^desk\/[a-z0-9-]+$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Whether all that a branch changed is in what is checked out, be it merged or taken over in one commit. */
async function isTakenOver({ content, head }: WorkTree, tip: string): Promise<boolean> {
  if (head === undefined) return false;
  if ((await git(content, ["merge-base", "--is-ancestor", tip, head])).code === 0) return true;
  const base = await askGit(content, "merge-base", tip, head);
  if (base === undefined) return false;
  const changed = splitPaths(
    (await askGit(content, "diff", "--name-only", "--no-renames", "--relative", "-z", base, tip, "--", ".")) ?? "",
  );
  return (await git(content, ["diff", "--quiet", tip, head, "--", ...changed])).code === 0;
}

/** The branch to which the next commit goes on, if the last one is neither taken over nor checked out. */
async function goOn(tree: WorkTree): Promise<Branch | undefined> {
  const name = lastBranch(tree.content);
  if (name === undefined || tree.checkedOut.includes(name)) return undefined;
  const tip = await tipOf(tree.content, name);
  return tip === undefined || (await isTakenOver(tree, tip)) ? undefined : { name, tip };
}

/** The first of `name`, `name-2` … that no branch has, here or, as far as is known, at the remote. */
async function findFree({ content, remote }: WorkTree, name: string): Promise<Branch> {
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : `${name}-${number}`;
    const there = await askGit(content, "rev-parse", "--verify", "--quiet", `refs/remotes/${remote ?? ""}/${own}`);
    if (there === undefined && (await tipOf(content, own)) === undefined) return { name: own, tip: undefined };
  }
}

const KINDS: Readonly<Record<string, ChangedFile["kind"]>> = { A: "new", D: "removed" };

/** What differs below the content folder between a commit, or nothing, and a tree. */
async function listChanged(content: string, from: string | undefined, tree: string): Promise<ChangedFile[]> {
  const before = from ?? (await git(content, ["hash-object", "-t", "tree", "--stdin"])).out.trim();
  const out = await askGit(
    content,
    "diff-tree",
    "-r",
    "--name-status",
    "--no-renames",
    "--relative",
    "-z",
    before,
    tree,
    "--",
    ".",
  );
  const parts = splitPaths(out ?? "");
  return Array.from({ length: parts.length / 2 }, (_, at) => {
    const [letter = "", path = ""] = parts.slice(2 * at);
    return {
      path,
      kind: KINDS[letter] ?? "changed",
      what: describeFile(path, path.endsWith(".md") ? readPlain(join(content, path)) : undefined),
    };
  });
}

interface Plan extends Proposal {
  readonly work: WorkTree;
  readonly tree: string;
  readonly tip: string | undefined;
}

async function plan(content: string): Promise<Plan | Refused> {
  const work = await openWorkTree(content);
  if ("refused" in work) return work;
  const written = await writeTree(work);
  if ("refused" in written) return written;
  const further = await goOn(work);
  const files = await listChanged(content, further?.tip ?? work.head, written.tree);
  const today = new Date().toISOString().slice(0, 10);
  const branch = further ?? (await findFree(work, nameBranch(files, today)));
  const message = files.length === 0 ? "" : proposeMessage(files);
  return { work, tree: written.tree, files, branch: branch.name, tip: branch.tip, message, remote: work.remote };
}

/** Lists what of the content folder was not sent yet. Refused where git does not keep it. No file, index or branch is changed. */
export async function proposeSending(content: string): Promise<Proposal | Refused> {
  const planned = await plan(content);
  if ("refused" in planned) return planned;
  const { files, branch, message, remote } = planned;
  return { files, branch, message, remote };
}

/** The commits on which a new one stands: the branch's last, and what is checked out where that is not in it yet. */
async function parentsOf({ work, tip }: Plan): Promise<string[]> {
  const { content, head } = work;
  if (tip === undefined) return head === undefined ? [] : [head];
  if (head === undefined || (await git(content, ["merge-base", "--is-ancestor", head, tip])).code === 0) return [tip];
  return [tip, head];
}

async function commit(planned: Plan, { message, author }: Sending): Promise<{ readonly id: string } | Refused> {
  const { work, tree, branch, tip } = planned;
  const { content } = work;
  const parents = (await parentsOf(planned)).flatMap((id) => ["-p", id]);
  const args = ["commit-tree", tree, ...parents, "-F", "-"];
  const known = await git(content, ["var", "GIT_COMMITTER_IDENT"]);
  if (known.code !== 0 && !author)
    return {
      refused:
        "git does not know who you are: give your name and e-mail address, or type git config user.name and user.email once",
    };
  const env =
    known.code !== 0 && author
      ? {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_COMMITTER_NAME: author.name,
          GIT_COMMITTER_EMAIL: author.email,
        }
      : {};
  const made = await git(content, args, { input: `${message.trim()}\n`, env });
  if (made.code !== 0) return { refused: `git cannot commit: ${describeGit(made)}` };
  const id = made.out.trim();
  // Only if the branch still ends where it did: another desk may have gone on with it.
  const nothing = "0".repeat(id.length);
  const moved = await git(content, ["update-ref", "-m", "desk: send", `refs/heads/${branch}`, id, tip ?? nothing], {
    env,
  });
  return moved.code === 0 ? { id } : { refused: `the branch ${branch} cannot be moved on: ${describeGit(moved)}` };
}

/** Pushes a branch, without force; says why the remote has it not. */
async function push({ content, remote }: WorkTree, branch: string): Promise<string | undefined> {
  if (remote === undefined) return undefined;
  const env = await neverAsking(content);
  const ref = `refs/heads/${branch}`;
  const said = await git(content, ["push", "--quiet", remote, `${ref}:${ref}`], { env, most: LONGEST_PUSH });
  if (said.code === 0) return undefined;
  const why = /non-fast-forward|fetch first/.test(said.problem)
    ? "somebody else added to this branch there"
    : describeGit(said);
  return `the commit is kept on this computer, but ${remote} has not taken it: ${why}`;
}

/**
 * Commits all of the content folder to a branch `desk/…`, and pushes that where there is a remote. Working files, index and current branch stay as they
 * are; no hook of commits runs, and nothing is ever forced. Refused, in words, where there is nothing to send or git cannot commit.
 */
export function send(content: string, sending: Sending): Promise<Sent | Refused> {
  if (sending.message.trim() === "") return Promise.resolve({ refused: "say in a line what is sent" });
  return whileAlone(
    content,
    async (): Promise<Sent | Refused> => {
      const planned = await plan(content);
      if ("refused" in planned) return planned;
      const { work, files, branch, remote } = planned;
      if (files.length === 0) {
        // What was not taken by the remote then may be now.
        const problem = planned.tip === undefined ? undefined : await push(work, branch);
        if (planned.tip === undefined || remote === undefined)
          return { refused: "nothing has changed since the last sending" };
        return { branch, commit: planned.tip, files, pushedTo: problem === undefined ? remote : undefined, problem };
      }
      const made = await commit(planned, sending);
      if ("refused" in made) return made;
      writeFileSync(noteOf(content), branch);
      const problem = await push(work, branch);
      return { branch, commit: made.id, files, pushedTo: problem === undefined ? remote : undefined, problem };
    },
    "sending",
  );
}
