import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { PROJECT } from "../build/project.ts";
import type { Instant } from "../content/calendar.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder } from "./options.ts";

interface StartOptions {
  content: string;
  port: number;
  now?: Instant;
}

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
  .action(async (options: StartOptions) => {
    requireFolder(options.content);
    clockOf(options.now);
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const preview = join(PROJECT, "src", "commands", "preview.ts");
    const templates = join(PROJECT, "templates", "**", "*.ts");
    const child = spawn(process.execPath, [tsx, "watch", "--clear-screen=false", "--include", templates, preview], {
      stdio: "inherit",
      env: { ...process.env, [VARIABLE]: JSON.stringify(options) },
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise<number>((resolve) => {
      child.on("exit", (code) => {
        resolve(code ?? 0);
      });
    });
  });

/** What “npm start” was asked for, as its child process receives it. */
export function readStartOptions(): { content: string; port: number; clock: () => Instant } {
  const options = JSON.parse(process.env[VARIABLE] ?? '{"content":"content","port":8080}') as StartOptions;
  return { content: options.content, port: options.port, clock: () => clockOf(options.now) };
}
