import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layLetterSite, type LetterSite, STORY, TYPED } from "../letters/letter-site.ts";
import { type LetterServer, serveLetters } from "../letters/serve-letters.ts";
import { connectBrowser } from "./connect.ts";
import { findFaults, findMoreFaults, loadAxe } from "./faults.ts";
import { LOOKS, screen, visit } from "./visits.ts";

let browser: Browser;
let site: LetterSite;
let server: LetterServer;
let address: string;

beforeAll(async () => {
  browser = await connectBrowser();
  site = layLetterSite();
  server = await serveLetters(site);
  address = `${server.url}/?story=${encodeURIComponent(STORY)}`;
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(site.folder, { recursive: true, force: true });
});

test("a letter is written, mended and kept without a script", async () => {
  const { page, complaints, strangers } = await visit(browser, server.url, screen(320, { javaScriptEnabled: false }));
  await page.goto(address);
  await page.getByLabel("Name (required)").fill(TYPED.name);
  await page.getByLabel("E-mail address").fill("ada");
  await page.getByLabel("Letter (required)").fill(TYPED.text);
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === "POST"),
    page.getByRole("button").click(),
  ]);
  expect(response.status()).toBe(422);
  // The link in the summary leads to the field.
  await page.getByRole("alert").getByRole("link").click();
  await expect.poll(() => page.locator("#email:target").count()).toBe(1);
  expect(await page.getByLabel("Letter (required)").inputValue()).toBe(TYPED.text);
  await page.getByLabel("E-mail address").fill(TYPED.email);
  await page.getByRole("button").click();
  await page.waitForURL("**/thanks?**");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you for your letter");
  expect(server.queue.list().letters).toMatchObject([TYPED]);
  // The page that was refused is a fault to the console, and nothing else is.
  expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
  expect(strangers).toEqual([]);
  await page.context().close();
});

describe.each(LOOKS)("in $scheme at $width pixels", ({ scheme, width }) => {
  test("no page has a fault that axe can find, and none is wider than the screen", async () => {
    const reader = await visit(browser, server.url, screen(width, { colorScheme: scheme, bypassCSP: true }));
    const { page } = reader;
    const isTooWide = () =>
      page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    for (const path of [address, `${server.url}/thanks?story=${STORY}`, `${server.url}/?story=unknown`]) {
      expect(await findFaults(reader, path)).toEqual([]);
      expect(await isTooWide()).toBe(false);
    }
    expect(await findFaults(reader, address)).toEqual([]);
    await page.getByLabel("Letter (required)").fill(`Write to bob@example.org ${"x".repeat(3000)}`);
    await Promise.all([
      page.waitForResponse((each) => each.request().method() === "POST"),
      page.getByRole("button").click(),
    ]);
    await page.getByRole("alert").waitFor();
    await loadAxe(page);
    expect(await findMoreFaults(page)).toEqual([]);
    expect(await isTooWide()).toBe(false);
    await page.context().close();
  });
});
