import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { proposeSending, send } from "../../src/pipeline/desk/send.ts";
import { describeGit, git as runGit } from "../../src/pipeline/git/git.ts";
import { freshContent, taken } from "./desk-content.ts";

const fresh = freshContent();
const NAME = "editions/2026/03-04-evening/open-model.md";
const BRANCH = "desk/2026-03-04-evening";

function git(...args: string[]): string {
  return execFileSync("git", ["-C", fresh.root, ...args], { encoding: "utf8" }).trimEnd();
}

function write(name: string, text: string): void {
  writeFileSync(join(fresh.content, name), text);
}

/** What belongs to who works in the folder: branch, index and what differs from both. */
function person(): string {
  return [
    git("symbolic-ref", "HEAD"),
    git("rev-parse", "HEAD"),
    git("ls-files", "--stage"),
    git("status", "--porcelain"),
  ].join("\n");
}

const NAMES = { GIT_CONFIG_GLOBAL: "", GIT_CONFIG_NOSYSTEM: "1", HOME: "", EMAIL: "" };
const before = Object.fromEntries(Object.keys(NAMES).map((name) => [name, process.env[name]]));

beforeEach(() => {
  Object.assign(process.env, { ...NAMES, GIT_CONFIG_GLOBAL: join(fresh.root, "none"), HOME: fresh.root });
  git("init", "--quiet", "--initial-branch=main");
  writeFileSync(join(fresh.root, ".gitignore"), "cache/\n*.git/\n");
  writeFileSync(join(fresh.root, "other.txt"), "other\n");
  git("config", "user.name", "Kim");
  git("config", "user.email", "kim@example.org");
  git("add", "--all");
  git("commit", "--quiet", "-m", "Begin");
  appendFileSync(join(fresh.content, NAME), "More.\n");
});

afterEach(() => {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
});

test("what changed is proposed in words", async () => {
  write("editions/2026/03-04-evening/new-one.md", "---\ntitle: A “new” one\n---\n");
  rmSync(join(fresh.content, "editions/2026/03-04-evening/edition.md"));
  const proposal = taken(await proposeSending(fresh.content));
  expect(proposal.branch).toBe(BRANCH);
  expect(proposal.remote).toBeUndefined();
  expect(proposal.files.map(({ path, kind }) => [path.split("/").at(-1), kind])).toEqual([
    ["edition.md", "removed"],
    ["new-one.md", "new"],
    ["open-model.md", "changed"],
  ]);
  expect(proposal.files[1]?.what).toBe("story “A “new” one” of 2026-03-04-evening");
  expect(proposal.message).toMatch(/^Work on 2026-03-04-evening\n\n- Remove edition 2026-03-04-evening\n/);
});

test("a commit on a branch holds the content alone, and what belongs to the person stays", async () => {
  appendFileSync(join(fresh.root, "other.txt"), "not sent\n");
  write("editions/2026/03-04-evening/staged.md", "---\ntitle: S\n---\n");
  git("add", "content/editions/2026/03-04-evening/staged.md");
  const mine = person();
  const sent = taken(await send(fresh.content, { message: "Say more\n\nAs it is." }));
  expect(person()).toBe(mine);
  expect(sent).toMatchObject({ branch: BRANCH, pushedTo: undefined, problem: undefined });
  expect(git("rev-parse", `${BRANCH}^`)).toBe(git("rev-parse", "main"));
  expect(git("diff", "--name-only", "main", BRANCH).split("\n")).toEqual([
    `content/${NAME}`,
    "content/editions/2026/03-04-evening/staged.md",
  ]);
  expect(git("log", "-1", "--format=%an %ae%n%B", BRANCH)).toBe("Kim kim@example.org\nSay more\n\nAs it is.");
});

test("a second sending goes on with the branch, and with a new one when that is taken over", async () => {
  const first = taken(await send(fresh.content, { message: "One" }));
  expect(await send(fresh.content, { message: "Nothing" })).toHaveProperty(
    "refused",
    expect.stringContaining("nothing has changed"),
  );
  appendFileSync(join(fresh.content, NAME), "And more.\n");
  const second = taken(await send(fresh.content, { message: "Two" }));
  expect([second.branch, second.files.length]).toEqual([BRANCH, 1]);
  expect(git("rev-parse", `${BRANCH}^`)).toBe(first.commit);
  // Taken over in one commit, as the hosts of git do it.
  git("commit", "--quiet", "--all", "-m", "One and two");
  appendFileSync(join(fresh.content, NAME), "The end.\n");
  const third = taken(await send(fresh.content, { message: "Three" }));
  expect([third.branch, git("rev-parse", `${third.branch}^`)]).toEqual([`${BRANCH}-2`, git("rev-parse", "main")]);
});

