import { spawn } from "node:child_process";
import { PROGRAM, PROJECT, type Run } from "../command.ts";

/** Runs one of the project's commands while this process goes on, as a server does. */
export async function runBeside(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { code, ...said };
}
