import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBrowser } from "./connect.ts";
import { type Desk, openDesk, saveText, serveDesk } from "./desk-server.ts";

const NAME = "editions/2026/03-05-evening/c2pa-content-credentials.md";
const NOW = "2026-03-06T00:00:00Z";

let browser: Browser;
let desk: Desk;
let other: Desk;
let one: Page;
let two: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  desk = await serveDesk(NOW);
  // A desk of its own on the same content, as another editor at the same computer has it.
  other = await serveDesk(NOW, desk);
  ({ page: one } = await openDesk(browser, desk, NAME));
  ({ page: two } = await openDesk(browser, other, NAME));
});

afterAll(async () => {
  await browser.close();
  other.close();
  desk.close();
});

const file = () => join(desk.content, NAME);
const readText = () => readFileSync(file(), "utf8");
const title = (page: Page) => page.getByLabel("Headline", { exact: true });
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

/** Waits until a page has what stands on the disk, and nothing else. */
async function settled(page: Page, words: string): Promise<void> {
  await eventually(() => title(page).inputValue()).toBe(words);
}

test("what one desk saves the other shows, where nobody types", async () => {
  const before = readText();
  await title(one).fill("Said at the first desk");
  await saveText(one);
  await settled(two, "Said at the first desk");
  const changed = readText()
    .split("\n")
    .filter((line, at) => line !== before.split("\n")[at]);
  expect(changed).toHaveLength(1);
});

test("a file that was changed in a text editor meanwhile is not overwritten: both are shown, and either can be taken", async () => {
  await title(one).fill("Typed at the desk, and not saved");
  const written = readText().replace(/^title: .*$/m, "title: Written in a text editor");
  writeFileSync(file(), written);
  await one.getByRole("button", { name: "look at both" }).waitFor();
  await one.keyboard.press("Control+s");
  const dialog = one.getByRole("dialog");
  await dialog.waitFor();
  expect(readText()).toBe(written);
  expect(await dialog.getByRole("textbox", { name: "Yours" }).inputValue()).toContain(
    "Typed at the desk, and not saved",
  );
  expect(await dialog.getByRole("textbox", { name: "Theirs" }).inputValue()).toBe(written);
  await dialog.getByRole("button", { name: "Go on typing" }).click();
  expect(await title(one).inputValue()).toBe("Typed at the desk, and not saved");
  await one.keyboard.press("Control+s");
  await dialog.getByRole("button", { name: "Take theirs" }).click();
  await settled(one, "Written in a text editor");
  expect(readText()).toBe(written);
});

test("two desks that type at once: nothing is lost, and everybody is told", async () => {
  await settled(two, "Written in a text editor");
  await title(one).fill("Of the first desk");
  await title(two).fill("Of the second desk");
  await saveText(one);
  await two.getByRole("button", { name: "look at both" }).waitFor();
  await two.keyboard.press("Control+s");
  const dialog = two.getByRole("dialog");
  expect(await dialog.getByRole("textbox", { name: "Yours" }).inputValue()).toContain("Of the second desk");
  expect(await dialog.getByRole("textbox", { name: "Theirs" }).inputValue()).toContain("Of the first desk");
  await dialog.getByRole("button", { name: "Save mine over it" }).click();
  await eventually(readText).toContain("title: Of the second desk");
  await settled(one, "Of the second desk");
});

test("what was typed and never saved is there again when the page is closed and opened", async () => {
  await title(one).fill("Typed, and the page was closed");
  await one.locator(".state", { hasText: "Not saved yet" }).waitFor();
  await one.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes("c2pa")));
  one.once("dialog", (dialog) => void dialog.accept());
  await one.reload();
  await settled(one, "Typed, and the page was closed");
  expect(readText()).toContain("title: Of the second desk");
  await saveText(one);
  expect(readText()).toContain("title: Typed, and the page was closed");
});

test("what a program writes as the desk saves is told at both desks with both texts, and either can be taken", async () => {
  const editor = openSync(file(), "r+");
  await title(one).fill("Saved while a program had the file open");
  await saveText(one);
  const late = readText().replace(/^title: .*$/m, "title: Written into the file that was open");
  writeSync(editor, late, 0);
  closeSync(editor);
  expect(readText()).toContain("title: Saved while a program had the file open");
  const tellers = [one, two].map((page) => page.locator("#_late"));
  for (const teller of tellers) await teller.getByText(/in the very moment/).waitFor();
  await tellers[0]?.getByRole("button", { name: "look at both" }).click();
  const dialog = one.getByRole("dialog");
  expect(await dialog.getByRole("textbox", { name: "Written meanwhile" }).inputValue()).toContain(late.trim());
  expect(await dialog.getByRole("textbox", { name: "In the file" }).inputValue()).toBe(readText());
  await dialog.getByRole("button", { name: "Decide later" }).click();
  await tellers[0]?.getByRole("button", { name: "look at both" }).click();
  await dialog.getByRole("button", { name: "Put the other one in its place" }).click();
  await settled(one, "Written into the file that was open");
  expect(readText()).toContain("title: Written into the file that was open");
  for (const teller of tellers) await eventually(() => teller.innerText()).toBe("");
});
