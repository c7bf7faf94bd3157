import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Order } from "../state/receipt.ts";
import type {
  Meeting,
  ReadMeeting,
  ReadOrder,
  ReadResult,
  WorkerMessage,
  WorkerOrder,
  WorkerResult,
} from "./protocol.ts";

/** A thread that reads a share of a publication's editions meanwhile, and may make their pages. */
export interface CrewMember<Order = WorkerOrder, Met = Meeting, Result = WorkerResult> {
  /** Tells it its share; what stands where in it is told back once the front matter is read. `onPages` is told of pages that are done. */
  start(order: Order, onPages: (count: number) => void): Promise<readonly PlacedEdition[]>;
  /** Tells it the rest, with which it reads its texts and makes its pages. */
  meet(meeting: Met): Promise<Result>;
  /** Ends it, whatever it is doing. */
  end(): Promise<unknown>;
}

// Beside this file in the bundled program; where the sources run as they are, there is none.
const PROGRAMS = { make: join(import.meta.dirname, "worker.mjs"), read: join(import.meta.dirname, "reader.mjs") };

/** Room for new objects, in megabytes: most of a page's live no longer than the page. */
export const YOUNG = 64;

/** So many editions at least are worth a worker, which takes a third of a second to begin; with cards, as much work is in fewer of them. */
const EDITIONS = { plain: 125, withCards: 40 } as const;

/** How many entries the folder of each year has, the oldest year first. Throws what the disk refuses. */
export function countEditions(content: string): Map<string, number> {
  const folder = join(content, "editions");
  const years = readdirSync(folder, { withFileTypes: true }).filter((year) => year.isDirectory());
  const names = years.map(({ name }) => name).sort();
  return new Map(names.map((name) => [name, readdirSync(join(folder, name)).length]));
}

/** How many entries these are in all; none where the disk refuses to tell. */
export function countAll(content: string, isWanted: (year: string) => boolean = () => true): number {
  try {
    return Array.from(countEditions(content)).reduce((sum, [year, count]) => sum + (isWanted(year) ? count : 0), 0);
  } catch {
    return 0;
  }
}

/** How many workers pay to read or to make the editions of some years, of which nothing is known: as their folders tell, before anything is read. */
export function countWorkers(
  { content, extras: { cards } }: Pick<Order, "content" | "extras">,
  isWanted?: (year: string) => boolean,
): number {
  if (!existsSync(PROGRAMS.make)) return 0;
  const each = cards ? EDITIONS.withCards : EDITIONS.plain;
  return Math.min(availableParallelism() - 1, Math.floor(countAll(content, isWanted) / each));
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

/** Starts a worker, which loads its program meanwhile. What goes wrong in it is thrown by what is waited for. */
function start<Order, Met, Result>(program: string): CrewMember<Order, Met, Result> {
  let tell: (count: number) => void = () => undefined;
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const placed = defer<readonly PlacedEdition[]>();
  const result = defer<Result>();
  const fail = (error: unknown) => {
    placed.reject(error);
    result.reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", (code) => {
    fail(new Error(`a worker ended (${code})`));
  });
  worker.on("message", (message: WorkerMessage<Result>) => {
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
    meet(meeting) {
      worker.postMessage(meeting);
      return result.promise;
    },
    end: () => worker.terminate(),
  };
}

/** A worker that reads its editions and makes their pages. */
export function startWorker(): CrewMember {
  return start(PROGRAMS.make);
}

/** A worker that only reads its editions. */
export function startReader(): CrewMember<ReadOrder, ReadMeeting, ReadResult> {
  return start(PROGRAMS.read);
}
