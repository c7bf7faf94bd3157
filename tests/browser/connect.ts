import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Connects to the browser that all test files share. Its pages are this file's own, and closing it closes them alone. */
export async function connectBrowser(): Promise<Browser> {
  const response = await fetch(inject("browserHost"));
  const answer = await response.text();
  if (!response.ok) throw new Error(`no browser can be started: ${answer}`);
  return chromium.connect(answer);
}
