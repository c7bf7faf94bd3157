import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { TwinOrder } from "./make-twin.ts";
import type { Stamps } from "./stamps.ts";

/** A folder in which each file of a site gets a second name, while other work is done. */
export interface Twin {
  /** Gives the stamps of its folders when it is whole, or undefined where it cannot be. */
  readonly made: Promise<Stamps | undefined>;
  /** Ends the making, however far it is. */
  end(): Promise<unknown>;
}

// Beside this file in the bundled program; where the sources run as they are, there is none.
const PROGRAM = join(import.meta.dirname, "twin-thread.mjs");

/** Starts making a twin of a site in a thread of its own; undefined where there is none to be had. */
export function startTwin(order: TwinOrder): Twin | undefined {
  if (!existsSync(PROGRAM)) return undefined;
  const worker = new Worker(PROGRAM, { workerData: order });
  const made = new Promise<Stamps | undefined>((resolve) => {
    worker.on("message", resolve);
    for (const end of ["error", "exit"])
      worker.on(end, () => {
        resolve(undefined);
      });
  });
  return { made, end: () => worker.terminate() };
}
