import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BASE } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const EDITION = "editions/2026/03-04-evening";
const AFTER = "2026-03-05T00:00:00Z";
let folder = "";
let content = "";

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
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("check --since warns of a published story whose facts changed without a correction", async () => {
  const first = commit();
  expect(await since(first)).toMatchObject({ code: 0, stdout: "no problems\n" });

  edit(`${EDITION}/open-model.md`, "12 “parts", "13 “pieces");
  edit("pages/about.md", "Who we are.", "Who we are: 12 people.");
  const told = await since(first);
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/open-model\.md:2:1 warning silent-edit {2}.*: 12 became 13 and a quotation\n {4}hint: /);
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
  expect(stdout).toContain("13 became 15");
  expect(stdout).not.toContain("closed-model");
});
