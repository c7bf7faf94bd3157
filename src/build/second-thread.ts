import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlacedEdition } from "../content/schedule.ts";
import type { ShareOrder, ShareResult, Surroundings } from "./share.ts";

/** A thread that makes a share of a publication's editions meanwhile. */
export interface SecondThread {
  /** Tells it its share; what stands where in it is told back once the front matter is read. `onPages` is told of pages that are done. */
  start(order: ShareOrder, onPages: (count: number) => void): Promise<readonly PlacedEdition[]>;
  /** Tells it the rest, with which it makes its pages. */
  surround(surroundings: Surroundings): Promise<ShareResult>;
  /** Ends it, whatever it is doing. */
  end(): Promise<unknown>;
}

type Message =
  { readonly placed: readonly PlacedEdition[] } | { readonly pages: number } | { readonly result: ShareResult };

// Beside this file in the bundled program; where the sources run as they are, there is none.
const PROGRAM = join(import.meta.dirname, "worker.mjs");

/** Room for new objects, in megabytes: most of a page's live no longer than the page. */
const YOUNG = 64;

/** So many editions at least are worth a second thread, which takes a third of a second to begin. */
const MANY = 125;

/** Whether there can be a second thread, and it pays to make a publication with it: as its folders tell, before anything is read. */
export function isWorthSecondThread(content: string): boolean {
  if (!existsSync(PROGRAM)) return false;
  try {
    const years = readdirSync(join(content, "editions"), { withFileTypes: true }).filter((year) => year.isDirectory());
    const count = (name: string) => readdirSync(join(content, "editions", name)).length;
    return years.reduce((sum, { name }) => sum + count(name), 0) >= MANY;
  } catch {
    return false;
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise that is kept or broken from outside; Node 20 has none of its own. */
function defer<T>(): Deferred<T> {
  const settle: Partial<Deferred<T>> = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  // It may be waited for later, or never, when something else fails before.
  promise.catch(() => undefined);
  return { promise, ...settle } as Deferred<T>;
}

/** Starts a second thread, which loads the program meanwhile. What goes wrong in it is thrown by what is waited for. */
export function startSecondThread(): SecondThread {
  let tell: (count: number) => void = () => undefined;
  const worker = new Worker(PROGRAM, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const placed = defer<readonly PlacedEdition[]>();
  const result = defer<ShareResult>();
  const fail = (error: unknown) => {
    placed.reject(error);
    result.reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", (code) => {
    fail(new Error(`the second thread ended (${code})`));
  });
  worker.on("message", (message: Message) => {
    if ("placed" in message) placed.resolve(message.placed);
    else if ("pages" in message) tell(message.pages);
    else result.resolve(message.result);
  });
  return {
    start(order, onPages) {
      tell = onPages;
      worker.postMessage(order);
      return placed.promise;
    },
    surround(surroundings) {
      worker.postMessage(surroundings);
      return result.promise;
    },
    end: () => worker.terminate(),
  };
}
