import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hosts, rss, send, serveHosts } from "../gather/loopback.ts";
import { connectBrowser } from "./connect.ts";
import { type Desk, layDesk, openDesk, serveDesk } from "./desk-server.ts";
import { findMoreFaults, loadAxe } from "./faults.ts";
import { LOOKS, screen } from "./visits.ts";

const NOW = "2026-03-06T20:00:00Z";
const TODAY = "Fri, 06 Mar 2026 09:00:00 GMT";
const FOLDER = "editions/2026/03-06-evening";
const CITED = "https://spec.c2pa.org/specifications/specifications/2.2/specs/C2PA_Specification.html";
const GOES_ON = "What a Content Credential of C2PA proves, and what its manifest leaves open";
const STORY = "2026-03-05-evening/c2pa-content-credentials";
const HOSTILE = "A council &amp;lt;img src=x onerror=alert(1)&amp;gt; votes \u202Eon lamps";

let browser: Browser;
let hosts: Hosts;
let desk: Desk;
let page: Page;
let complaints: string[];
let letGo: () => void = () => undefined;

/** Gives publishers of the content a feed each, at hosts of this computer. */
function giveFeeds(content: string): void {
  const file = join(content, "publishers.yaml");
  let text = readFileSync(file, "utf8");
  for (const [id, path] of [
    ["arxiv", "one"],
    ["microsoft", "two"],
    ["nature", "slow"],
    ["nist", "dead"],
  ] as const) {
    const line = new RegExp(`^(${id}:\\n(\\s+).*\\n)`, "m");
    expect(text).toMatch(line);
    text = text.replace(line, `$1$2feed: ${hosts.at(path, "/feed")}\n`);
  }
  writeFileSync(file, text);
}

beforeAll(async () => {
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  hosts = await serveHosts({
    "one/feed": send(
      rss(
        ["A tower bridge opens in Harrow", "https://one.example/bridge", TODAY],
        [HOSTILE, "https://one.example/council", TODAY],
        ["Not a page", "javascript:alert(1)", TODAY],
        ["Cited already", CITED, TODAY],
        [GOES_ON, "https://one.example/credential", TODAY],
      ),
    ),
    "two/feed": send(rss(["Tower bridge in Harrow opens", "https://two.example/harrow?utm_source=feed", TODAY])),
    "slow/feed": (_, response) => {
      void released.then(() =>
        response.writeHead(200).end(rss(["A harbour is dredged", "https://slow.example/1", TODAY])),
      );
    },
    "dead/feed": send("", {}, 500),
  });
  browser = await connectBrowser();
  const laid = layDesk();
  giveFeeds(laid.content);
  desk = await serveDesk(NOW, laid, "loopback");
  ({ page, complaints } = await openDesk(browser, desk));
});

afterAll(async () => {
  await browser.close();
  hosts.close();
  desk.close();
  rmSync(desk.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Gives what was picked a headline and a topic, in the evening of that day, and waits until it is open. */
async function beginAs(headline: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Headline", { exact: true }).fill(headline);
  await dialog.getByLabel("Topic").selectOption("research");
  await dialog.getByLabel("Day").fill("2026-03-06");
  await dialog.getByLabel("Edition", { exact: true }).selectOption("evening");
  await dialog.getByRole("button", { name: "Begin it" }).click();
  await page.locator(".text").waitFor();
}

test("while the feeds are read, it is told how far that is, and the desk does other things", async () => {
  await page.getByRole("button", { name: "Gather" }).click();
  await page.getByText("Reading 4 feeds … 3 done").waitFor();
  await page.getByRole("searchbox", { name: "Look for an edition or a story" }).fill("c2pa");
  await page.locator("#_rundown .edition").first().waitFor();
  await page.getByRole("searchbox", { name: "Look for an edition or a story" }).fill("");
  letGo();
  await page.getByRole("heading", { name: "A tower bridge opens in Harrow" }).waitFor();
});

test("it lists what no story cites, that of several publishers first, and each dead feed in a line", async () => {
  const items = page.locator(".inbox > li");
  expect(await items.locator("h3").allInnerTexts()).toEqual([
    "A tower bridge opens in Harrow",
    "A council <img src=x onerror=alert(1)> votes on lamps",
    GOES_ON,
    "A harbour is dredged",
  ]);
  expect(await items.first().locator(".facts li").allInnerTexts()).toEqual([
    "arXiv · today at 09:00 · one.example/bridge",
    expect.stringMatching(/^Microsoft · today at 09:00 · two.example\/harrow\s*Tower bridge in Harrow opens$/),
  ]);
  expect(
    await items.locator("a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
  ).toEqual(
    expect.arrayContaining(["https://one.example/bridge", "https://two.example/harrow", "https://slow.example/1"]),
  );
  expect(await page.locator("main .note li").allInnerTexts()).toEqual([
    `nist ${hosts.at("dead", "/feed")}: it answered 500`,
  ]);
  expect(await page.locator("main img").count()).toBe(0);
});

test("what is picked becomes a draft with its sources and an empty body, in the edition that was chosen, and opens", async () => {
  await page.getByRole("button", { name: "Begin a story: A tower bridge opens in Harrow" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Source: address").inputValue()).toBe("https://one.example/bridge");
  await beginAs("Harrow has a bridge");
  expect(page.url()).toContain(`#${FOLDER}/harrow-has-a-bridge.md`);
  const text = readFileSync(join(desk.content, FOLDER, "harrow-has-a-bridge.md"), "utf8");
  expect(text).toMatch(
    /publisher: arxiv\n.*title: "A tower bridge opens in Harrow"\n.*url: "https:\/\/one.example\/bridge"/,
  );
  expect(text).toMatch(/publisher: microsoft\n.*\n.*url: "https:\/\/two.example\/harrow"/);
  expect(text).toContain("draft: true");
  expect(text.endsWith("---\n")).toBe(true);
});

test("a story that is accepted as continued is followed, and what is cited by now is told no more", async () => {
  const titles = page.locator(".inbox h3");
  const open = async () => {
    await page.goto(desk.url);
    await page.getByRole("button", { name: "Gather" }).click();
    await titles.first().waitFor();
    return titles.allInnerTexts();
  };
  await expect.poll(open, { timeout: 30_000 }).not.toContain("A tower bridge opens in Harrow");
  const item = page.locator(".inbox > li", { has: page.getByRole("heading", { name: GOES_ON }) });
  await item.getByLabel("It continues “What a Content Credential proves, and what it leaves open”").check();
  await item.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Follows the story").inputValue()).toBe(STORY);
  await dialog.getByLabel("What is new in it").fill("It has a new version.");
  await beginAs("Content Credentials, again");
  const text = readFileSync(join(desk.content, FOLDER, "content-credentials-again.md"), "utf8");
  expect(text).toContain(`\nfollows: ${STORY}\nwhatsNew: "It has a new version."\n`);
  expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
});

test.each(LOOKS)("in $scheme at $width pixels it has no fault that axe can find", async ({ scheme, width }) => {
  const context = await browser.newContext(screen(width, { colorScheme: scheme, bypassCSP: true }));
  const own = await context.newPage();
  await own.goto(`${desk.url}#gather`);
  await own.locator(".inbox h3").first().waitFor();
  await loadAxe(own);
  expect(await findMoreFaults(own)).toEqual([]);
  expect(await own.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});
