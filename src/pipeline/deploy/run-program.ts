import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { spellOut } from "../../content/words/invisible.ts";
import { DeployError } from "./store.ts";

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** So many lines of what a program said of its failure are shown, the last ones. */
const SHOWN = 6;

const ENDINGS = process.platform === "win32" ? [".exe"] : [""];

/** Where a program lies among those that can be called by name; undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  const places = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return places
    .flatMap((folder) => ENDINGS.map((ending) => join(folder, name + ending)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

/**
 * Runs a program to its end, without a shell. It holds `lock`, an open file, too: should this process be killed, what it has begun to
 * send still keeps others out.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  {
    env,
    lock,
    input = "",
  }: { readonly env: NodeJS.ProcessEnv; readonly lock: number | undefined; readonly input?: string },
): Promise<Ended> {
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "pipe", lock ?? "ignore"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  // A program that ends at once does not read what it is given.
  child.stdin?.on("error", () => undefined).end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { code, ...said };
}

/** Hints for what clients say most often. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /credential|InvalidAccessKeyId|SignatureDoesNotMatch|didn't find section|config profile/i,
    "its keys are missing or wrong: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or set the client up with “aws configure” or “rclone config”",
  ],
  [
    /AccessDenied|Forbidden|\b403\b/i,
    "these keys may not do that; they must list, read, write and delete in this bucket",
  ],
  [
    /NoSuchBucket|bucket does not exist|directory not found/i,
    "there is no such bucket; make it first, or look at the name",
  ],
  [
    /connect|no such host|timed? ?out|EOF|ENOTFOUND/i,
    "the store cannot be reached; look at AWS_ENDPOINT_URL or the remote's endpoint, and at the network",
  ],
];

/** What a client's failure means, in its own last words and with a hint. */
export function describeEnded(doing: string, { code, stdout, stderr }: Ended): DeployError {
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
  const hint = HINTS.find(([words]) => lines.some((line) => words.test(line)))?.[1];
  return new DeployError(
    [
      `${doing} failed (exit code ${String(code)}):`,
      ...lines.slice(-SHOWN).map((line) => `    ${spellOut(line)}`),
      ...(hint === undefined ? [] : [`  hint: ${hint}`]),
    ].join("\n"),
  );
}
