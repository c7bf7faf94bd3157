import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchMemory } from "./memory.ts";
import { BenchProblem } from "./problem.ts";
import type { Command } from "./programs.ts";

/** What one run of a command took. */
export interface Cost {
  /** Seconds on a monotonic clock. */
  readonly wall: number;
  /** Seconds of processor, of all its threads and processes. */
  readonly cpu: number;
  /** Peak resident memory in MiB. */
  readonly memory: number;
}

/** Runs a command and measures it. */
export type Measure = (command: Command) => Promise<Cost>;

// Node tells nothing of a child's processor time, and /proc forgets it at the child's end; GNU time asks the kernel.
const TIMERS = ["/usr/bin/time", "gtime"];
const FORMAT = "%U %S %M";

function findTimer(): string {
  const found = TIMERS.find((timer) => spawnSync(timer, ["-f", FORMAT, process.execPath, "--version"]).status === 0);
  if (found !== undefined) return found;
  throw new BenchProblem("GNU time is not installed; on Debian: apt install time (elsewhere, gtime is looked for)", 2);
}

/** The part of what a failed command said that tells why. */
function tail(text: string): string {
  return text.trim().split("\n").slice(-12).join("\n");
}

function run(timer: string, { args, cwd, env }: Command, report: string): Promise<{ wall: number; seen: number }> {
  return new Promise((done, fail) => {
    const start = process.hrtime.bigint();
    const child = spawn(timer, ["-o", report, "-f", FORMAT, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = watchMemory(child.pid);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes: Buffer) => {
        said = (said + bytes.toString()).slice(-20_000);
      });
    let wall = 0;
    child.on("exit", () => {
      wall = Number(process.hrtime.bigint() - start) / 1e9;
    });
    child.on("error", fail);
    child.on("close", (code) => {
      const seen = stop();
      if (code === 0) done({ wall, seen });
      else fail(new BenchProblem(`${args.slice(0, 5).join(" ")} … ended with ${String(code)}:\n${tail(said)}`));
    });
  });
}

/** Finds the timer and makes the function that measures with it. */
export function createMeasure(): Measure {
  const timer = findTimer();
  return async (command) => {
    const folder = mkdtempSync(join(tmpdir(), "evening-update-time-"));
    try {
      const report = join(folder, "report");
      const { wall, seen } = await run(timer, command, report);
      const [user = 0, system = 0, largest = 0] = readFileSync(report, "utf8").trim().split(/\s+/).map(Number);
      return { wall, cpu: user + system, memory: Math.max(seen, largest) / 1024 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
