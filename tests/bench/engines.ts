import { spawnSync } from "node:child_process";
import { BenchProblem } from "./problem.ts";

/** A Node or a Hugo that takes part. */
export interface Engine {
  readonly path: string;
  /** As tables call it: `Node 24.21.0`. */
  readonly name: string;
}

export interface Engines {
  /** This project's builds are run by each, the running one first. */
  readonly nodes: readonly Engine[];
  readonly hugos: readonly Engine[];
}

const VERSION = /\bv(\d+\.\d+\.\d+)/;

/** Asks a program for its version; undefined where there is none of that name. */
function ask(kind: "Node" | "Hugo", path: string): Engine | undefined {
  const { error, stdout } = spawnSync(path, [kind === "Node" ? "--version" : "version"], { encoding: "utf8" });
  if (error) return undefined;
  const [, version] = VERSION.exec(stdout) ?? [];
  // Hugo's begins with its name; Node's is nothing but a version.
  if (version === undefined || stdout.startsWith("hugo") !== (kind === "Hugo")) return undefined;
  return { path, name: `${kind} ${version}` };
}

function askAll(kind: "Node" | "Hugo", paths: readonly string[], option: string): Engine[] {
  const engines = paths.map((path) => {
    const engine = ask(kind, path);
    if (engine) return engine;
    throw new BenchProblem(`${path} is no ${kind}; ${option} takes the path of one`, 2);
  });
  const twice = engines.find(({ name }, index) => engines.findIndex((other) => other.name === name) !== index);
  if (twice) throw new BenchProblem(`${twice.name} would take part twice; the second is ${twice.path}`, 2);
  return engines;
}

/** Finds the installed Hugo and every program that was named; without Hugo there is nothing to compare with. */
export function findEngines(nodes: readonly string[], hugos: readonly string[], withHugo: boolean): Engines {
  const running = askAll("Node", [process.execPath, ...nodes], "--node");
  if (!withHugo) return { nodes: running, hugos: [] };
  const installed = ask("Hugo", "hugo");
  if (!installed && hugos.length === 0)
    throw new BenchProblem("hugo is not installed (on Debian: apt install hugo); --no-hugo does without it", 2);
  return { nodes: running, hugos: askAll("Hugo", [...(installed ? ["hugo"] : []), ...hugos], "--hugo") };
}
