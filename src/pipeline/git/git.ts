import { spawn } from "node:child_process";

/** What git said and how it ended; `isLate` where it was ended because it took too long. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly problem: string;
  readonly isLate: boolean;
}

interface Asking {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** In milliseconds. */
  readonly most?: number;
}

/** In milliseconds. */
const USUAL = 30_000;

/** Nothing of git may ask: there is nobody at a terminal. Nor may it touch the index of who works in the folder, to know more of it. */
const SILENT = { GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GCM_INTERACTIVE: "never", LC_ALL: "C" };

/** Another repository than that of the folder may be named by who started the program from a hook of git. */
const FOREIGN = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_NAMESPACE"];

function environment(more: Asking["env"]): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of FOREIGN) Reflect.deleteProperty(env, name);
  return { ...env, ...SILENT, ...more };
}

/** Runs git in a folder. Never throws: a computer without git is one where it says so. What takes too long is ended with all that it started. */
export function git(
  folder: string,
  args: readonly string[],
  { env, input = "", most = USUAL }: Asking = {},
): Promise<Said> {
  return new Promise((resolve) => {
    const isGroup = process.platform !== "win32";
    const child = spawn("git", ["-C", folder, "--literal-pathspecs", ...args], {
      env: environment(env),
      stdio: ["pipe", "pipe", "pipe"],
      detached: isGroup,
    });
    let [out, problem, isLate] = ["", "", false];
    const end = setTimeout(() => {
      isLate = true;
      try {
        if (isGroup && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        child.kill("SIGKILL");
      }
    }, most);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (problem += text));
    // It may have ended before it read anything.
    child.stdin.on("error", () => undefined).end(input);
    const finish = (code: number, more = "") => {
      clearTimeout(end);
      resolve({ code, out, problem: (problem + more).trim(), isLate });
    };
    child.on("error", (error: NodeJS.ErrnoException) => {
      finish(127, error.code === "ENOENT" ? "git is not installed on this computer" : error.message);
    });
    child.on("close", (code) => {
      finish(code ?? 128);
    });
  });
}

/** What git says, without its last line feed; undefined where it says nothing but that something is wrong. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { code, out } = await git(folder, args);
  return code === 0 ? out.replace(/\n$/, "") : undefined;
}

/** The paths of a list that ends each with a zero. */
export function splitPaths(list: string): string[] {
  return list.split("\0").filter((path) => path !== "");
}

/** In milliseconds. */
export const LONGEST_PUSH = 120_000;

/** The environment in which git reaches a remote and ssh asks nothing, since its question would wait for an answer for ever. */
export async function neverAsking(folder: string): Promise<Readonly<Record<string, string>>> {
  const isSshSet = process.env["GIT_SSH_COMMAND"] ?? (await askGit(folder, "config", "core.sshCommand"));
  return isSshSet === undefined ? { GIT_SSH_COMMAND: "ssh -o BatchMode=yes" } : {};
}

/** The remote to which the current branch goes, or the only one, or `origin`; undefined where there is none. */
export async function remoteOf(folder: string): Promise<string | undefined> {
  const remotes = (await askGit(folder, "remote"))?.split("\n").filter((name) => name !== "") ?? [];
  const branch = await askGit(folder, "symbolic-ref", "--quiet", "--short", "HEAD");
  const own = branch === undefined ? undefined : await askGit(folder, "config", `branch.${branch}.remote`);
  if (own !== undefined && remotes.includes(own)) return own;
  return remotes.includes("origin") ? "origin" : remotes[0];
}

/** Why git says nothing of a folder, in words. */
export function describeGit({ problem, isLate }: Pick<Said, "problem" | "isLate">): string {
  if (isLate) return "git took too long, and was stopped";
  const said = problem.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
  return (
    said
      .slice(0, 3)
      .join(" ")
      .replace(/^(?:fatal|error): /, "") || "git says nothing of why"
  );
}
