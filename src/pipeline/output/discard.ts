import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Removes the folder that it is given; another process may be about it, too. */
const REMOVER = `require("node:fs").rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 3 });`;

/** In milliseconds: so long a small folder may take, and a command waits for a large one. */
const PATIENCE = 2000;

/** Moves a folder away in one step; on a disk that has no room for that, it is removed at once. */
function putAside(folder: string, leftover: string): void {
  try {
    mkdirSync(leftover, { recursive: true });
    renameSync(folder, join(mkdtempSync(join(leftover, "at-")), basename(folder)));
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a process and returns how to wait for its end; it may outlive this one. */
function startRemoving(folder: string): () => Promise<void> {
  const child = spawn(process.execPath, ["-e", REMOVER, folder], {
    detached: true,
    stdio: "ignore",
    windowsHide: true,
    // What the command was started with is not meant for it.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  child.unref();
  const ended = new Promise<void>((resolve) => {
    for (const event of ["error", "exit"])
      child.once(event, () => {
        resolve();
      });
  });
  return async () => {
    const patience = new AbortController();
    const { signal } = patience;
    await Promise.race([ended, wait(PATIENCE, undefined, { signal }).catch(() => undefined)]);
    patience.abort();
  };
}

/**
 * Removes folders without making anybody wait: a large site takes a minute. Each is moved into the folder `leftover` beside it,
 * and a process removes that, with whatever else lies there. Returns how to wait until it is gone, for two seconds at most:
 * what is left then the process removes by itself, or the next one does.
 */
export function discard(folders: readonly string[], leftover: string): () => Promise<void> {
  for (const folder of folders) if (existsSync(folder)) putAside(folder, leftover);
  return existsSync(leftover) ? startRemoving(leftover) : () => Promise.resolve();
}
