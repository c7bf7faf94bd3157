import { watch } from "chokidar";

/** One save is several events, and some editors write a file in two steps; in milliseconds. */
const QUIET = 20;

/**
 * Calls `work` after each change below these folders, once for all changes that come together; what changes while it
 * works is followed by another call. The promise is kept when all folders are watched, which goes on until the process ends.
 */
export async function watchFolders(
  folders: readonly string[],
  isIgnored: (path: string) => boolean,
  work: () => Promise<void>,
): Promise<void> {
  let isWorking = false;
  let isAsked = false;
  const run = async (): Promise<void> => {
    isAsked = true;
    if (isWorking) return;
    isWorking = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isWorking = false;
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], { ignoreInitial: true, ignored: isIgnored, atomic: QUIET });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
}
