import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAM, PROJECT, type Run } from "../command.ts";
import { listExampleWords } from "./example-words.ts";
import { openRegistry, type Registry } from "./registry.ts";
import { runNpm, runProgram } from "./run-npm.ts";

/** Installing is what takes longest here: some ten seconds with all packages at hand. In milliseconds. */
const PATIENCE = 600_000;

const NOW = { BUILD_NOW: "2026-11-27T12:00:00Z" };
const FLAGS = Object.entries({
  name: "Abendblatt am Hafen",
  language: "de",
  zone: "Europe/Berlin",
  slots: "morning=07:30,evening=18:00",
  days: "mon-fri",
  address: "https://hafen.example/abendblatt",
  accent: "#1b6b3a",
  editor: "Kim Beispiel",
}).flatMap(([flag, value]) => [`--${flag}`, value]);

const root = realpathSync.native(mkdtempSync(join(tmpdir(), "evening-update-package-")));
const paper = join(root, "paper");
const second = join(root, "second");
const installed = join(paper, "node_modules", "evening-update");
let registry: Registry;

function expectRight({ code, stdout, stderr }: Run): string {
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

async function npm(...args: readonly string[]): Promise<string> {
  return expectRight(await runNpm(paper, args, { ...NOW, npm_config_registry: registry.url }));
}

function version(): string {
  return (JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { version: string }).version;
}

/** Every file below a folder, with its bytes. */
function filesIn(folder: string): [path: string, bytes: Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [relative(folder, path), readFileSync(path)]);
}

function digestsOf(folder: string): string[] {
  return filesIn(folder).map(([path, bytes]) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`);
}

beforeAll(async () => {
  const { stdout } = await runNpm(root, ["config", "get", "registry"]);
  registry = await openRegistry(stdout.trim());
  // As the README has it: from a clone, which packs itself.
  expectRight(await runProgram(process.execPath, root, [PROGRAM, "init", "paper", ...FLAGS], NOW));
  expectRight(await runNpm(paper, ["ci", "--prefer-offline", "--ignore-scripts"]));
}, PATIENCE);

afterAll(async () => {
  await registry.close();
  rmSync(root, { recursive: true, force: true });
});

describe("a publication with the packed generator", () => {
  test("gets no test and no content, and little to download", () => {
    const names = readdirSync(installed).sort();
    expect(names).toEqual(
      [
        ".eleventy.ts",
        ".github",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs",
        "package.json",
        "public",
        "src",
      ].concat("templates"),
    );
    expect(readFileSync(join(paper, "vendor", "evening-update.tgz")).length).toBeLessThan(1_000_000);
  });

  test("is checked and built, and what its builds keep lies with it", async () => {
    expect(await npm("run", "--silent", "check", "--", "--strict")).toBe("no problems\n");
    expect(await npm("run", "--silent", "build")).toContain("1 story read: 1 published");
    expect(readdirSync(join(paper, ".cache"))).toContain("builds");
    expect(readdirSync(join(installed, ".cache"))).not.toContain("builds");
    expect(await npm("run", "--silent", "build")).toContain("nothing has changed");
    expect(readFileSync(join(paper, "_site", "index.html"), "utf8")).toContain('href="/abendblatt/');
  });

  test("has nothing of the example in it", () => {
    const files = [...filesIn(join(paper, "_site")), ...filesIn(join(paper, "content"))];
    expect(files.length).toBeGreaterThan(60);
    const words = listExampleWords();
    expect(words.length).toBeGreaterThan(500);
    const found = words.flatMap((word) =>
      files.flatMap(([path, bytes]) => (bytes.includes(word) ? `${path}: ${word}` : [])),
    );
    expect(found).toEqual([]);
  });

  test("is previewed", async () => {
    const port = await findPort();
    const options = { cwd: paper, env: { ...process.env, ...NOW, CI: "true" }, detached: true } as const;
    const preview = spawn("npm", ["start", "--", "--port", String(port)], options);
    try {
      let said = "";
      await new Promise<void>((resolve, reject) => {
        preview.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes("The preview is at")) resolve();
        });
        preview.on("close", () => {
          reject(new Error(said));
        });
      });
      const response = await fetch(`http://localhost:${port}/abendblatt/`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("Abendblatt am Hafen");
      expect(readdirSync(join(paper, ".cache"))).toContain("preview");
    } finally {
      process.kill(-(preview.pid ?? 0), "SIGTERM");
      await once(preview, "close");
    }
  });

  test("refuses what git tracks where its builds keep something", async () => {
    const git = (...args: readonly string[]) => runProgram("git", paper, args);
    await git("init", "--quiet");
    await git("add", "--force", ".cache/builds");
    const refused = await runNpm(paper, ["run", "--silent", "check"], NOW);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("    git rm -r -f -- .cache\n");
    rmSync(join(paper, ".git"), { recursive: true });
  });

  test("may share its generator with another that is built at the same time", async () => {
    const main = join(installed, "src", "run.mjs");
    const flags = FLAGS.map((flag) => flag.replace("Abendblatt am Hafen", "Morgenblatt"));
    const begun = await runProgram(process.execPath, root, [main, "init", "second", "--no-lock", ...flags], NOW);
    expectRight(begun);
    // npm noted where the program that runs came from, so that it is handed on.
    const vendored = [second, paper].map((folder) => readFileSync(join(folder, "vendor", "evening-update.tgz")));
    expect(vendored[0]?.equals(vendored[1] ?? Buffer.of())).toBe(true);
    rmSync(join(paper, "_site"), { recursive: true });
    const build = (folder: string) => runProgram(process.execPath, folder, [main, "build"], NOW);
    for (const built of await Promise.all([build(paper), build(second)])) expectRight(built);
    const title = (folder: string) =>
      /<title>(.*)<\/title>/.exec(readFileSync(join(folder, "_site/index.html"), "utf8"))?.[1];
    expect([title(paper), title(second)]).toEqual(["Abendblatt am Hafen", "Morgenblatt"]);
    expect(readdirSync(join(second, ".cache"))).toContain("builds");
  });
});

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const CHANGE = `[{ version: "1.1.0", what: "A made-up change.", type: "nothing", find: findKey("site", "calendar") }]`;

