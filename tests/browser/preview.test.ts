import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PROJECT } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { connectBrowser } from "./connect.ts";
import { openSlowRoad } from "./slow-road.ts";

// The preview is tried on a copy, since it must see code and templates change.
let copy = "";
let port = 0;
let url = "";
let server: ChildProcess;
let browser: Browser;
let page: Page;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function isUp(): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "evening-update-preview-"));
  for (const name of ["src", "templates", "public", ".eleventy.ts", "package.json", "tsconfig.json"])
    cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  cpSync(PUBLICATIONS.example.content, join(copy, "content"), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(copy, "node_modules"), "junction");
  port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  const command = ["src/run.mjs", "start", "--port", String(port)];
  server = spawn(process.execPath, command, { cwd: copy, stdio: "ignore" });
  await vi.waitUntil(isUp, { timeout: 60_000, interval: 200 });
  browser = await connectBrowser();
  page = await browser.newPage();
  await page.goto(url);
});

afterAll(async () => {
  server.kill("SIGTERM");
  await browser.close();
  rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const EDITION = "content/editions/2026/03-05-evening";

function change(file: string, replace: (text: string) => string): void {
  const path = join(copy, file);
  writeFileSync(path, replace(readFileSync(path, "utf8")));
}

async function expectText(text: string, present = true): Promise<void> {
  const seen = () => page.evaluate("document.body.innerText").catch(() => "");
  const expectation = expect.poll(seen, { timeout: 30_000, interval: 100 });
  await (present ? expectation.toContain(text) : expectation.not.toContain(text));
}

test("nothing is told of an example without a mistake", async () => {
  const problems = await fetch(`${url}-/problems.html`);
  expect([problems.status, await problems.text()]).toEqual([200, ""]);
});

test("the page reloads by itself when a story changes", async () => {
  change(`${EDITION}/c2pa-content-credentials.md`, (text) =>
    text.replace(/^title: .*$/m, "title: A headline just typed"),
  );
  await expectText("A headline just typed");
});

test("a mistake is shown above the page until it is mended", async () => {
  change(`${EDITION}/c2pa-content-credentials.md`, (text) => text.replace(/^topic: .*$/m, "topic: nosuchtopic"));
  await expectText("unknown-topic");
  change(`${EDITION}/c2pa-content-credentials.md`, (text) => text.replace("nosuchtopic", "publishing"));
  await expectText("unknown-topic", false);
});

test("a draft is shown and marked, and its page is not to be indexed", async () => {
  const front = "---\ntitle: Just begun\ntopic: security\ndraft: true\nsource:\n  publisher: owasp\n";
  const source = "  title: T\n  url: https://owasp.org/t\n---\nA summary.\n";
  writeFileSync(join(copy, EDITION, "just-begun.md"), front + source);
  await expectText("Just begun");
  const html = await (await fetch(`${url}2026/03/05/evening/just-begun/`)).text();
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<strong class="label">Draft</strong>');
});

test("a deleted story is gone", async () => {
  const address = `${url}2026/03/05/evening/just-begun/`;
  rmSync(join(copy, EDITION, "just-begun.md"));
  await expect.poll(async () => (await fetch(address)).status, { timeout: 30_000 }).toBe(404);
  await expectText("Just begun", false);
});

test("a page that was asked for before a change and comes after it loads again", async () => {
  const road = await openSlowRoad(port);
  const late = await browser.newPage();
  let visits = 0;
  late.on("request", (request) => {
    if (request.isNavigationRequest()) visits++;
  });
  road.hold();
  const arrival = late.goto(road.url);
  await vi.waitUntil(() => road.waiting() > 1000, { timeout: 10_000, interval: 20 });
  change(`${EDITION}/c2pa-content-credentials.md`, (text) => text.replace(/^title: .*$/m, "title: Typed meanwhile"));
  await expectText("Typed meanwhile");
  expect(visits).toBe(1);
  road.release();
  await arrival;
  const seen = () => late.evaluate("document.body.innerText").catch(() => "");
  await expect.poll(seen, { timeout: 10_000, interval: 50 }).toContain("Typed meanwhile");
  expect(visits).toBe(2);
  await late.close();
  road.close();
});

test("a page that nobody sees waits until somebody does, and then loads what is new", async () => {
  const other = await browser.newPage();
  await other.goto(url);
  const setHidden = (hidden: boolean) =>
    other.evaluate(`Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));`);
  const seen = () => other.evaluate("document.body.innerText").catch(() => "");
  await setHidden(true);
  change(`${EDITION}/c2pa-content-credentials.md`, (text) => text.replace(/^title: .*$/m, "title: Typed unseen"));
  await expectText("Typed unseen");
  expect(await seen()).not.toContain("Typed unseen");
  await setHidden(false);
  await expect.poll(seen, { timeout: 10_000, interval: 50 }).toContain("Typed unseen");
  await other.close();
});

test("a page stays as it is while nobody would answer it, and loads what is new when somebody does", async () => {
  let asked = 0;
  await page.route(url, async (route) => {
    if (route.request().method() !== "HEAD") await route.continue();
    else if (++asked < 3) await route.abort("connectionrefused");
    else await route.continue();
  });
  change(`${EDITION}/c2pa-content-credentials.md`, (text) => text.replace(/^title: .*$/m, "title: Typed unheard"));
  await expectText("Typed unheard");
  expect(asked).toBeGreaterThanOrEqual(3);
  await page.unroute(url);
});

test("saves that come fast one after another end in the last of them", async () => {
  const path = `${EDITION}/c2pa-content-credentials.md`;
  for (let count = 1; count <= 30; count++) {
    change(path, (text) => text.replace(/^title: .*$/m, `title: Saved ${count} times`));
    await new Promise((resolve) => setTimeout(resolve, (count * 7) % 60));
  }
  await expectText("Saved 30 times");
});

test("the page reloads when the styles change", async () => {
  change("templates/styles/base.css", (text) => `${text}\nbody { outline-style: dotted; }\n`);
  const style = () => page.evaluate("getComputedStyle(document.body).outlineStyle").catch(() => "");
  await expect.poll(style, { timeout: 30_000 }).toBe("dotted");
});

test("the page reloads when a template or the code changes", async () => {
  change("templates/partials/edition.ts", (text) => text.replace("${m.edition.howMade}", "A template just changed"));
  await expectText("A template just changed");
  change("src/locales/en.ts", (text) => text.replace('"Written by people"', '"The code just changed"'));
  await expectText("The code just changed");
});
