import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BuildOptions, BuildResult } from "./build.ts";
import { heapLimit } from "./heap.ts";
import { growHeapsSlowly } from "./heap-growth.ts";
import { discard } from "./output/discard.ts";
import type { Order } from "./state/receipt.ts";
import { countAll, YOUNG } from "./workers/crew.ts";

// Beside this file in the bundled program; where the sources run as they are, there is none.
const PROGRAM = join(import.meta.dirname, "build-thread.mjs");

/** With fewer editions a site needs no more memory than the program itself. */
const LARGE = 125;

/** Whether a publication, of which nothing is known, is worth a thread of its own. */
export function isLarge({ content }: Order): boolean {
  return existsSync(PROGRAM) && countAll(content) >= LARGE;
}

/** What the thread is asked for: a build of which nothing is known. */
export type Apart = Pick<BuildOptions, "order" | "places" | "now" | "strict" | "addresses" | "isUnpublished">;

/** What it says: how many pages are done of how many, or what became of the build. */
export type ApartMessage = { readonly done: number; readonly all: number } | { readonly result: BuildResult };

/**
 * Does as `buildSite` in a thread of its own, whose heap may grow as far as this one's: when that is not far enough, the thread
 * ends with an error that can be told, and not the process with a page of addresses. For a build of which nothing is known.
 */
export async function buildApart({
  order,
  places,
  now,
  strict,
  addresses,
  isUnpublished,
  onPage,
}: Apart & Pick<BuildOptions, "onPage">) {
  // The library that draws hears only the main thread name its fonts.
  if (order.extras.cards) (await import("./print/cards/cards.ts")).prepareCards();
  const asked: Apart = { order, places, now, strict, addresses, ...(isUnpublished && { isUnpublished }) };
  growHeapsSlowly();
  const worker = new Worker(PROGRAM, {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(), maxYoungGenerationSizeMb: YOUNG },
  });
  try {
    return await new Promise<BuildResult>((resolve, reject) => {
      worker.on("error", reject);
      worker.on("exit", (code) => {
        reject(new Error(`the thread of the build ended (${code})`));
      });
      worker.on("message", (message: ApartMessage) => {
        if ("result" in message) resolve(message.result);
        else onPage(message.done, message.all);
      });
    });
  } finally {
    await worker.terminate();
    await discard([places.stage], places.leftover)();
  }
}