/** Changes a file of the unpacked package; throws where it has no such text. */
function change(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** Makes the next version of a packed generator: another word on a page, and a change of the format. */
async function makeNext(packed: string): Promise<void> {
  expectRight(await runProgram("tar", root, ["-xzf", packed]));
  const folder = join(root, "package");
  const own = (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
  change(folder, "package.json", `"version": "${own}"`, '"version": "1.1.0"');
  change(folder, "src/locales/de.ts", "Zur Analyse ↓", "Weiter zur Analyse ↓");
  change(
    folder,
    "src/content/format/changes.ts",
    "readonly FormatChange[] = []",
    `readonly FormatChange[] = ${CHANGE}`,
  );
  await publish(folder);
}

async function publish(folder: string): Promise<void> {
  const packed = expectRight(await runNpm(root, ["pack", "--silent", "--ignore-scripts", folder])).trim();
  registry.publish({
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string; version: string },
    packed: readFileSync(join(root, packed)),
  });
}

describe("the next version on a registry", () => {
  beforeAll(async () => {
    await publish(PROJECT);
    await npm("install", "--prefer-offline", `evening-update@${version()}`, "--save-prefix=^");
    await npm("pkg", "set", `dependencies.evening-update=^${version()}`);
    await npm("run", "--silent", "build");
    await makeNext(join(paper, "vendor", "evening-update.tgz"));
  }, PATIENCE);

  test(
    "is taken by npm update alone, and the site is what it makes",
    async () => {
      const before = readFileSync(join(paper, "_site", "index.html"), "utf8");
      expect(before).toContain("Zur Analyse ↓");
      expect(before).not.toContain("Weiter zur Analyse ↓");
      const texts = digestsOf(join(paper, "content"));
      await npm("update", "--prefer-online");
      expect(version()).toBe("1.1.0");
      const built = await runNpm(paper, ["run", "--silent", "build"], NOW);
      expectRight(built);
      expect(built.stderr).toBe("the content format has changed since 1.0.0: npm run upgrade tells what to type\n");
      expect(readFileSync(join(paper, "_site", "index.html"), "utf8")).toContain("Weiter zur Analyse ↓");
      const cold = await runProgram(
        process.execPath,
        paper,
        [join(installed, "src/run.mjs"), "build", "--out", "_cold"],
        {
          ...NOW,
          EVENING_UPDATE_CACHE: join(root, "cold"),
        },
      );
      expectRight(cold);
      expect(digestsOf(join(paper, "_site"))).toEqual(digestsOf(join(paper, "_cold")));
      expect(digestsOf(join(paper, "content"))).toEqual(texts);
    },
    PATIENCE,
  );

  test("is where a publication that is begun with it gets its own from", async () => {
    const main = join(installed, "src", "run.mjs");
    expectRight(await runProgram(process.execPath, root, [main, "init", "third", "--no-lock", ...FLAGS], NOW));
    expect(readFileSync(join(root, "third", "package.json"), "utf8")).toContain('"evening-update": "^1.1.0"');
    expect(existsSync(join(root, "third", "vendor"))).toBe(false);
  });

  test("tells what changed in the format, until it is written down that this was typed", async () => {
    const told = await runNpm(paper, ["run", "--silent", "upgrade"], NOW);
    const line = readFileSync(join(paper, "content", "site.yaml"), "utf8")
      .split("\n")
      .findIndex((each) => each.startsWith("calendar"));
    expect(told).toEqual({
      code: 1,
      stderr: "",
      stdout: `evening-update 1.1.0: the content format has changed since 1.0.0
1.1.0  A made-up change.
    type: nothing
    content/site.yaml:${line + 1}:1
When all is typed: npm run upgrade -- --done
`,
    });
    const before = readFileSync(join(paper, "package.json"), "utf8");
    await npm("run", "--silent", "upgrade", "--", "--done");
    expect(readFileSync(join(paper, "package.json"), "utf8")).toBe(
      before.replace('"format": "1.0.0"', '"format": "1.1.0"'),
    );
    expect(await npm("run", "--silent", "upgrade")).toContain("nothing has to be typed");
    const check = await runNpm(paper, ["run", "--silent", "check"], NOW);
    expect(check).toEqual({ code: 0, stdout: "no problems\n", stderr: "" });
  });
});
