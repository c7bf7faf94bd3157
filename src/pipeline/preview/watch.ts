import { lstatSync } from "node:fs";
import { watch } from "chokidar";
import { ANY_CHANGE, describeStamp } from "../state/stamps.ts";

/** One save is several events, and some editors write a file in two steps; in milliseconds. */
const QUIET = 12;

/** The watcher tells of no second change of a file within 50 ms, so that files are looked at again after this; in milliseconds. */
const AGAIN = 80;

function stampOf(path: string): string {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  return entry ? describeStamp(ANY_CHANGE, entry) : "";
}

/** Files that were changed, by their whole paths; undefined when some came or went. */
export type Changed = ReadonlySet<string> | undefined;

/**
 * Calls `work` after each change below these folders, once for all changes that come together; what changes while it
 * works is followed by another call, never by one beside it. The promise is kept when all folders are watched, which goes on until the process
 * ends. It gives what has `work` called in its turn for what may have changed before.
 */
export async function watchFolders(
  folders: readonly string[],
  isIgnored: (path: string) => boolean,
  work: (changed: Changed) => Promise<void>,
): Promise<() => void> {
  let pending = new Map<string, string>();
  let isWorking = false;
  const run = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    while (pending.size > 0) {
      const events = pending;
      pending = new Map();
      const stamps = [...events.keys()].map((path) => [path, stampOf(path)] as const);
      setTimeout(() => {
        for (const [path, stamp] of stamps) if (stampOf(path) !== stamp) note(path, "change");
      }, AGAIN);
      const isPlain = [...events.values()].every((event) => event === "change");
      await work(isPlain ? new Set(events.keys()) : undefined);
    }
    isWorking = false;
  };
  let timer: NodeJS.Timeout | undefined;
  const note = (path: string, event: string): void => {
    // What came or went in between is not undone by a later change.
    pending.set(path, (pending.get(path) ?? "change") === "change" ? event : "all");
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET);
  };
  const watcher = watch([...folders], { ignoreInitial: true, ignored: isIgnored, atomic: QUIET });
  watcher.on("all", (event, path) => {
    note(path, event);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return () => {
    for (const folder of folders) note(folder, "all");
  };
}
