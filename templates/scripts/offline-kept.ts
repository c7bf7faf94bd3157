/// <reference lib="dom" />
import { KEPT_MOST, type OfflineSite } from "../../src/views/files/offline-site.ts";
import type { Worker } from "./worker.ts";

/** Stands before the script in its file. */
declare const SITE: OfflineSite;
declare const self: Worker;

/** What is kept is of this form and of this site; others may be at the same host. */
const name = `1 ${self.registration.scope}`;
const latest = SITE.pages.map((path) => new URL(path, self.registration.scope).href);

export const openKept = (): Promise<Cache> => caches.open(name);

/** Lets go of what an earlier version of this program kept of the site. */
export async function clearOlder(): Promise<void> {
  for (const other of await caches.keys())
    if (other !== name && other.endsWith(` ${self.registration.scope}`)) await caches.delete(other);
}

/** Whether a file is of the look, whose names tell their bytes. */
export const isLook = (url: string): boolean => url.includes(SITE.look);

/** Lets the oldest copies go until all are small enough together: what pages look like, and the last edition, at last. */
async function trim(cache: Cache): Promise<void> {
  const found: { readonly url: string; readonly size: number }[] = [];
  for (const { url } of await cache.keys())
    found.push({ url, size: Number((await cache.match(url))?.headers.get("Content-Length")) });
  let sum = found.reduce((all, { size }) => all + size, 0);
  const isLate = ({ url }: { readonly url: string }) => isLook(url) || latest.includes(url);
  for (const { url, size } of [...found.filter((copy) => !isLate(copy)), ...found.filter(isLate)]) {
    if (sum <= KEPT_MOST) return;
    await cache.delete(url);
    sum -= size;
  }
}

/** Keeps a copy, with its size in bytes and its time, as the newest of all; gives its bytes. */
export async function keep(address: string, response: Response): Promise<ArrayBuffer> {
  const cache = await openKept();
  const body = await response.arrayBuffer();
  const headers = {
    "Content-Type": response.headers.get("Content-Type") ?? "",
    "Content-Length": `${body.byteLength}`,
    Date: new Date().toUTCString(),
  };
  await cache.put(address, new Response(body, { headers }));
  await trim(cache);
  return body;
}

/** Keeps the files of the look that a page names, and of those that its stylesheets name what the browser has already, since it knows which fonts a reader needs. */
async function keepParts(body: ArrayBuffer, how?: RequestInit): Promise<void> {
  const cache = await openKept();
  for (const [, path = ""] of new TextDecoder().decode(body).matchAll(/(?:="|url\()([^")]+)/g)) {
    if (!path.startsWith(SITE.look) || (await cache.match(path))) continue;
    const part = await fetch(path, how).catch(() => undefined);
    if (!part?.ok) continue;
    const content = await keep(path, part);
    if (path.endsWith(".css")) await keepParts(content, { cache: "only-if-cached", mode: "same-origin" });
  }
}

/** Keeps a page with what it looks like; one that is gone is not kept any longer. */
export async function keepPage(address: string, response: Response): Promise<void> {
  const { status, ok, redirected, headers } = response;
  if (status === 404 || status === 410) await (await openKept()).delete(address);
  if (ok && !redirected && headers.get("Content-Type")?.startsWith("text/html"))
    await keepParts(await keep(address, response));
}

/** Keeps the home page, the last edition, and what is open already: a reader came by it before anything was kept. */
export async function keepFirst(opened: readonly string[]): Promise<void> {
  const addresses = [...new Set([...latest, ...opened])];
  await Promise.allSettled(addresses.map(async (address) => keepPage(address, await fetch(address))));
}
