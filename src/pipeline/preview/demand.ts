import { setImmediate } from "node:timers/promises";

/** Files that are waited for while a site is made. */
export interface Demand {
  /** Waits until a file is there, or it is known that there is none. */
  ask(path: string): Promise<void>;
  /** Lets requests come in, and gives the file that has been waited for longest; whoever waits for the one before waits no more. */
  next(): Promise<string | undefined>;
  /** Says that all files are there: nobody waits from now on. */
  end(): void;
}

/** Makes a demand for which nobody waits yet. */
export function createDemand(): Demand {
  const waiting = new Map<string, (() => void)[]>();
  let isOver = false;
  let current: string | undefined;
  const release = (path: string): void => {
    const all = waiting.get(path) ?? [];
    waiting.delete(path);
    for (const go of all) go();
  };
  return {
    ask(path) {
      if (isOver) return Promise.resolve();
      return new Promise((resolve) => waiting.set(path, [...(waiting.get(path) ?? []), resolve]));
    },
    async next() {
      if (current !== undefined) release(current);
      current = undefined;
      await setImmediate();
      [current] = waiting.keys();
      return current;
    },
    end() {
      isOver = true;
      for (const path of [...waiting.keys()]) release(path);
    },
  };
}
