import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FILES } from "../../src/content/addresses.ts";
import { KEPT_MOST } from "../../src/views/files/offline-site.ts";
import { run } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { type SiteServer, serveSite } from "../site-server.ts";
import { buildOnce, exampleSite } from "../sites.ts";
import { launchBrowser } from "./launch.ts";

const MORNING = "/2026/03/05/morning/";
const EVENING = "/2026/03/05/evening/";
const OPENED = ["/2026/03/02/morning/", "/2026/03/03/evening/"];
const NEVER_OPENED = "/2026/03/04/morning/";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let port = 0;
let server: SiteServer | undefined;

beforeAll(async () => {
  browser = await launchBrowser("--ignore-certificate-errors");
});

afterAll(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  await cut();
  port = 0;
});

/** Puts a site where readers find it, or one in its place. */
async function publish(site: string): Promise<void> {
  await cut();
  server = await serveSite(site, { isSecure: true, port });
  port = Number(new URL(server.url).port);
}

/** From now on nothing answers. */
async function cut(): Promise<void> {
  await server?.close();
  server = undefined;
}

const at = (path: string) => `https://127.0.0.1:${port}${path}`;

/** What the worker says above a page; undefined where it says nothing. */
const note = async (): Promise<string | undefined> =>
  (await page.locator(".offline").count()) === 0 ? undefined : page.locator(".offline").innerText();

const isStyled = () => page.evaluate("getComputedStyle(document.querySelector('.masthead')).textAlign === 'center'");

/** The addresses that the browser keeps, with the bytes of each. */
const kept = (): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(`(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request)).arrayBuffer();
        found[new URL(request.url).pathname] = body.byteLength;
      }
    }
    return found;
  })()`);

const isKept = async (path: string) => path in (await kept());

/** Opens a page as a reader does who has none of the site yet, and waits until it is kept. */
async function begin(path = "/"): Promise<void> {
  await page.goto(at(path));
  await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await expect.poll(() => page.evaluate("navigator.serviceWorker.controller !== null")).toBe(true);
}

/** Opens a page and waits until it is kept. */
async function read(path: string): Promise<void> {
  await page.goto(at(path));
  await expect.poll(() => isKept(path)).toBe(true);
}

const morningSite = () => buildOnce({ ...PUBLICATIONS.example, now: "2026-03-05T12:00:00Z" });

