import type { Views } from "../views/views.ts";

// Eleventy calls the configuration by itself, so what it is to print is laid down here first and fetched from there.
let current: Views | undefined;

export function handOver(views: Views): void {
  current = views;
}

/** The views that were handed over last. Throws when Eleventy was started by another way than this project's commands. */
export function takeOver(): Views {
  if (!current) throw new Error("nothing to print: run “npm run build” or “npm start”, not eleventy itself");
  return current;
}
