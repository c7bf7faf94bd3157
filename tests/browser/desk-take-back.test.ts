import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBrowser } from "./connect.ts";
import { type Desk, openDesk, serveDesk } from "./desk-server.ts";

const NAME = "editions/2026/03-05-evening/c2pa-content-credentials.md";
const REASON = "The coalition says that it never said so.";

let browser: Browser;
let desk: Desk;
let page: Page;
let before = "";

beforeAll(async () => {
  browser = await connectBrowser();
  desk = await serveDesk("2026-03-06T09:00:00Z");
  ({ page } = await openDesk(browser, desk, NAME));
  before = readText();
});

afterAll(async () => {
  await browser.close();
  desk.close();
});

const readText = () => readFileSync(join(desk.content, NAME), "utf8");
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });
const named = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");

test("what readers know is taken back by nobody who has not ticked what they will find", async () => {
  await named("Take it back …").click();
  await dialog().getByRole("heading", { name: "Take this story back" }).waitFor();
  await dialog().getByRole("button", { name: "Take it back", exact: true }).click();
  await dialog().getByText("Tick that readers shall find this").waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  expect(readText()).toBe(before);
});

test("it is taken back with a reason, which was shown as readers find it, and its page says so", async () => {
  await named("Take it back …").click();
  await dialog()
    .getByLabel(/^Why, for readers/)
    .fill(REASON);
  expect(await dialog().locator("blockquote").innerText()).toMatch(
    /^This story was taken back\s+It was taken back on 6 March 2026, and is no longer published\.\s+The coalition says/,
  );
  await dialog().getByLabel("Readers shall find this in its place").check();
  await dialog().getByRole("button", { name: "Take it back", exact: true }).click();
  await named("Bring it back …").waitFor();
  expect(readText()).toContain("gone:\n  at: 2026-03-06T09:00\n");
  await page.getByText(/^story · taken back today at 09:00$/).waitFor();
  const look = page.frameLocator("iframe").locator("main");
  await eventually(() => look.innerText()).toMatch(/This story was taken back[^]*never said so/);
});

test("it is found among what was taken back, and is brought back as it was", async () => {
  await page.goto(desk.url);
  await page.locator("#_rundown").getByText("Taken back", { exact: true }).click();
  await page.getByRole("link", { name: "2026-03-05-evening/c2pa-content-credentials" }).click();
  await named("Bring it back …").click();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  expect(readText()).not.toBe(before);
  await named("Bring it back …").click();
  await dialog().getByRole("button", { name: "Bring it back", exact: true }).click();
  await named("Take it back …").waitFor();
  expect(readText()).toBe(before);
  await eventually(() => page.locator("#_rundown").getByText("Taken back", { exact: true }).isVisible()).toBe(false);
});
