import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "..");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the project's commands as an editor would, in a process of its own. */
export function run(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Run {
  const main = resolve(PROJECT, "src/commands/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", main, ...args], {
    cwd: options.cwd ?? PROJECT,
    env: { ...process.env, CI: "true", BUILD_NOW: "", ...options.env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}
