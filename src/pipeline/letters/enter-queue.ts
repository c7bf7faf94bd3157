import { existsSync } from "node:fs";
import type { Instant } from "../../content/time/calendar.ts";
import { refuseTracked } from "../../tracked.mjs";
import { refuseFolder } from "./queue-folder.ts";
import { openQueue, type Queue } from "./queue.ts";

/** A queue that was opened, and how many letters of it were too old. */
export interface Entered {
  readonly queue: Queue;
  readonly deleted: number;
}

/** Opens the queue of a folder, and deletes what is too old in it. Refused, in a sentence for people, where the folder is somebody else's, or git tracks a file of it. */
export async function enterQueue(folder: string, now: Instant): Promise<Entered | { readonly refused: string }> {
  const refused = refuseFolder(folder) ?? (await refuseTracked([folder]));
  if (refused !== undefined) return { refused: refused.trimEnd() };
  const queue = openQueue(folder);
  return { queue, deleted: queue.purge(now) };
}

/** Opens the queue of a folder likewise, where there is one: who only looks makes none. */
export async function findQueue(
  folder: string,
  now: Instant,
): Promise<Queue | { readonly refused: string } | undefined> {
  if (!existsSync(folder)) return undefined;
  const entered = await enterQueue(folder, now);
  return "refused" in entered ? entered : entered.queue;
}
