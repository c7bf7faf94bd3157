import { vi } from "vitest";
import type { Run } from "./command.ts";

let count = 0;

/** Has what a stream is told collected until the function that it returns is called, which gives it. */
function collect(stream: NodeJS.WriteStream): () => string {
  let text = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((chunk) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  });
  return () => {
    spy.mockRestore();
    return text;
  };
}

function exitCode(): number {
  return Number(process.exitCode ?? 0);
}

/**
 * Runs one of the project's commands within this process: it answers as `run` does, in a tenth of the time. For commands that
 * only read content or write to it; a build is to be one of the program as it is bundled, in a process of its own.
 */
export async function runWithin(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const before = { argv: process.argv, env: process.env, code: process.exitCode };
  const listeners = process.stdout.listeners("error");
  const nets = process.listeners("uncaughtException");
  process.argv = [process.execPath, "evening-update", ...args];
  process.env = { ...process.env, CI: "true", BUILD_NOW: "", ...env };
  process.exitCode = undefined;
  const [stdout, stderr] = [collect(process.stdout), collect(process.stderr)];
  try {
    // What it does, it does when it is loaded; by another name it is loaded again, and what it imports is not.
    await import(/* @vite-ignore */ `../src/commands/main.ts?${count++}`);
    return { code: exitCode(), stdout: stdout(), stderr: stderr() };
  } finally {
    stdout();
    stderr();
    process.argv = before.argv;
    process.env = before.env;
    process.exitCode = before.code;
    for (const net of process.listeners("uncaughtException"))
      if (!nets.includes(net)) process.off("uncaughtException", net);
    for (const listener of process.stdout.listeners("error"))
      if (!listeners.includes(listener)) process.stdout.off("error", listener as () => void);
  }
}
