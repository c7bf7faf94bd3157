import { describeGit, git, LONGEST_PUSH, neverAsking, type Said } from "./git.ts";

/** A file that is alone on a branch of its own. */
export interface BranchFile {
  /** In the work tree of which it is; nothing there is read or written. */
  readonly folder: string;
  readonly branch: string;
  readonly name: string;
  /** Where the branch is; on this computer alone where there is no remote. */
  readonly remote: string | undefined;
  /** Who commits. */
  readonly author: { readonly name: string; readonly email: string };
}

/** A file as a commit of the branch has it; without a commit where there is no branch yet. */
export interface Version {
  readonly tip: string | undefined;
  readonly text: string;
}

/** Why git did not do it. */
export interface GitProblem {
  readonly problem: string;
  /** Whether it would be the same the next time: somebody has to give a right, or to bring something back. */
  readonly isLasting: boolean;
}

/** Another added to the branch meanwhile. */
export type Moved = "moved";

const DENIED =
  /denied|\b40[13]\b|authenticat|could not read (?:username|password)|hook declined|read.only|not a git repo/i;
const OVERTAKEN =
  /\[rejected\]|non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|already exists/i;

function refOf({ branch }: BranchFile): string {
  return `refs/heads/${branch}`;
}

/** Where this computer keeps what it last knew of the branch. */
function knownRef({ branch, remote }: BranchFile): string {
  return remote === undefined ? `refs/heads/${branch}` : `refs/remotes/${remote}/${branch}`;
}

function problemOf(said: Said): GitProblem {
  return { problem: describeGit(said), isLasting: DENIED.test(said.problem) };
}

async function tipHere(file: BranchFile): Promise<string | undefined> {
  const { code, out } = await git(file.folder, ["rev-parse", "--verify", "--quiet", `${knownRef(file)}^{commit}`]);
  return code === 0 ? out.trim() : undefined;
}

async function readAt(file: BranchFile, tip: string | undefined): Promise<Version | GitProblem> {
  if (tip === undefined) return { tip, text: "" };
  const said = await git(file.folder, ["cat-file", "blob", `${tip}:${file.name}`]);
  if (said.code === 0) return { tip, text: said.out };
  return { problem: `the branch “${file.branch}” has no file “${file.name}”: ${describeGit(said)}`, isLasting: true };
}

/** Reads the file as this computer last knew it, and asks nobody. */
export async function readKnown(file: BranchFile): Promise<Version | GitProblem> {
  return readAt(file, await tipHere(file));
}

/** Reads the file as the remote has it now. */
export async function readNow(file: BranchFile): Promise<Version | GitProblem> {
  const { folder, remote, branch } = file;
  if (remote === undefined) return readKnown(file);
  const env = await neverAsking(folder);
  const listed = await git(folder, ["ls-remote", remote, refOf(file)], { env });
  if (listed.code !== 0) return problemOf(listed);
  const [tip] = /^[0-9a-f]+/.exec(listed.out) ?? [];
  const known = await tipHere(file);
  if (tip === undefined && known !== undefined)
    return {
      problem: `${remote} has no branch “${branch}” any more; give it back: git push ${remote} ${knownRef(file)}:${refOf(file)}`,
      isLasting: true,
    };
  if (tip === undefined || tip === known) return readAt(file, tip);
  const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", remote];
  const fetched = await git(folder, [...args, refOf(file)], { env, most: LONGEST_PUSH });
  // It may have failed beside what is wanted, where another process has the lock of a reference.
  const isHere = await git(folder, ["cat-file", "-e", `${tip}^{commit}`]);
  if (isHere.code !== 0) return problemOf(fetched.code === 0 ? isHere : fetched);
  await git(folder, ["update-ref", knownRef(file), tip]);
  return readAt(file, tip);
}

/** A commit that has the file with a text, and a version's commit before it. */
async function commit(file: BranchFile, { tip }: Version, text: string, message: string): Promise<string | GitProblem> {
  const { folder, name, author } = file;
  const blob = await git(folder, ["hash-object", "-w", "--stdin"], { input: text });
  if (blob.code !== 0) return problemOf(blob);
  const tree = await git(folder, ["mktree"], { input: `100644 blob ${blob.out.trim()}\t${name}\n` });
  if (tree.code !== 0) return problemOf(tree);
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
  };
  const parent = tip === undefined ? [] : ["-p", tip];
  const made = await git(folder, ["commit-tree", tree.out.trim(), ...parent, "-F", "-"], {
    env,
    input: `${message}\n`,
  });
  return made.code === 0 ? made.out.trim() : problemOf(made);
}

/**
 * Writes a text in the place of a version's, if the branch still ends with that one: git decides, by a push without force, and where there is no remote by
 * an exchange of the old commit for the new one. What a problem leaves open (an answer may have been lost) is to be read again. No hook runs here.
 */
export async function writeNext(
  file: BranchFile,
  version: Version,
  text: string,
  message: string,
): Promise<Version | Moved | GitProblem> {
  const { folder, remote } = file;
  const tip = await commit(file, version, text, message);
  if (typeof tip !== "string") return tip;
  if (remote === undefined) {
    const before = version.tip ?? "0".repeat(tip.length);
    const moved = await git(folder, ["update-ref", "-m", message, refOf(file), tip, before]);
    return moved.code === 0 ? { tip, text } : "moved";
  }
  const args = ["push", "--quiet", "--no-verify", remote, `${tip}:${refOf(file)}`];
  const pushed = await git(folder, args, { env: await neverAsking(folder), most: LONGEST_PUSH });
  if (pushed.code !== 0) return OVERTAKEN.test(pushed.problem) ? "moved" : problemOf(pushed);
  await git(folder, ["update-ref", knownRef(file), tip]);
  return { tip, text };
}
