import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "..");

/** The program, as npm's scripts start it. */
export const PROGRAM = resolve(PROJECT, "src/run.mjs");

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
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.main ?? PROGRAM, ...args], {
    cwd: options.cwd ?? PROJECT,
    env: { ...process.env, CI: "true", BUILD_NOW: "", ...options.env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
