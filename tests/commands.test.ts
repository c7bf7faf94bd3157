import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./command.ts";
import { layMistakes } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const STORY = "editions/2026/03-04-evening/open-model.md";
const NOW = ["--now", "2026-03-05T00:00:00Z"];
const STACK = /^\s+at /m;

let folder = "";
let good = "";
let warned = "";
let bad = "";

/** The valid base with a fixture's mistakes on it. */
function lay(name: string, ...mistakes: readonly string[]): string {
  return layMistakes(join(folder, name, "content"), ...mistakes);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-commands-"));
  good = lay("good");
  warned = lay("warned", "section-empty");
  bad = lay("bad", "unknown-topic", "site-zone");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("check", () => {
  test("exits 0 and says so when there is no problem", () => {
    expect(run(["check", "--content", good, ...NOW])).toEqual({ code: 0, stdout: "no problems\n", stderr: "" });
  });

  test("exits 1 at an error, and prints every problem and then their count", () => {
    const { code, stdout, stderr } = run(["check", "--content", bad, ...NOW]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/open-model\.md:3:8 error unknown-topic {2}“modles” is not a topic\n {4}hint: did you mean/);
    expect(stdout).toMatch(/site\.yaml:4:7 error bad-zone/);
    expect(stdout.endsWith("2 errors, 0 warnings in 2 files\n")).toBe(true);
    expect(stderr).toBe("");
  });

  test("exits 0 at a warning, and 1 with --strict", () => {
    const lenient = run(["check", "--content", warned, ...NOW]);
    expect(lenient.code).toBe(0);
    expect(lenient.stdout).toContain("warning empty-section");
    expect(lenient.stdout.endsWith("0 errors, 1 warning in 1 file\n")).toBe(true);
    expect(run(["check", "--content", warned, "--strict", ...NOW])).toEqual({ ...lenient, code: 1 });
  });

  test("with --advice tells what may be better, which fails nothing", async () => {
    const content = lay("advice", "advice-long-sentence");
    const plain = await runWithin(["check", "--content", content, "--strict", ...NOW]);
    expect(plain).toMatchObject({ code: 0, stdout: "no problems\n" });
    const advised = await runWithin(["check", "--content", content, "--strict", "--advice", ...NOW]);
    expect(advised.code).toBe(0);
    expect(advised.stdout).toMatch(/advice long-sentence/);
    expect(advised.stdout.endsWith("0 errors, 0 warnings, 1 piece of advice in 1 file\n")).toBe(true);
  });

  test("prints the same problems as JSON, and nothing else", async () => {
    const { stdout: text } = await runWithin(["check", "--content", bad, ...NOW]);
    const { code, stdout } = await runWithin(["check", "--content", bad, "--format", "json", ...NOW]);
    expect(code).toBe(1);
    const diagnostics = JSON.parse(stdout) as Record<
      "path" | "line" | "column" | "severity" | "rule" | "message",
      string
    >[];
    expect(diagnostics).toHaveLength(2);
    for (const { path, line, column, severity, rule, message } of diagnostics)
      expect(text).toContain(`${path}:${line}:${column} ${severity} ${rule}  ${message}\n`);
    const none = await runWithin(["check", "--content", good, "--format", "json", ...NOW]);
    expect(JSON.parse(none.stdout)).toEqual([]);
  });

  test("prints GitHub's commands, in which no text of the content can begin another", async () => {
    const content = lay("github, 100%");
    const story = join(content, STORY);
    writeFileSync(story, readFileSync(story, "utf8").replace("topic: models", 'topic: "100%,\\n::error::a:b"'));
    const { code, stdout } = await runWithin(["check", "--content", content, "--format", "github", ...NOW]);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toMatch(
      /^::error file=[^:,]*github%2C 100%25\/content\/[^:,]*,line=3,col=8,title=unknown-topic::“100%25,<U\+000A>::error::a:b”/,
    );
  });

  test("takes its clock from --now, else from BUILD_NOW", async () => {
    const content = lay("clock", "link-unpublished");
    const warns = async (args: readonly string[], now: string) =>
      (await runWithin(["check", "--content", content, ...args], { BUILD_NOW: now })).stdout.includes(
        "unpublished-target",
      );
    expect(await warns([], "2026-03-05T00:00:00Z")).toBe(true);
    expect(await warns([], "2026-03-06T00:00:00Z")).toBe(false);
    expect(await warns(["--now", "2026-03-05T00:00:00Z"], "2026-03-06T00:00:00Z")).toBe(true);
  });

  test("with --since tells only of files that changed since a revision, new ones included", async () => {
    const content = lay("repository", "unknown-topic");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
        cwd: content,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "Base");
    const since = (revision: string) => runWithin(["check", "--content", content, "--since", revision, ...NOW]);
    expect((await runWithin(["check", "--content", content, ...NOW])).code).toBe(1);
    expect(await since("HEAD")).toMatchObject({ code: 0, stdout: "no problems\n" });

    writeFileSync(join(content, "topic.yaml"), "models: { name: Models }\n");
    writeFileSync(
      join(content, "site.yaml"),
      readFileSync(join(content, "site.yaml"), "utf8").replace("London", "Londn"),
    );
    const { code, stdout } = await since("HEAD");
    expect(code).toBe(1);
    expect(stdout).toContain("topic.yaml:1:1 error unknown-file");
    expect(stdout).toContain("site.yaml:4:7 error bad-zone");
    expect(stdout).not.toContain("unknown-topic");

    for (const revision of ["nothing", "--output=x"]) {
      const refused = await since(revision);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toMatch(/^git cannot tell what changed[^\n]*\n$/);
    }
    expect(existsSync(join(content, "x"))).toBe(false);
  });
});

