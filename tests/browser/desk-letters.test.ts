import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openQueue, type Queue } from "../../src/pipeline/letters/queue.ts";
import { connectBrowser } from "./connect.ts";
import { type Desk, layDesk, openDesk, serveDesk } from "./desk-server.ts";
import { findMoreFaults, loadAxe } from "./faults.ts";
import { LOOKS, screen } from "./visits.ts";

const STORY = "2026-03-05-evening/c2pa-content-credentials";
const TITLE = "What a Content Credential proves, and what it leaves open";
const HOSTILE =
  "<img src=x onerror=alert(1)> {{name}} [a](javascript:alert(1))\n- one\n  two\n\n<script>alert(1)</script>";

let browser: Browser;
let desk: Desk;
let queue: Queue;
let page: Page;
let complaints: string[];

/** Puts a letter into the queue that came a moment ago; gives its id. */
async function wait(name: string, text: string, more: { email?: string; story?: string } = {}): Promise<string> {
  const letter = { story: STORY, name, email: undefined, at: Date.now(), text, ...more };
  const added = await queue.add(letter, `${name} ${text}`, "2026-03-06");
  if (added === "full" || !("kept" in added)) throw new Error("the letter was not kept");
  return added.kept;
}

beforeAll(async () => {
  browser = await connectBrowser();
  const laid = layDesk();
  // So that letters wait in this folder, and not in the program's own.
  writeFileSync(join(laid.folder, "package.json"), '{ "eveningUpdate": {} }');
  queue = openQueue(join(laid.folder, ".letters"));
  await wait("Ada Example", HOSTILE, { email: "ada@example.net" });
  await wait("مريم", "أين المصدر؟", { email: "maryam@example.net" });
  await wait("Lost Reader", "To no story at all.", { story: "2026-03-05-evening/no-such-story" });
  desk = await serveDesk("2026-03-06T20:00:00Z", laid);
  ({ page, complaints } = await openDesk(browser, desk));
});

