import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { PROJECT, run, type Run } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { keepFolders } from "./keep-folders.ts";

export interface ColdBuild extends Run {
  /** Every file and folder of its site, as `snapshot` tells them. */
  readonly site: readonly string[];
}

/** A copy of the program and of the fixture publication, both free to be changed, with a state of its own. */
export interface Bench {
  readonly content: string;
  readonly templates: string;
  readonly out: string;
  readonly state: string;
  /** Runs a command of the copied program. */
  run(...args: string[]): Run;
  /** Builds by what the last build left. */
  build(now: string, ...more: string[]): Run;
  /** What a build of the same publication makes elsewhere, without any state; of the same texts and templates it is made once. */
  buildCold(now: string): ColdBuild;
  /** Starts a build that will be killed. */
  start(now: string): ChildProcess;
  /** Every file and folder of the site, files with a digest of their bytes; empty when there is no site. */
  snapshot(): string[];
  /** Keeps the site and what is known of it, and returns how to bring both back. */
  keep(): () => void;
  /** Puts the publication and the templates back as they were at first; site and state stay. */
  reset(): void;
  remove(): void;
}

const PARTS = ["src", "templates", "public", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"];

/** Every file and folder in a folder, files with a digest of their bytes. */
function snapshotOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .map(({ entry, path }) => {
      const bytes = entry.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "folder";
      return `${relative(folder, path)} ${bytes}`;
    })
    .sort();
}

/** `options` are those of every build. */
export function createBench(...options: readonly string[]): Bench {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-bench-"));
  const program = join(folder, "program");
  mkdirSync(program);
  for (const name of PARTS) cpSync(join(PROJECT, name), join(program, name), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(program, "node_modules"), "junction");
  const content = join(folder, "content");
  const templates = join(program, "templates");
  const reset = (): void => {
    for (const path of [content, templates]) rmSync(path, { recursive: true, force: true });
    cpSync(PUBLICATIONS.fixture.content, content, { recursive: true });
    cpSync(join(PROJECT, "templates"), templates, { recursive: true });
  };
  reset();
  const state = join(folder, "state");
  const sites = { out: join(folder, "site"), cold: join(folder, "cold") };
  const main = join(program, "src/run.mjs");
  const args = (now: string, out: string) => ["build", "--content", content, "--out", out, "--now", now, ...options];
  const runOwn = (...own: string[]) => run(own, { main, env: { EVENING_UPDATE_CACHE: state } });
  const known = new Map<string, ColdBuild>();
  return {
    content,
    templates,
    reset,
    out: sites.out,
    state,
    run: runOwn,
    build: (now, ...more) => runOwn(...args(now, sites.out), ...more),
    buildCold(now) {
      const key = JSON.stringify([now, snapshotOf(content), snapshotOf(templates)]);
      const last = known.get(key);
      if (last) return last;
      rmSync(sites.cold, { recursive: true, force: true });
      const nothing = join(folder, "no-state");
      // Cards and pictures it keeps for itself: they were not made by the builds that it is held against.
      rmSync(join(nothing, "builds"), { recursive: true, force: true });
      const cold = run([...args(now, sites.cold), "--format", "json"], {
        main,
        env: { EVENING_UPDATE_CACHE: nothing },
      });
      const build = { ...cold, site: snapshotOf(sites.cold) };
      known.set(key, build);
      return build;
    },
    start: (now) =>
      spawn(process.execPath, [main, ...args(now, sites.out)], {
        env: { ...process.env, CI: "true", EVENING_UPDATE_CACHE: state },
        stdio: "ignore",
      }),
    snapshot: () => snapshotOf(sites.out),
    keep: () => keepFolders(folder, ["site", "state"]),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
