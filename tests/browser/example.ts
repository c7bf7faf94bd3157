import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { exampleSite } from "../sites.ts";
import { connectBrowser } from "./connect.ts";

/** There from the first test of a file that called `openExample`. */
export let browser: Browser;
export let example: SiteServer;

/** Has a browser and the example's site at hand while the tests of a file run; to be called once, at its head. */
export function openExample(): void {
  beforeAll(async () => {
    browser = await connectBrowser();
    example = await serveSite(exampleSite());
  });

  afterAll(async () => {
    await browser.close();
    await example.close();
  });
}
