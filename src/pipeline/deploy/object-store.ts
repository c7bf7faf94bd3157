import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { groupBy } from "../../views/pages/list-pages.ts";
import { linkOrCopy } from "../output/tree.ts";
import { workThrough } from "../work-through.ts";
import type { Client } from "./client.ts";
import type { Headers, Store } from "./store.ts";

/** So many programs send at once; each sends several files at once. */
const AT_ONCE = 4;

/** For what a deploy keeps for itself. */
const NOTE: Headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" };

/**
 * A store of objects, to which a client speaks. What is sent at once is laid out in a folder within `scratch`: as second names, so
 * that a build that replaces the site meanwhile changes nothing of what a client is sending.
 */
export function openObjectStore(name: string, client: Client, scratch: string): Store {
  mkdirSync(scratch, { recursive: true });
  const own = mkdtempSync(join(scratch, "send-"));
  let count = 0;
  const withFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
    const folder = join(own, String(count++));
    mkdirSync(folder);
    await act(folder);
    rmSync(folder, { recursive: true });
  };
  const lay = (folder: string, path: string, make: (file: string) => void): void => {
    const file = folder + path;
    mkdirSync(dirname(file), { recursive: true });
    make(file);
  };
  return {
    name,
    list: () => client.list(),
    read: (path) => client.read(path),
    write: (path, text) =>
      withFolder((folder) => {
        lay(folder, path, (file) => {
          writeFileSync(file, text);
        });
        return client.send(folder, NOTE);
      }),
    check: () => undefined,
    async send(files) {
      const groups = groupBy(files, ({ headers }) => JSON.stringify(headers)).values();
      await workThrough([...groups], AT_ONCE, (group) =>
        withFolder((folder) => {
          for (const { path, from } of group)
            lay(folder, path, (file) => {
              linkOrCopy(from, file);
            });
          return client.send(folder, group[0]?.headers ?? {});
        }),
      );
    },
    remove: (paths) => withFolder((folder) => client.remove(paths, folder)),
    close() {
      rmSync(own, { recursive: true, force: true });
    },
  };
}
