/// <reference lib="dom" />
// What stands in the place of the service worker where a site has none: browsers that have one ask for it, and are rid of it.
import type { Worker } from "./worker.ts";

declare const self: Worker;

const { registration } = self;

async function leave(): Promise<void> {
  for (const name of await caches.keys()) if (name.endsWith(` ${registration.scope}`)) await caches.delete(name);
  await registration.unregister();
}

self.addEventListener("install", (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(leave());
});
