import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SiteServer, serveSite } from "../site-server.ts";
import { fixtureSite } from "../sites.ts";
import { connectBrowser } from "./connect.ts";
import { screen, visit } from "./visits.ts";

const PAGE = "/2026/03/04/morning/";
const FILE = `${PAGE}briefing.mp3`;

let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await connectBrowser();
  server = await serveSite(fixtureSite());
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test("a recording is played by the keyboard, under the page's policy, and fetched no sooner", async () => {
  const { page, complaints, strangers } = await visit(browser, server.url, screen(360));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.url + PAGE, { waitUntil: "networkidle" });
  expect(asked).not.toContain(FILE);
  const player = page.locator("audio");
  expect(await player.evaluate((audio) => getComputedStyle(audio).display)).toBe("block");
  await player.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => player.evaluate((audio) => (audio as HTMLAudioElement).currentTime)).toBeGreaterThan(0);
  expect(asked).toContain(FILE);
  expect([complaints, strangers]).toEqual([[], []]);
  await page.context().close();
});