describe.each(["check", "build"])("%s exits 2, with a line that says why, at", (command) => {
  test.each<[string, readonly string[], RegExp, Record<string, string>]>([
    ["an unknown option", ["--contnet", "x"], /^error: unknown option '--contnet'/, {}],
    ["a word too many", ["everything"], /^error: too many arguments/, {}],
    [
      "a folder that is missing",
      ["--content", "no/such/folder"],
      /^no\/such\/folder is not a folder; name .*--content DIR\n$/,
      {},
    ],
    ["a file for a folder", ["--content", "package.json"], /^package\.json is not a folder/, {}],
    [
      "a clock that is none",
      ["--now", "yesterday"],
      /^error: option '--now <time>' argument 'yesterday' is invalid\. Write it as 2026/,
      {},
    ],
    ["an impossible clock", ["--now", "2026-02-31"], /^error: option '--now <time>'/, {}],
    ["a BUILD_NOW that is none", [], /^BUILD_NOW=soon is not a time; write it as [^\n]*\n$/, { BUILD_NOW: "soon" }],
    ["an unknown format", ["--format", "xml"], /^error: option '--format <format>'/, {}],
  ])("%s", async (_, args, message, env) => {
    const out = command === "build" ? ["--out", join(folder, "never")] : [];
    const { code, stdout, stderr } = await runWithin(
      [command, ...(args.includes("--content") ? [] : ["--content", good]), ...out, ...args],
      env,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});

test("an unknown command or option exits 2, --help exits 0", () => {
  for (const args of [["bild"], ["check", "--contnet", "x"], ["build", "--now", "yesterday"]]) {
    const { code, stdout, stderr } = run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toMatch(STACK);
  }
  expect(run(["check", "--help"])).toMatchObject({ code: 0, stderr: "" });
});

test("the content is that of the folder that one stands in, unless another is named", () => {
  const standing = { cwd: join(folder, "good") };
  expect(run(["check", ...NOW], standing)).toMatchObject({ code: 0, stdout: "no problems\n" });
  expect(run(["check", ...NOW, "--content", warned], standing).stdout).toContain("empty-section");
});

test("a story is begun, signed and found to be right by commands alone", () => {
  const content = lay("commands");
  const story = ["--date", "2026-03-04", "--slot", "evening", "--topic", "models", "--publisher", "example-wire"];
  const source = ["--title", "Another", "--source-title", "It", "--url", "https://wire.example.org/another"];
  const begun = run(["new", "story", ...story, ...source, "--content", content]);
  expect(begun).toMatchObject({ code: 0, stderr: "" });
  expect(begun.stdout).toContain("another.md");
  const signed = run([
    "sign",
    "2026-03-04-evening/open-model",
    "--by",
    "robin-example",
    "--fact-checked",
    "--content",
    content,
    ...NOW,
  ]);
  expect(signed).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(content, STORY), "utf8")).toContain("signoff:");
  expect(run(["check", "--content", content, ...NOW])).toMatchObject({ code: 0, stderr: "" });
});
