import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBrowser } from "./connect.ts";
import { type Desk, openDesk, serveDesk } from "./desk-server.ts";

// The evening edition of that day should be out; the next one is that of the morning after.
const NOW = "2026-03-06T20:00:00Z";
const FOLDER = "editions/2026/03-07-morning";
const NAME = `${FOLDER}/a-lamp-is-lit.md`;

let browser: Browser;
let desk: Desk;
let page: Page;

function git(...args: string[]): string {
  return execFileSync("git", ["-C", desk.folder, ...args], { encoding: "utf8" });
}

beforeAll(async () => {
  browser = await connectBrowser();
  desk = await serveDesk(NOW);
  git("init", "--quiet");
  git("config", "user.name", "K. Example");
  git("config", "user.email", "k@example.org");
  git("add", "content");
  git("commit", "--quiet", "-m", "What was there");
  ({ page } = await openDesk(browser, desk));
});

afterAll(async () => {
  await browser.close();
  desk.close();
});

const read = (name: string) => readFileSync(join(desk.content, name), "utf8");
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });
const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);
const press = (key: string) => page.keyboard.press(key);
const type = (words: string) => page.keyboard.type(words);
const named = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");

/** More than a page of the desk has places that take the focus. */
const MOST_STEPS = 200;

/** Goes on with the Tab key, or back with `Shift+Tab`, until a place has the focus. */
async function goTo(place: Locator, key = "Tab"): Promise<void> {
  await place.waitFor();
  for (let step = 0; !(await hasFocus(place)); step++) {
    if (step === MOST_STEPS) throw new Error(`the focus never comes to ${String(place)}`);
    await press(key);
  }
}

test("which edition is late is told above the rundown", async () => {
  expect(await page.locator("#_rundown .late").innerText()).toBe(
    "AI Evening Update is late: it was expected today at 18:00, and has not been begun.",
  );
});

test("a story is begun, written and saved by the keyboard alone", async () => {
  await goTo(named("New story"));
  await press("Enter");
  await dialog().waitFor();
  // Left without an answer, the focus is where it was.
  await press("Escape");
  await eventually(() => hasFocus(named("New story"))).toBe(true);
  await press("Enter");
  const headline = dialog().getByLabel("Headline", { exact: true });
  await eventually(() => hasFocus(headline)).toBe(true);
  await type("A lamp is lit");
  await press("Tab");
  await type("Research");
  await press("Tab");
  await type("arXiv");
  await press("Tab");
  await type("https://arxiv.org/abs/1");
  await press("Tab");
  await type("On lamps");
  await goTo(dialog().getByRole("button", { name: "Begin it" }));
  await press("Enter");
  await page.getByRole("heading", { name: /^AI Morning Briefing, Saturday 7 March 2026/ }).waitFor();
  await goTo(page.locator('[data-path="body"] > textarea'));
  await type("A lamp was lit, and a program drafted this.");
  await goTo(page.getByText("More about it"));
  await press("Enter");
  await goTo(page.getByLabel("How it was written"));
  await type("ai-assisted");
  await press("Control+s");
  await page.locator(".state", { hasText: "All is saved" }).waitFor();
  const text = read(NAME);
  expect(text).toContain('title: "A lamp is lit"');
  expect(text).toContain("topic: research");
  expect(text).toContain("publisher: arxiv");
  expect(text).toContain("ai: ai-assisted");
  expect(text).toContain("---\nA lamp was lit, and a program drafted this.");
});

test("it is refused, signed and published by keys, and the focus goes on where it was", async () => {
  await goTo(named("Publish"));
  await press("Enter");
  await dialog().getByText("needs a person's recorded review").waitFor();
  await press("Enter");
  await eventually(() => hasFocus(named("Publish"))).toBe(true);
  const sign = named("Sign a review …");
  await goTo(sign);
  await press("Enter");
  const person = dialog().getByLabel("Who reviewed this exact text");
  await goTo(person);
  await type("Robin");
  await press("Tab");
  await press("Space");
  await goTo(dialog().getByRole("button", { name: "Sign", exact: true }));
  await press("Enter");
  await eventually(() => read(NAME)).toContain("  by: robin-example");
  await eventually(() => hasFocus(sign)).toBe(true);
  await goTo(named("Publish"), "Shift+Tab");
  await press("Enter");
  await eventually(() => read(NAME)).not.toContain("draft: true");
  await eventually(() => hasFocus(sign)).toBe(true);
});

test("an edition is published and made a draft again by keys", async () => {
  const edition = `${FOLDER}/edition.md`;
  await goTo(page.locator(`#_rundown a[href="#${edition}"]`));
  await press("Enter");
  await page.locator(".order").waitFor();
  await goTo(named("Publish"));
  await press("Enter");
  await eventually(() => read(edition)).not.toContain("draft: true");
  await eventually(() => hasFocus(named("Back to draft"))).toBe(true);
  await press("Enter");
  await eventually(() => read(edition)).toContain("draft: true");
  await eventually(() => hasFocus(named("Publish"))).toBe(true);
});

test("all of it is sent by keys", async () => {
  const send = named("Send to the newsroom …");
  await goTo(send);
  await press("Enter");
  await dialog().getByLabel("What the newsroom is told").waitFor();
  await goTo(dialog().getByRole("button", { name: "Send", exact: true }));
  await press("Enter");
  await dialog().getByText("Sent: desk/").waitFor();
  await press("Enter");
  await eventually(() => hasFocus(send)).toBe(true);
  const branch = git("branch", "--list", "desk/*", "--format=%(refname:short)").trim();
  expect(git("ls-tree", "-r", "--name-only", branch)).toContain(`content/${NAME}`);
});
