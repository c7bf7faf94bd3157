/// <reference lib="dom" />
// The service worker: every page comes from the network as long as that answers. What was read is kept beside it, is shown when
// nothing answers, and then says of when it is.
import type { OfflineSite } from "../../src/views/files/offline-site.ts";
import { clearOlder, isLook, keep, keepFirst, keepPage, openKept } from "./offline-kept.ts";
import type { Worker, WorkerFetch } from "./worker.ts";

/** Stands before this script in its file. */
declare const SITE: OfflineSite;
declare const self: Worker;

const { language, attributes, copy, instead } = SITE;
const { scope } = self.registration;

/** So long is the network waited for where a copy is kept; in milliseconds. */
const PATIENCE = 5000;

/** The address of a page without what is no part of it for a host of files. */
const addressOf = (url: string) => url.replace(/[?#].*/s, "");

/** A kept page as it is shown, with the time of which it is; where another page was asked for, it says so. */
async function show(kept: Response, words: string, status: number): Promise<Response> {
  const time = new Date(kept.headers.get("Date") ?? "").toLocaleString(language, {
    dateStyle: "long",
    timeStyle: "short",
  });
  const note = `<p class="offline" role="status"${attributes}>${words.replace("{time}", time)}</p>`;
  const text = (await kept.text()).replace(/<main[^>]*>/, (main) => main + note);
  return new Response(text, { status, headers: { "Content-Type": "text/html;charset=utf-8" } });
}

async function answerPage(address: string, fresh: Promise<Response>): Promise<Response> {
  const cache = await openKept();
  const kept = await cache.match(address);
  const late = new Promise<never>((_, reject) => kept && setTimeout(reject, PATIENCE));
  try {
    return await Promise.race([fresh, late]);
  } catch {
    if (kept) return show(kept, copy, 200);
    const home = await cache.match(scope);
    return home ? show(home, instead, 503) : Response.error();
  }
}

async function answerPart(event: WorkerFetch): Promise<Response> {
  const { request } = event;
  const kept = await (await openKept()).match(request);
  // A file of the look has another name when it has other bytes.
  if (kept && isLook(request.url)) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && !kept) event.waitUntil(keep(request.url, response.clone()).catch(() => undefined));
    return response;
  } catch {
    return kept ?? Response.error();
  }
}

function answer(event: WorkerFetch): void {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") {
    const address = addressOf(request.url);
    const fresh = event.preloadResponse.then((response) => response ?? fetch(request));
    const copied = fresh.then((response) => response.clone());
    event.waitUntil(copied.then((response) => keepPage(address, response)).catch(() => undefined));
    event.respondWith(
      answerPage(
        address,
        copied.then(() => fresh),
      ),
    );
  } else if (/style|font|image/.test(request.destination)) event.respondWith(answerPart(event));
}

async function install(): Promise<void> {
  const opened = await self.clients.matchAll({ includeUncontrolled: true });
  await keepFirst(opened.map(({ url }) => addressOf(url)).filter((address) => address.startsWith(scope)));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await clearOlder();
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener("fetch", answer);
self.addEventListener("install", (event) => {
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});
