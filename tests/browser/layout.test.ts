import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, readPages } from "../site/pages.ts";
import { serveSite, type SiteServer } from "../site-server.ts";
import { browser, example, openExample } from "./example.ts";
import { measureLoad, measureShift } from "./loading.ts";
import { findOverflow, findTooLarge } from "./overflow.ts";
import { PAGE_TYPES, screen, visit } from "./visits.ts";
import { SITES } from "../sites.ts";

const NARROW = 320;

openExample();

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

// These mostly wait, for pictures that come late and for requests that do not come: several at once.
describe.concurrent.each(Object.entries(PAGE_TYPES))("the %s", (_, path) => {
  test.each([320, 640])("fits a screen %i pixels wide with text twice as large", async (width) => {
    const { page } = await visit(browser, example.url, screen(width, { bypassCSP: true }));
    expect(await findTooLarge(page, example.url + path)).toEqual([]);
    await page.context().close();
  });

  test("moves nothing while it loads, even when fonts and pictures come late", async () => {
    expect(await measureShift(browser, example.url, path)).toBe(0);
  });

  test("loads no more than 60 kB beside its pictures, and from this host only", async () => {
    const { html, styles, fonts, other, strangers } = await measureLoad(browser, example.url, path);
    expect(html).toBeGreaterThan(1000);
    expect(fonts).toBeGreaterThan(1000);
    expect(html + styles + fonts + other).toBeLessThanOrEqual(60_000);
    expect(strangers).toEqual([]);
  });
});
