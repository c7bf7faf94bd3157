import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";

/** Removes the folder that it is given. */
const REMOVER = `
  const { rmSync } = require("node:fs");
  rmSync(require("node:worker_threads").workerData, { recursive: true, force: true });
`;

/** Moves a folder away in one step; on a disk that has no room for that, it is removed at once. */
function putAside(folder: string, leftover: string): void {
  try {
    mkdirSync(leftover, { recursive: true });
    renameSync(folder, join(mkdtempSync(join(leftover, "at-")), basename(folder)));
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Removes folders without making anybody wait: each is moved into the folder `leftover` beside it, and a thread removes that,
 * with whatever else lies there. Returns how to wait for it. What cannot be removed is left for the next time.
 */
export function discard(folders: readonly string[], leftover: string): () => Promise<void> {
  for (const folder of folders) if (existsSync(folder)) putAside(folder, leftover);
  if (!existsSync(leftover)) return () => Promise.resolve();
  try {
    const worker = new Worker(REMOVER, { eval: true, workerData: leftover, execArgv: [] });
    const ended = new Promise<void>((resolve) => {
      for (const event of ["error", "exit"])
        worker.once(event, () => {
          resolve();
        });
    });
    return () => ended;
  } catch {
    return () => Promise.resolve();
  }
}
