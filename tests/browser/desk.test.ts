import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../command.ts";
import { connectBrowser } from "./connect.ts";
import { type Desk, openDesk, saveText, serveDesk } from "./desk-server.ts";

// The evening of a Friday on which nothing is there yet: an edition is made by the page alone, and built.
const NOW = "2026-03-06T20:00:00Z";
const FOLDER = "editions/2026/03-06-evening";

let browser: Browser;
let desk: Desk;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await connectBrowser();
  desk = await serveDesk(NOW);
  ({ page, complaints } = await openDesk(browser, desk));
});

afterAll(async () => {
  await page.context().close();
  await browser.close();
  desk.close();
});

/** What is read again until it is as expected. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

function readText(name: string): string {
  return readFileSync(join(desk.content, FOLDER, name), "utf8");
}

async function beginStory(title: string, topic: string): Promise<void> {
  await page.getByRole("button", { name: "New story" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Headline", { exact: true }).fill(title);
  await dialog.getByLabel("Topic").selectOption(topic);
  await dialog.getByLabel("Source: publisher").selectOption("arxiv");
  await dialog.getByLabel("Source: address").fill(`https://arxiv.org/abs/${title.length}`);
  await dialog.getByLabel("Source: its headline there").fill(`On ${title}`);
  await dialog.getByLabel("Day").fill("2026-03-06");
  await dialog.getByLabel("Edition", { exact: true }).selectOption("evening");
  await dialog.getByRole("button", { name: "Begin it" }).click();
  await page.locator(".text").waitFor();
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>('[data-path="title"] textarea')?.value === wanted,
    title,
  );
}

const body = () => page.locator('[data-path="body"] > textarea');

async function publish(): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).waitFor({ state: "detached" });
}

async function openEdition(): Promise<void> {
  await page.locator(`#_rundown a[href="#${FOLDER}/edition.md"]`).click();
  await page.locator(".order").waitFor();
}

test("an edition is begun as a draft", async () => {
  await page.getByRole("button", { name: "New edition" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Day").fill("2026-03-06");
  await dialog.getByLabel("Edition", { exact: true }).selectOption("evening");
  await dialog.getByRole("button", { name: "Begin it" }).click();
  await page.getByRole("heading", { name: /^AI Evening Update, Friday 6 March 2026/ }).waitFor();
  expect(readText("edition.md")).toContain("draft: true");
});

test("a story with a paid link: what is wrong stands beside its field, and a click leads there", async () => {
  await beginStory("A small model learns to count", "research");
  await body().fill("Researchers taught a small model to count, and rented the machine at .");
  await body().press("End");
  await body().press("ArrowLeft");
  await page.getByRole("button", { name: "Paid link" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Example Host" }).click();
  await page.getByRole("dialog").getByLabel("Words that are the link").fill("a host");
  await page.getByRole("dialog").getByRole("button", { name: "Put it in" }).click();
  expect(await body().inputValue()).toContain("at [a host](affiliate:example-host).");
  await page.getByRole("heading", { name: /1 error/ }).waitFor();
  await saveText(page);
  // A draft is saved with what is wrong in it, and cannot be published.
  expect(readText("a-small-model-learns-to-count.md")).toContain("affiliate:example-host");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByText(/error/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Back to the text" }).click();
  await page.locator(".problems").getByRole("button", { name: "Has paid links" }).click();
  expect(await page.evaluate(() => document.activeElement?.closest("[data-path]")?.getAttribute("data-path"))).toBe(
    "affiliate",
  );
  await page.getByLabel("Has paid links").selectOption("yes");
  await page.getByRole("heading", { name: /1 error/ }).waitFor({ state: "detached" });
  await saveText(page);
  await publish();
  expect(readText("a-small-model-learns-to-count.md")).not.toContain("draft: true");
});

test("a story with a picture, and with a correction", async () => {
  await beginStory("A library opens its archive", "research");
  await body().fill("The library opened its archive to readers.");
  const buffer = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#406080" } })
    .jpeg()
    .toBuffer();
  await page.getByText("More about it").click();
  const picture = page.locator('[data-path="image"]');
  await picture
    .locator("input[type=file]")
    .setInputFiles({ name: "Reading Room 1.JPG", mimeType: "image/jpeg", buffer });
  await eventually(() => picture.getByLabel("File").inputValue()).toBe("reading-room-1.jpg");
  await picture.getByLabel(/^What it shows/).fill("A reading room without readers");
  await page.getByRole("button", { name: "Add a correction" }).click();
  const correction = page.locator('[data-path="corrections"]');
  expect(await correction.getByLabel("When").inputValue()).toBe("2026-03-06T20:00");
  await correction.getByLabel("Kind").selectOption("correction");
  await correction.getByLabel(/^What was wrong/).fill("An earlier version called it a museum.");
  await saveText(page);
  const text = readText("a-library-opens-its-archive.md");
  expect(text).toContain("reading-room-1.jpg");
  expect(text).toContain("An earlier version called it a museum.");
  await publish();
});

test("an ai-assisted story that a person signs", async () => {
  await beginStory("A summary that a person read", "research");
  await body().fill("A program drafted this, and a person read it.");
  await page.getByText("More about it").click();
  await page.getByLabel("How it was written").selectOption("ai-assisted");
  await saveText(page);
  // Without a review it cannot be published.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByText(/needs a person's recorded review/)
    .waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Back to the text" }).click();
  await page.getByRole("button", { name: "Sign a review" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Nobody has reviewed this text yet").waitFor();
  await dialog.getByLabel("Who reviewed this exact text").selectOption("robin-example");
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await dialog.getByText("A review needs a person").waitFor();
  await dialog.getByLabel(/checked its facts/).check();
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await eventually(() => readText("a-summary-that-a-person-read.md")).toContain("signoff:");
  await page
    .getByText(/read by Robin Example/)
    .first()
    .waitFor();
  await publish();
  expect(readText("a-summary-that-a-person-read.md")).toContain("  by: robin-example");
});

test("the running order by the keyboard, the edition’s own text, and all of it is published", async () => {
  await openEdition();
  const order = page.locator(".order li");
  await eventually(() => order.count()).toBe(3);
  await page.getByRole("button", { name: "Move up: A summary that a person read" }).press("Alt+ArrowUp");
  await body().fill(
    "Three stories of a quiet Friday.\n\n## Why this matters\n\nCounting, reading and checking are work.",
  );
  await saveText(page);
  expect(readText("edition.md")).toMatch(
    /a-small-model-learns-to-count\s+- a-summary-that-a-person-read\s+- a-library/,
  );
  await publish();
  await eventually(() => page.locator("#_rundown details").first().locator("summary").innerText()).toContain(
    "appeared today at 18:00",
  );
});

test("the page beside the text shows it, and what was made is built", async () => {
  await eventually(() => page.frameLocator("iframe").locator("main").innerText()).toContain(
    "Three stories of a quiet Friday",
  );
  // A page that is made a moment later is not there yet when it is asked for.
  expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
  const out = join(desk.folder, "_site");
  const built = run(["build", "--content", desk.content, "--out", out, "--now", NOW], { cwd: desk.folder });
  expect(built.stdout + built.stderr).not.toMatch(/ error /);
  expect(built.code).toBe(0);
  expect(readFileSync(join(out, "2026/03/06/evening/index.html"), "utf8")).toContain("Three stories of a quiet Friday");
});
