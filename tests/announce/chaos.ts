import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import type { Announcement } from "../../src/pipeline/announce/channel.ts";
import { openLedger } from "../../src/pipeline/announce/ledger.ts";
import { parseLedger, standingOf } from "../../src/pipeline/announce/ledger-lines.ts";
import { settle } from "../../src/pipeline/announce/settle.ts";
import { createRandom } from "../bench/corpus/random.ts";
import { PROJECT } from "../command.ts";
import { type Reply, serveHosts } from "../gather/loopback.ts";
import { type MakeChannels, obey, type Orders } from "./chaos-runner.ts";
import { createRepository } from "./repository.ts";

const MINUTE = 60_000;

/** What a fake service is told by the storm around it. */
export interface Weather {
  /** A number from 0 up to, not including, 1. */
  readonly chance: () => number;
  /** Whether answers fail, replies get lost and keys are forgotten. */
  readonly isStormy: () => boolean;
  /** Ends when a request that came is to take effect; a round waits for that, though its runners be dead. */
  readonly delay: () => Promise<void>;
  /** Kills a runner, if one is to be killed at such a moment: before or after something took effect. */
  readonly strike: (moment: "before" | "after") => void;
}

/** A fake of the services of some channels. */
export interface Service {
  /** By host and path, as `serveHosts` takes them. */
  readonly replies: Readonly<Record<string, Reply>>;
  /** Called before each round with the time that has passed since the last one began, in milliseconds. */
  readonly pass?: (time: number) => void;
  /** Each thing that readers got, as `channel key`: twice where they got it twice. */
  readonly effects: readonly string[];
  /** What it refuses for good, as `channel key`. */
  readonly refused?: readonly string[];
}

/** What is tried: channels by a module that exports `makeChannels`, and a fake of what they ask. */
export interface Trial {
  readonly module: string;
  readonly channels: readonly string[];
  readonly announcements: readonly Announcement[];
  readonly createService: (weather: Weather) => Service;
  readonly content?: string;
}

/** Makes a program of the runner with the channels of a module, below the project so that it finds the libraries. */
export async function bundleRunner(module: string): Promise<{ readonly path: string; remove(): void }> {
  mkdirSync(join(PROJECT, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(PROJECT, ".cache", "chaos-"));
  const path = join(folder, "runner.mjs");
  const own = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  await build({
    stdin: {
      contents: `import { makeChannels } from ${own(module)}; import { runRunner } from ${own("chaos-runner.ts")}; await runRunner(makeChannels);`,
      resolveDir: PROJECT,
      sourcefile: "runner.ts",
    },
    outdir: folder,
    entryNames: "runner",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
  });
  return {
    path,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What came of a trial under one seed. */
export interface Outcome {
  /** `channel key` of what readers got more than once, and of what they never got though nobody refused it. */
  readonly doubles: readonly string[];
  readonly omissions: readonly string[];
  /** How many runners were killed, and how many announcements a person had to settle. */
  readonly killed: number;
  readonly settled: number;
  /** Whether one more run left service and ledger alone, and ended with nothing left to do. */
  readonly isQuiet: boolean;
}

const STORMY = 2;
const MOST_CALM = 8;

/** Has two runners at a time tell through a storm, round after round, then in calm weather until all is told, and once more. */
export async function weather(runner: string, trial: Trial, seed: number): Promise<Outcome> {
  const { next: chance, pick } = createRandom(seed);
  const repository = createRepository();
  const clones = [repository.clone(), repository.clone()] as const;
  let isStormy = true;
  let running: ChildProcess[] = [];
  let moment: "before" | "after" | undefined;
  let countdown = 0;
  let delays: Promise<void>[] = [];
  const kill = () => running.filter(({ exitCode }) => exitCode === null)[chance() < 0.5 ? 0 : 1]?.kill("SIGKILL");
  const service = trial.createService({
    chance,
    isStormy: () => isStormy,
    delay() {
      // Now and then so long that another run could be there meanwhile.
      const own = wait(isStormy ? (chance() < 0.15 ? 1500 : chance() * 100) : 0);
      delays.push(own);
      return own;
    },
    strike: (now) => {
      if (now === moment && --countdown === 0) kill();
    },
  });
  const hosts = await serveHosts(service.replies);
  const suffix = hosts.at("x", "").slice("https://x".length);
  let now = Date.parse("2026-03-04T18:00:00Z");
  let runs = 0;
  let [killed, settled] = [0, 0];
  const pass = (time: number) => {
    now += time;
    service.pass?.(time);
  };
  const order = (clone: string): Orders => {
    const { announcements, content } = trial;
    const run = `run-${runs++}`;
    return { file: repository.file(clone), announcements, run, start: now, suffix, ca: hosts.net.ca ?? "", content };
  };
  const start = (clone: string): ChildProcess => {
    const env = { ...process.env, CHAOS: JSON.stringify(order(clone)), GIT_SSH_COMMAND: "false" };
    return spawn(process.execPath, [runner], { env, stdio: ["ignore", "ignore", "inherit"] });
  };
  // Two at once, so that git has to decide.
  const storm = async (): Promise<void> => {
    const kind = pick(["none", "time", "before", "after", "after"] as const);
    moment = kind === "before" || kind === "after" ? kind : undefined;
    countdown = 1 + Math.floor(chance() * 3);
    running = clones.map(start);
    const ended = running.map((child) => once(child, "exit") as Promise<[number | null]>);
    if (kind === "time") void wait(chance() * 1200).then(kill);
    for (const [code] of await Promise.all(ended)) if (code === null) killed += 1;
    await Promise.all(delays);
    delays = [];
  };
  const { makeChannels } = (await import(join(import.meta.dirname, trial.module))) as { makeChannels: MakeChannels };
  const calm = () => obey(order(clones[0]), makeChannels);
  const settleAll = async (): Promise<void> => {
    const entries = parseLedger(repository.read().text);
    if ("problem" in entries) throw new Error(entries.problem);
    for (const channel of trial.channels)
      for (const { key } of trial.announcements) {
        if (standingOf(entries, channel, key).kind !== "unknown") continue;
        const as = service.effects.includes(`${channel} ${key}`) ? "sent" : "lost";
        const ledger = openLedger(repository.file(clones[0]), (text) => text);
        const problem = await settle(ledger, { key, channel, as, run: `person-${runs++}`, clock: () => now });
        if (problem) throw new Error(problem.problem);
        settled += 1;
      }
  };
  try {
    for (let count = 0; count < STORMY; count++) {
      await storm();
      await settleAll();
      pass(pick([2, 11, 11, 75]) * MINUTE);
    }
    isStormy = false;
    let isDone = false;
    for (let count = 0; count < MOST_CALM && !isDone; count++) {
      pass(11 * MINUTE);
      isDone = (await calm()) === 0;
      await settleAll();
    }
    const before = [repository.read(), service.effects.length, hosts.asked.length];
    const left = await calm();
    const after = [repository.read(), service.effects.length, hosts.asked.length];
    const wanted = trial.channels
      .flatMap((channel) => trial.announcements.map(({ key }) => `${channel} ${key}`))
      .filter((name) => !service.refused?.includes(name));
    return {
      doubles: service.effects.filter((name, index) => service.effects.indexOf(name) !== index),
      omissions: wanted.filter((name) => !service.effects.includes(name)),
      killed,
      settled,
      isQuiet: isDone && left === 0 && JSON.stringify(before) === JSON.stringify(after),
    };
  } finally {
    hosts.close();
    repository.remove();
  }
}
