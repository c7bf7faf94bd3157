import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { extname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { InvalidArgumentError } from "commander";
import { PROJECT } from "../pipeline/project.ts";
import { watchFolders } from "../pipeline/preview/watch.ts";
import type { Instant } from "../content/time/calendar.ts";
import { queueOption } from "./letters/queue-option.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder } from "./options.ts";

interface StartOptions {
  content: string;
  port: number;
  now?: Instant;
  queue?: string;
}

/** For so long a preview that was told of its end answers pages which it had told to load again; in milliseconds. */
const LAST_ANSWERS = 250;

const VARIABLE = "EVENING_UPDATE_PREVIEW";

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError("Give a number up to 65535.");
  return port;
}

export const start = createCommand("start", "preview with drafts and scheduled stories; reloads on every change")
  .addOption(contentOption())
  .addOption(nowOption())
  .option("--port <number>", "where the preview listens on this computer", parsePort, 8080)
  .addOption(queueOption())
  .action(async (options: StartOptions) => {
    requireFolder(options.content);
    clockOf(options.now);
    let child = startPreview(options);
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => {
        child.kill(signal);
        process.exit();
      });
    // A module that was loaded cannot be loaded again, so new code needs a new process.
    await watchFolders(PROGRAM, isNoCode, async () => {
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        if (child.connected) child.send("ending", () => undefined);
        await setTimeout(LAST_ANSWERS);
        child.kill();
        await ended;
      }
      child = startPreview(options);
    });
  });

const PROGRAM = ["src", "templates", ".eleventy.ts"].map((name) => join(PROJECT, name));

function isNoCode(path: string): boolean {
  return extname(path) !== "" && !path.endsWith(".ts") && !path.endsWith(".mjs");
}

/** Starts the process that serves, which ends with this one, however this one ends. */
function startPreview(options: StartOptions): ChildProcess {
  return spawn(process.execPath, [join(PROJECT, "src", "run.mjs"), "preview"], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [VARIABLE]: JSON.stringify(options) },
  });
}

/** What “npm start” was asked for, as its child process receives it. */
export function readStartOptions(): Pick<StartOptions, "content" | "port" | "queue"> & { clock: () => Instant } {
  const options = JSON.parse(process.env[VARIABLE] ?? '{"content":"content","port":8080}') as StartOptions;
  const { content, port, queue } = options;
  return { content, port, ...(queue !== undefined && { queue: resolve(queue) }), clock: () => clockOf(options.now) };
}
