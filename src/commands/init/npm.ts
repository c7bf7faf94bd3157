import { spawnSync } from "node:child_process";
import { basename } from "node:path";

/** What an npm that runs this command tells those that it starts of its own call, and another call must not take for its own. */
const OF_THE_CALL = /^npm_config_(?:local_prefix|package|call|yes|workspaces?|include_workspace_root|global|prefix)$/;

/** Runs npm in a folder: the one that runs this command, where one does. `failure` is what it said where it failed, in a few lines. */
export function runNpm(
  args: readonly string[],
  cwd: string,
): { readonly stdout: string; readonly failure: string | undefined } {
  const own = process.env["npm_execpath"];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_CALL.test(name)));
  const options = { cwd, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr, error } =
    own !== undefined && basename(own) === "npm-cli.js"
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (error) return { stdout: "", failure: `npm cannot be started (${error.message})` };
  const said = stderr.split("\n").filter((line) => /^npm error|^npm ERR!/.test(line) && !/A complete log/.test(line));
  return {
    stdout,
    failure: status === 0 ? undefined : said.slice(0, 4).join("\n") || `npm ended with ${String(status)}`,
  };
}
