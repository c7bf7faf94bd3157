#!/usr/bin/env node
// @ts-check
// Not TypeScript, since Node 20 reads none. A loader would translate some 200 files at each start; instead they are bundled once
// for each state of their text, which starts in a third of the time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import module from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What keeps the program from being loaded at all, in words; whatever happens later, its commands tell. */
const REFUSALS = /** @type {Record<string, string>} */ ({
  EMFILE: "too many files are open at once (ulimit -n)",
  ENFILE: "too many files are open at once",
  ENOMEM: "this computer gives the program too little memory",
  EACCES: "this account may not read it",
  EIO: "the disk does not answer as it should",
});

/**
 * @param {unknown} error
 * @returns {never}
 */
function tell(error) {
  const { code = "", path } = /** @type {Partial<NodeJS.ErrnoException>} */ (error ?? {});
  const why = REFUSALS[code];
  if (why === undefined || process.env["TRACE"] !== undefined) throw error;
  process.stderr.write(`the program cannot be loaded: ${why}${path === undefined ? "" : ` (${path})`}\n`);
  process.exit(1);
}

// Libraries that are started here, too, may fail beside what waits for them.
process.on("uncaughtException", tell);
const [{ adapt }, { DAY, makeFolder, prune }, { findHome, listOfInstalled }, { refuseTracked }] = await Promise.all([
  import("./adapt.mjs"),
  import("./cache.mjs"),
  import("./home.mjs"),
  import("./tracked.mjs"),
]).catch(tell);

const PROJECT = resolve(import.meta.dirname, "..");
// Within the project, so that the bundle finds the libraries that it leaves where they are.
const PROGRAMS = join(PROJECT, ".cache", "program");

/** What is run or trusted: all that is kept, and a site with what lies beside it while it is made. */
const OWN = [
  ...[...new Set([PROJECT, findHome(PROJECT, process.cwd())])].flatMap((folder) =>
    [".cache", "_site", "._site.stage", "._site.previous", "._site.leftover", "._site.lock"].map((name) =>
      join(folder, name),
    ),
  ),
  ...[process.env["EVENING_UPDATE_CACHE"] ?? []].flat().map((path) => resolve(path)),
];

/** Every file that makes the program what it is, in a fixed order; a lock file, or what npm lists beside an installed program, stands for the libraries. */
function listSources() {
  const found = ["src", "templates"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|mjs)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const installed = listOfInstalled(PROJECT);
  const lists = installed === undefined ? ["package-lock.json"] : [relative(PROJECT, installed)];
  return [...found.sort(), ".eleventy.ts", "package.json", ...lists];
}

/** @param {readonly string[]} sources */
function versionOf(sources) {
  const hash = createHash("sha256");
  for (const path of sources) {
    const full = join(PROJECT, path);
    if (existsSync(full)) hash.update(`${path}\n`).update(readFileSync(full)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * @param {string} version
 * @param {string} folder
 * @param {() => boolean} isWhole whether a bundle lies there
 */
async function bundle(version, folder, isWhole) {
  const { build } = await import("esbuild");
  mkdirSync(PROGRAMS, { recursive: true });
  // Another process may still run an older bundle, and load parts of it late.
  prune(PROGRAMS, DAY);
  await makeFolder(folder, isWhole, (outdir) =>
    build({
      absWorkingDir: PROJECT,
      entryPoints: [
        join("src", "commands", "main.ts"),
        join("src", "pipeline", "build-thread.ts"),
        join("src", "pipeline", "workers", "worker.ts"),
        join("src", "pipeline", "workers", "reader.ts"),
        join("src", "pipeline", "pictures", "decoder-process.ts"),
        join("src", "pipeline", "state", "twin-thread.ts"),
      ],
      outdir,
      outExtension: { ".js": ".mjs" },
      entryNames: "[name]",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      sourcemap: "external",
      // These bring files of their own, which they look for beside themselves.
      external: [
        "@11ty/eleventy-dev-server",
        "esbuild",
        "fs-native-extensions",
        "lightningcss",
        "pagefind",
        "sharp",
        "tsx",
      ],
      plugins: [adapt(folder)],
      define: { "process.env.EVENING_UPDATE_PROGRAM": JSON.stringify(version) },
      banner: {
        js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
      },
      logLevel: "silent",
    }),
  );
}

/**
 * Where the bundled program begins, or undefined where none can be made: on a disk that can only be read, say.
 * @param {string} version
 */
async function findProgram(version) {
  const folder = join(PROGRAMS, version);
  const main = join(folder, "main.mjs");
  try {
    const isWhole = () => existsSync(main);
    if (!isWhole()) await bundle(version, folder, isWhole);
    // Node 22 and later keep what they compiled; 20 has no such function.
    const { enableCompileCache } = /** @type {{ enableCompileCache?: (folder: string) => unknown }} */ (module);
    enableCompileCache?.(join(folder, "compiled"));
    return main;
  } catch {
    return undefined;
  }
}

// Git answers while the sources are read, and before anything is loaded or written that it may have brought.
const refusal = refuseTracked(OWN);
// With TRACE=1 the sources run as they are, so that a stack names their lines.
const version = process.env["TRACE"] === undefined ? versionOf(listSources()) : undefined;
const refused = await refusal.catch(tell);
if (refused === undefined) {
  const program = version === undefined ? undefined : await findProgram(version);
  if (program === undefined) (await import("tsx/esm/api").catch(tell)).register();
  process.off("uncaughtException", tell);
  await import(pathToFileURL(program ?? join(PROJECT, "src", "commands", "main.ts")).href).catch(tell);
} else {
  process.stderr.write(refused);
  process.exitCode = 2;
}
