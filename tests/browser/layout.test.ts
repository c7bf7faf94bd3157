import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { addressOf, readPages, SITES } from "../site/pages.ts";
import { serveSite, type SiteServer } from "../site-server.ts";
import { launchBrowser } from "./launch.ts";
import { PAGE_TYPES, screen, visit } from "./visits.ts";

const NARROW = 320;
const TALL = 12_000;
const PATIENCE = 200;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The elements that stand out of the window to the right, when the page would scroll there. */
function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.slice(0, 40)}`)
    .slice(0, 5);
}

describe.each(SITES)("every page of the $name site", ({ folder }) => {
  let server: SiteServer;
  const paths = readPages(folder).map(({ path }) => addressOf(path));

  beforeAll(async () => {
    server = await serveSite(folder);
  });

  afterAll(() => server.close());

  test("fits a screen 320 pixels wide, asks no other host for anything and leaves the console clean", async () => {
    const { page, strangers, complaints } = await visit(browser, server.url, screen(NARROW));
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(server.url + path, { waitUntil: "load" });
      wide.push(...(await page.evaluate(findOverflow)).map((element) => `${path}: ${element}`));
    }
    expect(wide).toEqual([]);
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.each(Object.entries(PAGE_TYPES))("the %s", (_, path) => {
  let server: SiteServer;

  beforeAll(async () => {
    server = await serveSite(inject("exampleSite"));
  });

  afterAll(() => server.close());

  test("fits its screen with text twice as large", async () => {
    const { page } = await visit(browser, server.url, screen(640, { bypassCSP: true }));
    await page.goto(server.url + path);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    expect(await page.evaluate(findOverflow)).toEqual([]);
    await page.context().close();
  });

  test("moves nothing while it loads, even when fonts and pictures come late", async () => {
    // All of the page is in view, since what moves out of sight does not count.
    const { page } = await visit(browser, server.url, { viewport: { width: 360, height: TALL } });
    await page.route(/\.(woff2|png|jpe?g|webp|avif)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await route.continue();
    });
    await page.goto(server.url + path);
    const shift = await page.evaluate(async (patience) => {
      await document.fonts.ready;
      await new Promise((resolve) => setTimeout(resolve, patience));
      return new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        });
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => {
          resolve(0);
        }, patience);
      });
    }, PATIENCE);
    expect(shift).toBe(0);
    await page.context().close();
  });
});
