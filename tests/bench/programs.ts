import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../command.ts";
import { NOW } from "./corpus/dateline.ts";
import type { Engine } from "./engines.ts";

// By a whole address, since the command runs in another folder.
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A command to be measured. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The words of the “build” script, so that what is measured is what its users run, by the Node that is asked for. */
function buildWords({ path }: Engine): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [program = "", ...rest] = (scripts["build"] ?? "").split(/\s+/);
  if (program !== "node") throw new Error(`the “build” script begins with “${program}”, not with “node”`);
  return [path, ...rest];
}

export interface ProjectBuild {
  readonly content: string;
  readonly out: string;
  /** Where the project keeps what it knows between builds; without it, a build is cold. */
  readonly state: string;
  /** Whether cards are drawn and an index is made, as by default. */
  readonly extras: boolean;
}

/** This project's build. */
export function projectCommand(node: Engine, { content, out, state, extras }: ProjectBuild): Command {
  const without = extras ? [] : ["--no-cards", "--no-search"];
  return {
    args: [...buildWords(node), "--content", content, "--out", out, "--now", NOW, ...without],
    cwd: PROJECT,
    env: { EVENING_UPDATE_CACHE: state, BUILD_NOW: "", CI: "true" },
  };
}

/** Has a Node bundle and compile the program, which no measured run is to pay for. */
export function warmCommand(node: Engine): Command {
  return { args: [...buildWords(node), "--help"], cwd: PROJECT, env: {} };
}

export function hugoCommand({ path }: Engine, site: string, out: string): Command {
  return { args: [path, "--quiet", "--noBuildLock", "--destination", out], cwd: site, env: {} };
}

/** Hugo with the settings of “cards”, and Pagefind over what it made, as one command: both are measured together. */
export function hugoDefaultCommand(hugo: Engine, site: string, out: string): Command {
  const { args, ...rest } = hugoCommand(hugo, site, out);
  const pagefind = join(PROJECT, "node_modules", "pagefind", "lib", "runner", "bin.cjs");
  const script =
    'out=$1; shift; node=$1; shift; pagefind=$1; shift; "$@" && "$node" "$pagefind" --silent --site "$out"';
  return {
    args: ["sh", "-c", script, "sh", out, process.execPath, pagefind, ...args, "--environment", "cards"],
    ...rest,
  };
}

export function eleventyCommand(site: string, out: string): Command {
  const main = join(PROJECT, "node_modules", "@11ty", "eleventy", "cmd.cjs");
  const words = ["--config=eleventy.config.ts", "--quiet", `--output=${out}`];
  return { args: [process.execPath, "--import", LOADER, main, ...words], cwd: site, env: {} };
}
