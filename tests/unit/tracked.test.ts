import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { refuseTracked } from "../../src/tracked.mjs";
import { PROJECT, run } from "../command.ts";

const parent = mkdtempSync(join(tmpdir(), "evening-update-tracked-"));
let count = 0;
let folder = "";

beforeEach(() => {
  folder = join(parent, String(count++));
  mkdirSync(folder);
});

afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
  });
}

function write(path: string, text = "x"): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const own = () => [".cache", "_site", "._site.previous"].map((name) => join(folder, name));

describe("what git tracks where only the program writes", () => {
  test.each([
    ".cache/program/0/main.mjs",
    ".cache/builds/0/receipt",
    ".Cache/program/0/main.mjs",
    "_site/index.html",
    "._site.previous/index.html",
    "_site",
  ])("is named with what to type: %s", async (path) => {
    git("init", "--quiet");
    write(".gitignore", ".cache\n_site\n");
    write(path);
    expect(await refuseTracked(own())).toBeUndefined();
    git("add", "--force", path);
    const refusal = await refuseTracked(own());
    expect(refusal).toContain(`${path}\n`);
    expect(refusal).toMatch(new RegExp(`\n    git -C \\S+ rm -r -f -- ${path.split("/")[0] ?? ""}\n$`));
    git("commit", "--quiet", "--message", "x");
    expect(await refuseTracked(own())).toBe(refusal);
    const command = /git (-C .*)\n$/.exec(refusal ?? "")?.[1]?.split(" ") ?? [];
    execFileSync("git", command, { stdio: "ignore" });
    expect(await refuseTracked(own())).toBeUndefined();
    expect(readdirSync(folder)).toEqual([".git", ".gitignore"]);
  });

  test("is found as a link, as a repository of its own, within a larger one, and whatever a hook says of another", async () => {
    git("init", "--quiet");
    symlinkSync("elsewhere", join(folder, ".cache"));
    git("add", ".cache");
    expect(await refuseTracked(own())).toContain(".cache");
    git("rm", "--quiet", "--cached", ".cache");
    rmSync(join(folder, ".cache"));
    git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},_site`);
    expect(await refuseTracked(own())).toContain("_site");
    write("sub/.cache/a");
    git("add", "--force", "sub");
    process.env["GIT_DIR"] = join(parent, "no-such-repository");
    try {
      expect(await refuseTracked([join(folder, "sub", ".cache")])).toContain("sub/.cache/a");
    } finally {
      delete process.env["GIT_DIR"];
    }
  });

  test("is nothing without a repository, and of a name that commands no terminal nothing is lost", async () => {
    write(".cache/a");
    expect(await refuseTracked(own())).toBeUndefined();
    expect(await refuseTracked([join(folder, "no", "such", "folder")])).toBeUndefined();
    git("init", "--quiet");
    for (const name of ["a\n\u001B[2Jb", "b", "c", "d", "e", "f", "g"]) write(`.cache/${name}`);
    git("add", "--force", ".cache");
    const refusal = await refuseTracked(own());
    expect(refusal).toContain(String.raw`.cache/a\n\u001b[2Jb"`);
    expect(refusal).toContain("    and 3 more\n");
    expect(refusal).not.toContain("\u001B");
  });
});

/** Lays down a program of one line, with what starts the real one, and returns where it is started. */
function layProgram(): string {
  for (const name of ["run.mjs", "cache.mjs", "adapt.mjs", "home.mjs", "tracked.mjs"])
    cpSync(join(PROJECT, "src", name), join(folder, "src", name));
  mkdirSync(join(folder, "templates"));
  write("src/commands/main.ts", 'process.stdout.write("own");');
  for (const path of [
    "build-thread.ts",
    "state/twin-thread.ts",
    "workers/worker.ts",
    "workers/reader.ts",
    "pictures/decoder-process.ts",
  ])
    write(`src/pipeline/${path}`);
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
  return join(folder, "src", "run.mjs");
}

test("a program that somebody committed is not run", () => {
  const main = layProgram();
  expect(run(["check"], { main, cwd: folder }).stdout).toBe("own");
  const [name = ""] = readdirSync(join(folder, ".cache", "program"));
  write(`.cache/program/${name}/main.mjs`, 'process.stdout.write("planted");');
  expect(run(["check"], { main, cwd: folder }).stdout).toBe("planted");
  git("init", "--quiet");
  git("add", "--force", ".cache");
  for (const TRACE of ["", "1"]) {
    const env: Record<string, string> = TRACE === "" ? {} : { TRACE };
    const { code, stdout, stderr } = run(["check"], { main, cwd: folder, env });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`    .cache/program/${name}/main.mjs\n`);
    expect(stderr).toContain("    git rm -r -f -- .cache\n");
  }
});

test("a program that cannot be kept is run all the same", () => {
  const main = layProgram();
  write(".cache", "a file");
  expect(run(["check"], { main, cwd: folder })).toEqual({ code: 0, stdout: "own", stderr: "" });
});

test("what a machine refuses while the program is loaded is told in a sentence", () => {
  const main = layProgram();
  const line = "throw Object.assign(new Error('x'), { code: 'EMFILE' });";
  writeFileSync(join(folder, "src", "adapt.mjs"), `${line}\nexport const adapt = undefined;\n`);
  const stderr = "the program cannot be loaded: too many files are open at once (ulimit -n)\n";
  expect(run(["check"], { main, cwd: folder })).toEqual({ code: 1, stdout: "", stderr });
});
