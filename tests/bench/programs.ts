import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../command.ts";
import { NOW } from "./corpus/dateline.ts";
import { BenchProblem } from "./problem.ts";

// By a whole address, since the command runs in another folder.
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A command to be measured. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The folders of one size. */
export interface Places {
  readonly content: string;
  readonly out: string;
  /** Where the project keeps what it knows between builds; without it, a build is cold. */
  readonly state: string;
  readonly hugo: string;
  readonly hugoOut: string;
  readonly eleventy: string;
  readonly eleventyOut: string;
}

export function placesIn(folder: string): Places {
  const at = (name: string) => join(folder, name);
  return {
    content: at("content"),
    out: at("site"),
    state: at("state"),
    hugo: at("hugo"),
    hugoOut: at("hugo-site"),
    eleventy: at("eleventy"),
    eleventyOut: at("eleventy-site"),
  };
}

/** The words of the “build” script, so that what is measured is what its users run. */
function buildWords(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [program = "", ...rest] = (scripts["build"] ?? "").split(/\s+/);
  return [program === "node" ? process.execPath : program, ...rest];
}

export function projectCommand({ content, out, state }: Pick<Places, "content" | "out" | "state">): Command {
  return {
    // Hugo makes neither cards nor an index, and both are to do the same.
    args: [...buildWords(), "--content", content, "--out", out, "--now", NOW, "--no-cards", "--no-search"],
    cwd: PROJECT,
    env: { EVENING_UPDATE_CACHE: state, BUILD_NOW: "", CI: "true" },
  };
}

export function hugoCommand({ hugo, hugoOut }: Places): Command {
  return { args: ["hugo", "--quiet", "--noBuildLock", "--destination", hugoOut], cwd: hugo, env: {} };
}

export function eleventyCommand({ eleventy, eleventyOut }: Places): Command {
  const main = join(PROJECT, "node_modules", "@11ty", "eleventy", "cmd.cjs");
  const words = ["--config=eleventy.config.ts", "--quiet", `--output=${eleventyOut}`];
  return {
    args: [process.execPath, "--import", LOADER, main, ...words],
    cwd: eleventy,
    env: {},
  };
}

/** Hugo's version; without Hugo there is nothing to compare with. */
export function hugoVersion(): string {
  const { error, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  if (error) throw new BenchProblem("hugo is not installed; on Debian: apt install hugo", 2);
  return /v\d[\w.]*(?:\+extended)?/.exec(stdout)?.[0] ?? stdout.trim();
}