afterAll(async () => {
  await browser.close();
  desk.close();
  rmSync(desk.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const items = () => page.locator(".inbox > li");
const status = () => page.locator("main [role=status]");

test("letters that wait are counted above, and listed whole as they were typed, with their addresses", async () => {
  await page.getByRole("button", { name: "Letters (3)" }).click();
  await items().first().waitFor();
  expect(await status().innerText()).toBe("3 letters wait.");
  expect(await items().locator("h3").allInnerTexts()).toEqual([TITLE, TITLE, "2026-03-05-evening/no-such-story"]);
  expect(await items().locator("h3 a").count()).toBe(2);
  expect(await items().first().locator(".facts").innerText()).toMatch(
    /^Ada Example · .* at \d\d:\d\d · ada@example\.net$/,
  );
  expect(await items().first().locator("blockquote").innerText()).toBe(HOSTILE);
  expect(
    await items()
      .nth(1)
      .locator("blockquote p")
      .evaluate((p) => getComputedStyle(p).direction),
  ).toBe("rtl");
  expect(await items().nth(2).locator(".facts").innerText()).toMatch(/no e-mail address · no such story$/);
  expect(await page.locator("main img, main script").count()).toBe(0);
});

test.each(LOOKS)("in $scheme at $width pixels they have no fault that axe can find", async ({ scheme, width }) => {
  const context = await browser.newContext(screen(width, { colorScheme: scheme, bypassCSP: true }));
  const own = await context.newPage();
  for (const isAsked of [false, true]) {
    await own.goto(desk.url);
    await own.goto(`${desk.url}#letters`);
    await own.locator(".inbox h3").first().waitFor();
    if (isAsked) await own.getByRole("button", { name: "Publish the letter of Ada Example" }).click();
    await loadAxe(own);
    expect(await findMoreFaults(own)).toEqual([]);
    expect(await own.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test("why a letter cannot be published is said where it was asked, and what was typed stays", async () => {
  await page.getByRole("button", { name: "Publish the letter of Lost Reader" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this letter" });
  await dialog.getByRole("button", { name: "Publish it" }).click();
  expect(await dialog.getByRole("alert").innerText()).toBe("Say who accepts it.");
  await dialog.getByLabel("Accepted by").selectOption("sam-example");
  await dialog.getByLabel("Answered by, if by somebody else").selectOption("kit-example");
  await dialog.getByRole("button", { name: "Publish it" }).click();
  await dialog.getByText("Write what is answered, or name nobody who answers.").waitFor();
  await dialog.getByRole("textbox").fill("Which story?");
  await dialog.getByRole("button", { name: "Publish it" }).click();
  await dialog.getByText("there is no story “2026-03-05-evening/no-such-story”").waitFor();
  expect(await dialog.getByRole("textbox").inputValue()).toBe("Which story?");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await items().count()).toBe(3);
});

test("a letter is published with an answer, shown by the preview as text, and its address is gone", async () => {
  const [id = ""] = queue.list().letters.map((letter) => letter.id);
  await page.getByRole("button", { name: "Publish the letter of Ada Example" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this letter" });
  await dialog.getByLabel("Accepted by").selectOption("robin-example");
  await dialog.getByRole("textbox").fill("Thank you: we look into it.");
  await dialog.getByRole("button", { name: "Publish it" }).click();
  await page.getByText(`letters/2026/${id}.md appears with the next build. 2 letters wait.`).waitFor();
  await page.getByRole("button", { name: "Letters (2)" }).waitFor();
  const file = readFileSync(join(desk.content, "letters/2026", `${id}.md`), "utf8");
  expect(file).toContain(`name: Ada Example\n`);
  expect(file).toContain("reply:\n  by: robin-example\n");
  expect(file).not.toContain("ada@example.net");
  const names = readdirSync(queue.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of names)
    expect(readFileSync(join(parentPath, name), "utf8")).not.toContain("ada@example.net");
  const shown = await browser.newPage();
  const story = new URL("/2026/03/05/evening/c2pa-content-credentials/", desk.url).href;
  await expect
    .poll(
      async () => {
        await shown.goto(story);
        return shown.locator("body").innerText();
      },
      { timeout: 30_000 },
    )
    .toContain("<img src=x onerror=alert(1)>");
  expect(await shown.locator("body").innerText()).toContain("Thank you: we look into it.");
  expect(await shown.locator("img[src=x]").count()).toBe(0);
  await shown.close();
});

test("after a letter was decided the keyboard goes on at the next one, and the next one is published by the same person", async () => {
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Publish the letter of مريم",
  );
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish this letter" });
  expect(await dialog.getByLabel("Accepted by").inputValue()).toBe("robin-example");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Publish the letter of مريم",
  );
});

test("a letter is deleted once that is said twice; one that was decided elsewhere says so", async () => {
  const [first = "", second = ""] = queue.list().letters.map(({ id }) => id);
  await page.getByRole("button", { name: "Delete the letter of Lost Reader" }).click();
  await page.keyboard.press("Escape");
  expect(queue.get(second)).toBeDefined();
  await page.getByRole("button", { name: "Delete the letter of Lost Reader" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete it" }).click();
  await page.getByText("It is deleted. 1 letter waits.").waitFor();
  expect(queue.get(second)).toBeUndefined();
  queue.settle(first);
  await page.getByRole("button", { name: "Delete the letter of مريم" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete it" }).click();
  await page.getByRole("dialog").getByText("does not wait any more").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  expect(complaints).toEqual([]);
});

test("where no letter ever came, nothing in the desk speaks of letters", async () => {
  rmSync(queue.folder, { recursive: true });
  const { page: other } = await openDesk(browser, desk);
  expect(await other.getByRole("button", { name: /^Letters/ }).count()).toBe(0);
  await other.goto(`${desk.url}#letters`);
  await other.getByText("No letter waits.").waitFor();
});
