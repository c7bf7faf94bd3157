import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { exampleSite } from "../sites.ts";
import { connectBrowser } from "./connect.ts";
import { findMotion } from "./motion.ts";
import { PAGE_TYPES, screen, visit, type Visit } from "./visits.ts";

let browser: Browser;
let example: SiteServer;
let reader: Visit;

beforeAll(async () => {
  browser = await connectBrowser();
  example = await serveSite(exampleSite());
  reader = await visit(browser, example.url, screen(1280));
});

afterAll(async () => {
  await browser.close();
  await example.close();
});

test.each(Object.entries(PAGE_TYPES))("nothing of the %s moves for whoever asked for less motion", async (_, path) => {
  expect(await findMotion(reader.page, example.url + path)).toEqual([]);
});
