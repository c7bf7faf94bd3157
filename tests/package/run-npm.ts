import { spawn } from "node:child_process";
import type { Run } from "../command.ts";

/** What a test that npm runs hears of that call, and its own calls of npm must not. */
const OWN = /^(?:npm_(?!config_cache|config_registry)|EVENING_UPDATE_|INIT_CWD)/i;

/** Runs npm as somebody at a terminal would; the servers of this process go on meanwhile. */
export function runNpm(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return runProgram("npm", cwd, args, env);
}

export async function runProgram(
  program: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));
  const child = spawn(program, args, {
    cwd,
    env: { ...clean, CI: "true", ...env },
    shell: process.platform === "win32",
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      said[name] += chunk;
    });
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { code, ...said };
}
