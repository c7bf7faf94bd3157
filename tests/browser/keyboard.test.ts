import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { exampleSite } from "../sites.ts";
import { connectBrowser } from "./connect.ts";
import { walkByKeyboard } from "./keyboard.ts";
import { PAGE_TYPES, screen, visit, type Visit, WIDTHS } from "./visits.ts";

let browser: Browser;
let example: SiteServer;

beforeAll(async () => {
  browser = await connectBrowser();
  example = await serveSite(exampleSite());
});

afterAll(async () => {
  await browser.close();
  await example.close();
});

describe.each(WIDTHS)("the keyboard, at %i pixels", (width) => {
  let reader: Visit;

  beforeAll(async () => {
    reader = await visit(browser, example.url, screen(width, { javaScriptEnabled: false }));
  });

  afterAll(() => reader.page.context().close());

  test.each(Object.entries(PAGE_TYPES))(
    "goes through the %s in the order of its text, and is seen where it is",
    async (_, path) => {
      expect(await walkByKeyboard(reader.page, example.url + path)).toEqual([]);
    },
  );
});

test("the focus is seen all through an edition, in colours that the reader’s system forces on the page", async () => {
  const { page } = await visit(browser, example.url, screen(320, { forcedColors: "active", bypassCSP: true }));
  expect(await walkByKeyboard(page, example.url + PAGE_TYPES.edition)).toEqual([]);
  await page.context().close();
});
