import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../command.ts";
import { layMistakes } from "../fixtures.ts";
import { runWithin } from "../within.ts";

const NOW = ["--now", "2026-03-05T00:00:00Z"];

let folder = "";
let good = "";
let warned = "";
let bad = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-command-"));
  good = layMistakes(join(folder, "good", "content"));
  warned = layMistakes(join(folder, "warned", "content"), "section-empty");
  bad = layMistakes(join(folder, "bad", "content"), "unknown-topic", "site-zone");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
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

  test.each(["ENOSPC", "EROFS", "EACCES", "EDQUOT", "EFBIG"])("goes on where a cache says %s", (code) => {
    const cache = join(folder, code, "cache");
    const preload = join(folder, `${code}.mjs`);
    // The folders can still be made, and no byte be written to a file in them.
    writeFileSync(
      preload,
      `import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const write = fs.writeFileSync;
      fs.writeFileSync = (path, ...rest) => {
        if (String(path).startsWith(${JSON.stringify(cache)})) throw Object.assign(new Error(), { code: "${code}", path });
        write(path, ...rest);
      };
      syncBuiltinESMExports();`,
    );
    const env = { EVENING_UPDATE_CACHE: cache, NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` };
    for (let time = 0; time < 2; time++) {
      const built = run(["build", "--content", good, "--out", join(folder, code, "site"), ...NOW], { env });
      expect(built).toMatchObject({ code: 0, stderr: "" });
      expect(built.stdout).toMatch(/\n\d+ pages and files written to /);
    }
  });

  test("keeps what it knows for another Node whose data are the same, and for no other", () => {
    const preload = join(folder, "node.mjs");
    writeFileSync(
      preload,
      `const own = { ...process.versions, ...JSON.parse(process.env.VERSIONS) };
      for (const [name, value] of Object.entries({ version: "v" + own.node, versions: own }))
        Object.defineProperty(process, name, { value });`,
    );
    const build = (versions: Readonly<Record<string, string>>): string => {
      const env = {
        EVENING_UPDATE_CACHE: join(folder, "node", "cache"),
        NODE_OPTIONS: `--import ${pathToFileURL(preload).href}`,
        VERSIONS: JSON.stringify(versions),
      };
      const built = run(["build", "--content", good, "--out", join(folder, "node", "site"), "--no-cards", ...NOW], {
        env,
      });
      expect(built).toMatchObject({ code: 0, stderr: "" });
      return built.stdout;
    };
    build({});
    expect(build({ node: "99.1.2", v8: "99.1.2-node.3", openssl: "9" })).toContain("nothing has changed");
    expect(build({ zlib: "9" })).toContain("nothing has changed");
    const anew = build({ tz: "2099a" });
    expect(anew).toMatch(/so everything is made anew: Node’s time zones \(.*, now 2099a\)\n/);
    expect(anew).not.toContain("nothing has changed");
    expect(build({ tz: "2099a" })).toContain("nothing has changed");
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

  test("refuses to replace what it did not make", async () => {
    const foreign = join(folder, "foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "thesis.txt"), "years of work\n");
    const link = join(folder, "link");
    symlinkSync(good, link, "junction");
    const refusal = (out: string) => runWithin(["build", "--content", good, "--out", out, ...NOW]);
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
      const { code, stdout, stderr } = await refusal(out);
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
