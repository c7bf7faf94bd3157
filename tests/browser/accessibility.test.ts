import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { findFaults } from "./faults.ts";
import { connectBrowser } from "./connect.ts";
import { LOOKS, PAGE_TYPES, screen, visit, type Visit } from "./visits.ts";
import { exampleSite, fixtureSite } from "../sites.ts";

// With every key of the format: corrections, labels, a credit, tags, tables, notes and a title in each script.
const CROWDED_PAGES = [
  "/2026/03/01/morning/weather-house/",
  "/2026/03/03/midday/",
  "/2026/03/04/morning/",
  "/2025/12/31/late-evening/",
  "/tools/",
  "/corrections/",
  "/subscribe/",
];

let browser: Browser;
let example: SiteServer;
let fixture: SiteServer;

beforeAll(async () => {
  browser = await connectBrowser();
  example = await serveSite(exampleSite());
  fixture = await serveSite(fixtureSite());
});

afterAll(async () => {
  await browser.close();
  await example.close();
  await fixture.close();
});

describe.each(LOOKS)("in $scheme at $width pixels", ({ scheme, width }) => {
  let reader: Visit;

  beforeAll(async () => {
    reader = await visit(browser, example.url, screen(width, { colorScheme: scheme, bypassCSP: true }));
  });

  afterAll(() => reader.page.context().close());

  test.each(Object.entries(PAGE_TYPES))("the %s has no fault that axe can find", async (_, path) => {
    expect(await findFaults(reader, example.url + path)).toEqual([]);
  });

  test.each(CROWDED_PAGES)("the fixture’s %s has no fault that axe can find", async (path) => {
    expect(await findFaults(reader, fixture.url + path)).toEqual([]);
  });
});

describe("in colours that the reader’s system forces on the page", () => {
  let reader: Visit;

  beforeAll(async () => {
    reader = await visit(browser, example.url, screen(320, { forcedColors: "active", bypassCSP: true }));
  });

  afterAll(() => reader.page.context().close());

  test.each(Object.entries(PAGE_TYPES))("the %s has no fault that axe can find", async (_, path) => {
    expect(await findFaults(reader, example.url + path)).toEqual([]);
  });
});
