import { join } from "node:path";
import { cacheFolder } from "./kept.ts";

/** Everything of the program that can change a byte; undefined where its sources run as they are, and nothing is kept. */
export function currentProgram(): string | undefined {
  const version = process.env.EVENING_UPDATE_PROGRAM;
  return version === undefined ? undefined : [version, process.version, process.platform, process.arch].join(" ");
}

/** The folder of all states: of each publication and site, in a folder of its own. */
export function stateFolder(): string {
  return join(cacheFolder(), "builds");
}