test("what others did meanwhile is in the next commit, as its second parent", async () => {
  const first = taken(await send(fresh.content, { message: "One" }));
  git("stash", "--quiet");
  writeFileSync(join(fresh.root, "other.txt"), "theirs\n");
  git("commit", "--quiet", "--all", "-m", "Theirs");
  git("stash", "pop", "--quiet");
  appendFileSync(join(fresh.content, NAME), "And more.\n");
  taken(await send(fresh.content, { message: "Two" }));
  expect(git("rev-parse", `${BRANCH}^1`, `${BRANCH}^2`).split("\n")).toEqual([first.commit, git("rev-parse", "main")]);
  expect(git("show", `${BRANCH}:other.txt`)).toBe("theirs");
});

test("a branch that is checked out is never moved", async () => {
  taken(await send(fresh.content, { message: "One" }));
  git("stash", "--quiet");
  git("checkout", "--quiet", BRANCH);
  appendFileSync(join(fresh.content, NAME), "And more.\n");
  const mine = person();
  expect(taken(await send(fresh.content, { message: "Two" })).branch).not.toBe(BRANCH);
  expect(person()).toBe(mine);
});

describe("a remote", () => {
  const bare = () => join(fresh.root, "far.git");
  beforeEach(() => {
    git("init", "--quiet", "--bare", bare());
    git("remote", "add", "origin", bare());
  });

  test("is given the branch, and never by force", async () => {
    expect(taken(await proposeSending(fresh.content)).remote).toBe("origin");
    const sent = taken(await send(fresh.content, { message: "One" }));
    expect(sent.pushedTo).toBe("origin");
    const far = () => git("-C", bare(), "rev-parse", BRANCH);
    expect(far()).toBe(sent.commit);
    const theirs = git("commit-tree", "-p", sent.commit, "-m", "Theirs", `${sent.commit}^{tree}`);
    git("push", "--quiet", "origin", `${theirs}:refs/heads/${BRANCH}`);
    appendFileSync(join(fresh.content, NAME), "And more.\n");
    const second = taken(await send(fresh.content, { message: "Two" }));
    expect([second.pushedTo, second.problem]).toEqual([undefined, expect.stringContaining("somebody else added")]);
    expect([far(), git("rev-parse", BRANCH)]).toEqual([theirs, second.commit]);
  });

  test("that is not there is told, the commit is kept, and the next sending tries again", async () => {
    git("remote", "set-url", "origin", join(fresh.root, "nowhere"));
    const sent = taken(await send(fresh.content, { message: "One" }));
    expect([sent.pushedTo, git("rev-parse", BRANCH)]).toEqual([undefined, sent.commit]);
    expect(sent.problem).toContain("the commit is kept on this computer");
    git("remote", "set-url", "origin", bare());
    expect(taken(await send(fresh.content, { message: "Again" })).pushedTo).toBe("origin");
    expect(git("-C", bare(), "rev-parse", BRANCH)).toBe(sent.commit);
  });
});

test("what of git takes too long, or asks, is ended and told", async () => {
  const slow = await runGit(fresh.root, ["-c", "alias.wait=!sleep 600", "wait"], { most: 200 });
  expect([slow.isLate, describeGit(slow)]).toEqual([true, "git took too long, and was stopped"]);
  const asked = await runGit(fresh.root, ["-c", "credential.helper=", "credential", "fill"], {
    input: "protocol=https\nhost=git.example\n\n",
    env: { GIT_ASKPASS: "", SSH_ASKPASS: "" },
  });
  expect([asked.code === 0, asked.isLate]).toEqual([false, false]);
});

test("who is nobody to git is asked for a name, and has it in the commit", async () => {
  git("config", "--unset", "user.name");
  git("config", "--unset", "user.email");
  git("config", "user.useConfigOnly", "true");
  expect(await send(fresh.content, { message: "One" })).toHaveProperty(
    "refused",
    expect.stringContaining("who you are"),
  );
  taken(await send(fresh.content, { message: "One", author: { name: "Robin", email: "robin@example.org" } }));
  expect(git("log", "-1", "--format=%an %ce", BRANCH)).toBe("Robin robin@example.org");
});

test("a folder without git says so in words", async () => {
  rmSync(join(fresh.root, ".git"), { recursive: true });
  const told: unknown = expect.stringContaining("git does not keep this folder");
  expect(await proposeSending(fresh.content)).toHaveProperty("refused", told);
  expect(await send(fresh.content, { message: "One" })).toHaveProperty("refused", told);
});

test("before the first commit there is a branch all the same", async () => {
  rmSync(join(fresh.root, ".git"), { recursive: true });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Kim");
  git("config", "user.email", "kim@example.org");
  const sent = taken(await send(fresh.content, { message: "All" }));
  expect(git("ls-tree", "-r", "--name-only", sent.branch)).toContain(`content/${NAME}`);
  expect(git("ls-tree", "-r", "--name-only", sent.branch)).not.toContain("other.txt");
  mkdirSync(join(fresh.root, "x"));
  expect(readFileSync(join(fresh.content, NAME), "utf8")).toContain("More.");
});
