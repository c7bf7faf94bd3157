import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes the lock file at `path` and returns how to give it back; undefined while another living process holds it. */
export function acquireLock(path: string): (() => void) | undefined {
  if (!take(path)) {
    const holder = Number(readFileSync(path, "utf8"));
    if (holder > 0 && holder !== process.pid && isAlive(holder)) return undefined;
    rmSync(path, { force: true });
    if (!take(path)) return undefined;
  }
  return () => {
    rmSync(path, { force: true });
  };
}