/** The example with other settings, built into a folder of its own. */
function buildOther(folder: string, change: (config: string) => string): string {
  const content = join(folder, "content");
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
  const config = join(content, "site.yaml");
  writeFileSync(config, change(readFileSync(config, "utf8")));
  const out = join(folder, "site");
  const { code, stdout, stderr } = run([
    "build",
    "--content",
    content,
    "--out",
    out,
    "--now",
    PUBLICATIONS.example.now,
  ]);
  expect([code, stdout + stderr]).toEqual([0, expect.any(String)]);
  return out;
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-offline-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("without a network", () => {
  test("the last edition and what was opened can be read, and say of when they are", async () => {
    await publish(morningSite());
    const texts = new Map<string, string>();
    for (const path of OPENED) {
      await (texts.size === 0 ? begin(path) : read(path));
      texts.set(path, await page.locator("main").innerText());
    }
    await cut();
    for (const path of [...OPENED, MORNING, "/"]) {
      await page.goto(at(path));
      const told = (await note()) ?? "";
      expect(told).toMatch(/^Your network does not answer. This is the page as of \w+ \d+, \d{4} at \d/);
      const text = (await page.locator("main").innerText()).replace(told, "").trim();
      expect(text.length).toBeGreaterThan(1000);
      expect(texts.get(path) ?? text).toBe(text);
      expect(await isStyled()).toBe(true);
    }
  });

  test("a page that is not kept is told of, with the home page", async () => {
    await publish(morningSite());
    await begin();
    await cut();
    const response = await page.goto(at(NEVER_OPENED));
    expect(response?.status()).toBe(503);
    expect(await isStyled()).toBe(true);
    expect(await note()).toMatch(/and the page you asked for is not kept here. This is the home page as of \w+ \d+/);
  });

  test("a page with a question or a part of it behind its address is the same page", async () => {
    await publish(morningSite());
    await begin(`${OPENED[0]}?from=mail`);
    await cut();
    await page.goto(at(`${OPENED[0]}#_main`));
    expect(await note()).toMatch(/^Your network does not answer. This is the page/);
  });
});

test("a network that takes what is asked and answers nothing counts as none after some seconds", async () => {
  await publish(morningSite());
  await begin();
  await cut();
  const open = new Set<Socket>();
  const silent = createServer((socket) => open.add(socket)).listen(port, "127.0.0.1");
  await page.goto(at("/"), { waitUntil: "domcontentloaded" });
  expect(await note()).toContain("This is the page as of");
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

test("what is new is shown first when there is a network again, and kept from then on", async () => {
  await publish(morningSite());
  await begin();
  await cut();
  await page.goto(at("/"));
  expect(await note()).toContain("as of");
  await publish(exampleSite());
  await page.goto(at("/"));
  expect(await note()).toBeUndefined();
  const leads = (path: string) => page.locator(`main a[href="${path}"]`).count();
  expect(await leads(EVENING)).toBeGreaterThan(0);
  // The browser asks for the worker anew beside the page.
  await expect.poll(() => isKept(EVENING), { timeout: 10_000 }).toBe(true);
  await cut();
  await page.goto(at(EVENING));
  expect(await note()).toContain("This is the page as of");
  await page.goto(at("/"));
  expect(await leads(EVENING)).toBeGreaterThan(0);
});

test("a page that is gone is not kept any longer", async () => {
  await inFolder(async (folder) => {
    const [path = ""] = OPENED;
    cpSync(morningSite(), folder, { recursive: true });
    await publish(folder);
    await begin(path);
    rmSync(join(folder, path, "index.html"));
    await page.goto(at(path));
    await expect.poll(() => isKept(path)).toBe(false);
  });
});

test("no more is kept than five megabytes, of which the last edition and the look are the last to go", async () => {
  await inFolder(async (folder) => {
    cpSync(morningSite(), folder, { recursive: true });
    const large = ["/large-1/", "/large-2/", "/large-3/"];
    for (const path of large) {
      mkdirSync(join(folder, path));
      const page = readFileSync(join(folder, MORNING, "index.html"), "utf8");
      writeFileSync(
        join(folder, path, "index.html"),
        page.replace("</main>", `<!--${"word ".repeat(400_000)}--></main>`),
      );
    }
    await publish(folder);
    await begin();
    for (const path of large) await read(path);
    const found = await kept();
    expect(Object.values(found).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(KEPT_MOST);
    const paths = Object.keys(found);
    expect(paths).toEqual(expect.arrayContaining(["/", MORNING, "/large-3/"]));
    expect(paths).not.toContain("/large-1/");
    expect(paths.filter((path) => path.startsWith("/-/style."))).toHaveLength(1);
  });
});

test("a site with “offline: false” rids browsers of what another release kept, in one visit", async () => {
  await inFolder(async (folder) => {
    await publish(exampleSite());
    await begin();
    expect(Object.keys(await kept())).not.toEqual([]);
    const site = buildOther(folder, (config) => `${config}\noffline: false\n`);
    expect(readFileSync(join(site, "index.html"), "utf8")).not.toMatch(/serviceWorker|worker-src/);
    await publish(site);
    await page.goto(at("/"));
    await expect.poll(() => page.evaluate("caches.keys()"), { timeout: 10_000 }).toEqual([]);
    const workers = () => page.evaluate("navigator.serviceWorker.getRegistrations().then(({ length }) => length)");
    await expect.poll(workers, { timeout: 10_000 }).toBe(0);
  });
});

test("nothing is kept over plain http", async () => {
  const plain = await serveSite(exampleSite());
  await page.goto(plain.url, { waitUntil: "networkidle" });
  expect(await page.evaluate("navigator.serviceWorker.getRegistrations().then(({ length }) => length)")).toBe(0);
  await plain.close();
});

test("a font that a page was shown with is kept with it", async () => {
  const plain = await serveSite(exampleSite());
  await page.goto(plain.url, { waitUntil: "networkidle" });
  // A browser keeps nothing of its own of a host whose certificate it does not trust, so the worker is begun where none is asked for.
  await page.evaluate(
    `navigator.serviceWorker.register("${FILES.offline}").then(() => navigator.serviceWorker.ready).then(() => 1)`,
  );
  const fonts = async () => Object.keys(await kept()).filter((path) => path.endsWith(".woff2"));
  await expect.poll(async () => (await fonts()).join()).toMatch(/hesper-italic\.\w+\.woff2/);
  expect((await fonts()).join()).not.toContain("-ext.");
  await plain.close();
});

test("the worker takes two kilobytes at most, compressed", () => {
  expect(gzipSync(readFileSync(join(exampleSite(), FILES.offline)), { level: 9 }).length).toBeLessThanOrEqual(2000);
});
