import { spawn } from "node:child_process";

/** What `npm run test:unit` and `npm test` do, step by step, each said as it begins and ends; 1 when something is wrong. */

/** A program of a step. What it prints is shown at once when it is `loud`, else only when it fails. */
interface Job {
  readonly name: string;
  readonly command: string;
  readonly loud?: boolean;
}

const TYPES: Job = { name: "types", command: "tsc -p . --incremental --tsBuildInfoFile .cache/types.tsbuildinfo" };
const RULES: Job = { name: "rules of style", command: "eslint ." };
const FORMAT: Job = {
  name: "format",
  command: "prettier --check --log-level warn --cache --cache-location .cache/prettier .",
};

function vitest(name: string, ...args: readonly string[]): Job {
  return { name, command: ["vitest run", ...args.map((arg) => JSON.stringify(arg))].join(" "), loud: true };
}

/** The steps of each kind of run; the jobs of one step run at once. */
const RUNS: Record<string, (args: readonly string[]) => readonly (readonly Job[])[]> = {
  unit: (args) => [[TYPES, vitest("tests without a site or a browser", "--project", "unit*", ...args)]],
  all: (args) => [[TYPES, RULES, FORMAT], [vitest("tests: unit, fuzz, and sites as they are built and read", ...args)]],
};

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs a job to its end and tells whether it went well. */
async function runJob({ name, command, loud = false }: Job): Promise<boolean> {
  const begin = performance.now();
  const child = spawn(command, { shell: true, stdio: loud ? "inherit" : ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  say(`${code === 0 ? "right" : "WRONG"}  ${name}, ${seconds} s`);
  if (code !== 0) process.stdout.write(printed);
  return code === 0;
}

async function runSteps(steps: readonly (readonly Job[])[]): Promise<boolean> {
  for (const [index, jobs] of steps.entries()) {
    say(`step ${index + 1} of ${steps.length}: ${jobs.map(({ name }) => name).join(" | ")}`);
    const results = await Promise.all(jobs.map(runJob));
    if (results.includes(false)) return false;
  }
  return true;
}

const [kind = "all", ...args] = process.argv.slice(2);
process.exitCode = (await runSteps(RUNS[kind]?.(args) ?? [])) ? 0 : 1;
