import { readdirSync, readFileSync } from "node:fs";

/** Reads a file of /proc; a process that is gone has none. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function childrenOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean),
    );
  } catch {
    return [];
  }
}

function residentOf(pid: string): number {
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), own);
}

const INTERVAL = 50;

/**
 * Watches the resident memory of a process and all below it; the function that it returns ends that and tells the most
 * seen, in KiB. A program of several processes is seen here alone, since the kernel records the largest one. Without
 * /proc it sees nothing.
 */
export function watchMemory(pid: number | undefined): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentOf(String(pid)));
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    return most;
  };
}
