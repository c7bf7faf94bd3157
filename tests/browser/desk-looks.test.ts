import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectBrowser } from "./connect.ts";
import { type Desk, serveDesk } from "./desk-server.ts";
import { findMoreFaults, loadAxe } from "./faults.ts";
import { LOOKS, screen } from "./visits.ts";

const STORY = "editions/2026/03-05-evening/c2pa-content-credentials.md";
const EDITION = "editions/2026/03-05-evening/edition.md";
const MOST = 25_000;

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await connectBrowser();
  desk = await serveDesk("2026-03-06T00:00:00Z");
});

afterAll(async () => {
  await browser.close();
  desk.close();
});

test("its page with styles and script has 25 kB compressed at the most", async () => {
  const page = await fetch(desk.url);
  expect(gzipSync(await page.text()).length).toBeLessThanOrEqual(MOST);
});

describe.each(LOOKS)("in $scheme at $width pixels", ({ scheme, width }) => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext(screen(width, { colorScheme: scheme, bypassCSP: true }));
    page = await context.newPage();
  });

  afterAll(() => page.context().close());

  test.each([
    ["the rundown", "", "#_rundown .edition", undefined],
    ["a story", STORY, ".text", undefined],
    ["an edition", EDITION, ".order", undefined],
    ["the question for a new story", STORY, ".text", "New story"],
    ["the question for a review", STORY, ".text", "Sign a review"],
    ["the question before a story is taken back", STORY, ".text", "Take it back"],
    ["what is sent", STORY, ".text", "Send to the newsroom"],
  ])("%s has no fault that axe can find, and is no wider than the screen", async (_, name, place, opened) => {
    await page.goto(desk.url);
    if (name !== "") await page.goto(`${desk.url}#${name}`);
    await page.locator(place).first().waitFor();
    if (opened !== undefined) {
      await page.getByRole("button", { name: opened }).click();
      await page.locator("dialog .choices").waitFor();
    }
    for (const folded of await page.locator("details.rest").all())
      await folded.evaluate((own) => {
        own.setAttribute("open", "");
      });
    // At its end nothing lies behind the row of buttons that stays in sight.
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
    });
    await loadAxe(page);
    expect(await findMoreFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
