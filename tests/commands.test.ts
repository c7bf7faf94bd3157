import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "./command.ts";

const FIXTURES = join(PROJECT, "tests/fixtures/invalid");
const STORY = "editions/2026/03-04-evening/open-model.md";
const NOW = ["--now", "2026-03-05T00:00:00Z"];
const STACK = /^\s+at /m;

let folder = "";
let good = "";
let warned = "";
let bad = "";

/** The valid base with a fixture's mistakes on it. */
function lay(name: string, ...mistakes: readonly string[]): string {
  const content = join(folder, name, "content");
  cpSync(join(FIXTURES, "_base"), content, { recursive: true });
  for (const mistake of mistakes)
    cpSync(join(FIXTURES, mistake), content, { recursive: true, filter: (path) => !path.endsWith("expected.txt") });
  return content;
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

  test("prints the same problems as JSON, and nothing else", () => {
    const text = run(["check", "--content", bad, ...NOW]).stdout;
    const { code, stdout } = run(["check", "--content", bad, "--format", "json", ...NOW]);
    expect(code).toBe(1);
    const diagnostics = JSON.parse(stdout) as Record<
      "path" | "line" | "column" | "severity" | "rule" | "message",
      string
    >[];
    expect(diagnostics).toHaveLength(2);
    for (const { path, line, column, severity, rule, message } of diagnostics)
      expect(text).toContain(`${path}:${line}:${column} ${severity} ${rule}  ${message}\n`);
    expect(JSON.parse(run(["check", "--content", good, "--format", "json", ...NOW]).stdout)).toEqual([]);
  });

  test("prints GitHub's commands, in which no text of the content can begin another", () => {
    const content = lay("github, 100%");
    const story = join(content, STORY);
    writeFileSync(story, readFileSync(story, "utf8").replace("topic: models", 'topic: "100%,\\n::error::a:b"'));
    const { code, stdout } = run(["check", "--content", content, "--format", "github", ...NOW]);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toMatch(
      /^::error file=[^:,]*github%2C 100%25\/content\/[^:,]*,line=3,col=8,title=unknown-topic::“100%25,<U\+000A>::error::a:b”/,
    );
  });

  test("takes its clock from --now, else from BUILD_NOW", () => {
    const content = lay("clock", "link-unpublished");
    const warns = (args: readonly string[], now = "") =>
      run(["check", "--content", content, ...args], { env: { BUILD_NOW: now } }).stdout.includes("unpublished-target");
    expect(warns([], "2026-03-05T00:00:00Z")).toBe(true);
    expect(warns([], "2026-03-06T00:00:00Z")).toBe(false);
    expect(warns(["--now", "2026-03-05T00:00:00Z"], "2026-03-06T00:00:00Z")).toBe(true);
  });

  test("with --since tells only of files that changed since a revision, new ones included", () => {
    const content = lay("repository", "unknown-topic");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
        cwd: content,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "Base");
    const since = (revision: string) => run(["check", "--content", content, "--since", revision, ...NOW]);
    expect(run(["check", "--content", content, ...NOW]).code).toBe(1);
    expect(since("HEAD")).toMatchObject({ code: 0, stdout: "no problems\n" });

    writeFileSync(join(content, "topic.yaml"), "models: { name: Models }\n");
    writeFileSync(
      join(content, "site.yaml"),
      readFileSync(join(content, "site.yaml"), "utf8").replace("London", "Londn"),
    );
    const { code, stdout } = since("HEAD");
    expect(code).toBe(1);
    expect(stdout).toContain("topic.yaml:1:1 error unknown-file");
    expect(stdout).toContain("site.yaml:4:7 error bad-zone");
    expect(stdout).not.toContain("unknown-topic");

    for (const revision of ["nothing", "--output=x"]) {
      expect(since(revision)).toMatchObject({ code: 2, stdout: "" });
      expect(since(revision).stderr).toMatch(/^git cannot tell what changed[^\n]*\n$/);
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
  ])("%s", (_, args, message, env) => {
    const out = command === "build" ? ["--out", join(folder, "never")] : [];
    const { code, stdout, stderr } = run(
      [command, ...(args.includes("--content") ? [] : ["--content", good]), ...out, ...args],
      {
        env,
      },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});

test("an unknown command exits 2, --help exits 0", () => {
  expect(run(["bild"])).toMatchObject({ code: 2, stdout: "" });
  expect(run(["check", "--help"])).toMatchObject({ code: 0, stderr: "" });
});

describe("build", () => {
  test("exits 0 and counts what it wrote", () => {
    const out = join(folder, "site");
    const { code, stdout, stderr } = run(["build", "--content", good, "--out", out, ...NOW]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^1 story read: 1 published, 0 scheduled, 0 draft\neach published story stands on its page and in its edition, topic, feeds and the sitemap\n\d+ pages and files written to /,
    );
    expect(existsSync(join(out, "2026/03/04/evening/open-model/index.html"))).toBe(true);
  });

  test("exits 1 at an error, or with --strict at a warning, and writes nothing", () => {
    const out = join(folder, "unwritten");
    for (const [content, ...more] of [[bad], [warned, "--strict"]] as const) {
      const { code, stdout } = run(["build", "--content", content, "--out", out, ...more, ...NOW]);
      expect(code).toBe(1);
      expect(stdout).toContain(`nothing was written; ${out} is as it was\n`);
      expect(existsSync(out)).toBe(false);
    }
  });

  test("keeps its JSON clean: what it says besides goes to the other stream", () => {
    const { stdout, stderr } = run([
      "build",
      "--content",
      bad,
      "--out",
      join(folder, "json"),
      "--format",
      "json",
      ...NOW,
    ]);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toContain("nothing was written");
  });

  test("refuses to replace what it did not make", () => {
    const foreign = join(folder, "foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "thesis.txt"), "years of work\n");
    const link = join(folder, "link");
    symlinkSync(good, link, "junction");
    const refusal = (out: string) => run(["build", "--content", good, "--out", out, ...NOW]);
    for (const [out, why] of [
      [".", "it holds the folder you stand in"],
      ["/", "it is the root of the disk"],
      ["..", "it holds the folder you stand in"],
      [good, "it is the content folder, or one holds the other"],
      [join(good, "site"), "it is the content folder, or one holds the other"],
      [join(folder, "good"), "it is the content folder, or one holds the other"],
      [foreign, "it holds files that no build of this program made"],
      [join(foreign, "thesis.txt"), "it is a file"],
      [homedir(), "it holds the folder you stand in or your home folder"],
      [join(link, "site"), "it is the content folder, or one holds the other"],
    ] as const) {
      const { code, stdout, stderr } = refusal(out);
      expect({ out, code, stdout }).toEqual({ out, code: 2, stdout: "" });
      expect(stderr).toContain(`the site cannot be written to ${out}: ${why}`);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
    expect(readFileSync(join(foreign, "thesis.txt"), "utf8")).toBe("years of work\n");
  });

  test("takes an empty folder, and one of its own making", () => {
    const out = join(folder, "empty");
    mkdirSync(out);
    for (let time = 0; time < 2; time++)
      expect(run(["build", "--content", good, "--out", out, ...NOW])).toMatchObject({ code: 0 });
  });
});
