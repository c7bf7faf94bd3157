import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BASE } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const EDITION = "editions/2026/03-04-evening";
const AFTER = "2026-03-05T00:00:00Z";
let folder = "";
let content = "";
let bare = "";

function git(...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
  });
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(content, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(content, path), text.replace(from, to));
}

function commit(): string {
  git("add", ".");
  git("commit", "--quiet", "--message", "Change");
  return git("rev-parse", "HEAD").trim();
}

function since(revision: string, now = AFTER, ...more: string[]) {
  return runWithin(["check", "--content", content, "--since", revision, "--now", now, ...more]);
}

/** The content stands in a folder of the repository, as it does where editors work. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-silent-"));
  content = join(folder, "words", "content");
  cpSync(BASE, content, { recursive: true });
  edit(`${EDITION}/open-model.md`, "on the web.", "on the web. It has 12 “parts of some use” — naïvely counted.");
  git("init", "--quiet");
  bare = mkdtempSync(join(tmpdir(), "evening-update-bare-"));
  cpSync(BASE, bare, { recursive: true });
});

afterAll(() => {
  for (const own of [folder, bare]) rmSync(own, { recursive: true, force: true });
});

test("check --since warns of a published story whose facts changed without a correction", async () => {
  const first = commit();
  expect(await since(first)).toMatchObject({ code: 0, stdout: "no problems\n" });

  edit(`${EDITION}/open-model.md`, "12 “parts", "13 “pieces");
  edit("pages/about.md", "Who we are.", "Who we are: 12 people.");
  const told = await since(first);
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(
    /open-model\.md:2:1 warning silent-edit {2}.*: “12” became “13” and “parts” became “pieces”\n {4}hint: /,
  );
  expect(told.stdout.endsWith("0 errors, 1 warning in 1 file\n")).toBe(true);
  expect((await since(first, AFTER, "--strict")).code).toBe(1);
  expect((await runWithin(["check", "--content", content, "--now", AFTER])).stdout).toBe("no problems\n");

  // What readers have not seen yet may change, and a new revision is a new beginning.
  expect((await since(first, "2026-03-04T12:00:00Z")).stdout).toBe("no problems\n");
  const second = commit();
  expect((await since(second)).stdout).toBe("no problems\n");
  expect((await since(first)).stdout).toContain("silent-edit");

  edit(
    `${EDITION}/open-model.md`,
    "---\nExample",
    "corrections:\n  - { at: 2026-03-04T20:00, kind: correction, text: There are 13. }\n---\nExample",
  );
  expect((await since(first)).stdout).toBe("no problems\n");
});

test("a story that is new, or at a new path, is not compared", async () => {
  const revision = commit();
  const text = readFileSync(join(content, EDITION, "open-model.md"), "utf8");
  writeFileSync(join(content, EDITION, "closed-model.md"), text.replace("13", "14").replace(/corrections:\n.*\n/, ""));
  edit(`${EDITION}/edition.md`, "[open-model]", "[open-model, closed-model]");
  edit(`${EDITION}/open-model.md`, "13 “", "15 “");
  const { stdout } = await since(revision);
  expect(stdout).toContain("“13” became “15”");
  expect(stdout).not.toContain("closed-model");
});

test("an edition’s lede that changed is told, too", async () => {
  const first = commit();
  edit(`${EDITION}/edition.md`, "---\n", "---\ndescription: Put in later.\n");
  const { stdout } = await since(first);
  expect(stdout).toMatch(/edition\.md:2:1 warning silent-edit {2}this published edition .*“Put in later\.” was added/);
});

test("a folder that is reached by a link is compared all the same, and what was too large for a text is not", async () => {
  const large = "large.md";
  writeFileSync(join(content, EDITION, large), Buffer.alloc(40 * 1024 * 1024, "x"));
  const first = commit();
  rmSync(join(content, EDITION, large));
  edit(`${EDITION}/open-model.md`, "on the web.", "on no web.");
  const link = join(folder, "link");
  symlinkSync(join(folder, "words"), link, "junction");
  const { stdout } = await runWithin(["check", "--content", join(link, "content"), "--since", first, "--now", AFTER]);
  expect(stdout).toContain("“the” became “no”");
  rmSync(link);
});

test("what names one commit is taken, and of a range it is said what to type", async () => {
  const first = commit();
  edit(`${EDITION}/open-model.md`, "on no web.", "on any web.");
  commit();
  git("tag", "--annotate", "--message", "x", "marked", first);
  for (const revision of ["HEAD~1", "HEAD^", first.slice(0, 10), "marked", "@~1"])
    expect((await since(revision)).stdout, revision).toContain("“no” became “any”");
  const ranges: [string, string][] = [
    ["HEAD~1..HEAD", "--since HEAD~1"],
    ["HEAD~1..", "--since HEAD~1"],
    ["..HEAD~1", "--since HEAD"],
    ["HEAD~1...HEAD", '--since "$(git merge-base HEAD~1 HEAD)"'],
    ["HEAD~1...", '--since "$(git merge-base HEAD~1 HEAD)"'],
    ["HEAD^!", "--since HEAD~1"],
    ["HEAD^@", "--since HEAD~1"],
    ["HEAD^-", "--since HEAD~1"],
    ["^HEAD", "--since HEAD"],
  ];
  for (const [range, hint] of ranges)
    expect(await since(range), range).toEqual({
      code: 2,
      stdout: "",
      stderr: `git cannot tell what changed since “${range}”, which is a range; name the one commit to compare with: ${hint}\n`,
    });
  for (const revision of [
    "nowhere",
    "HEAD:words",
    "HEAD~99",
    "0".repeat(40),
    "content",
    "HEAD HEAD~1",
    "--all",
    "-1",
  ]) {
    const { code, stdout, stderr } = await since(revision);
    expect([code, stdout], revision).toEqual([2, ""]);
    expect(stderr).toContain(`since “${revision}”, which is no commit here; name one, as in --since main`);
  }
});

test("without a repository nothing can have changed, which is said", async () => {
  const { code, stderr } = await runWithin(["check", "--content", bare, "--since", "HEAD"]);
  expect([code, stderr]).toEqual([2, `git cannot tell what changed: ${bare} is in no git checkout\n`]);
});
