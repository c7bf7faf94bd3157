import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { linkOrCopy } from "../output/tree.ts";
import type { Client } from "./client.ts";
import type { Headers, SiteFile, Store } from "./store.ts";

/** So many programs send at once; each sends several files at once. */
const AT_ONCE = 4;

/** For what a deploy keeps for itself. */
const NOTE: Headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" };

/** Does something with each item, a few at once. What fails first is thrown when all that was begun has ended. */
async function forEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      try {
        await act(item);
      } catch (error) {
        left.length = 0;
        throw error;
      }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const each of ended) if (each.status === "rejected") throw each.reason as Error;
}

function groupByHeaders(files: readonly SiteFile[]): { headers: Headers; files: SiteFile[] }[] {
  const groups = new Map<string, { headers: Headers; files: SiteFile[] }>();
  for (const file of files) {
    const key = JSON.stringify(file.headers);
    const group = groups.get(key) ?? { headers: file.headers, files: [] };
    groups.set(key, group);
    group.files.push(file);
  }
  return [...groups.values()];
}

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
    send: (files) =>
      forEach(groupByHeaders(files), (group) =>
        withFolder((folder) => {
          for (const { path, from } of group.files)
            lay(folder, path, (file) => {
              linkOrCopy(from, file);
            });
          return client.send(folder, group.headers);
        }),
      ),
    remove: (paths) => withFolder((folder) => client.remove(paths, folder)),
    close() {
      rmSync(own, { recursive: true, force: true });
    },
  };
}
