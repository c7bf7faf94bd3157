import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const PROJECT = resolve(import.meta.dirname, "..");

/** The loader of TypeScript, by an address that holds in any working folder. */
export const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the project's commands as an editor would, in a process of its own. */
export function run(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; main?: string } = {},
): Run {
  const main = options.main ?? resolve(PROJECT, "src/commands/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", LOADER, main, ...args], {
    cwd: options.cwd ?? PROJECT,
    env: { ...process.env, CI: "true", BUILD_NOW: "", ...options.env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
