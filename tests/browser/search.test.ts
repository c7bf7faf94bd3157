import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { run } from "../command.ts";
import { serveSite, type SiteServer } from "../site-server.ts";
import { connectBrowser } from "./connect.ts";
import { SCHEMES, screen, visit, type Visit } from "./visits.ts";
import { exampleSite } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const OLD = "/2024/02/10/morning/bridge-mended/";
// It stands in one analysis of a story of two years ago, and nowhere else.
const WORD = "quillwort";

let browser: Browser;
let folder: string;
let server: SiteServer;
let reader: Visit;
let page: Page;

function build(content: string, name: string, ...more: string[]): string {
  const out = join(folder, name);
  const { code, stdout, stderr } = run([
    "build",
    "--content",
    content,
    "--out",
    out,
    "--now",
    PUBLICATIONS.fixture.now,
    ...more,
  ]);
  if (code !== 0) throw new Error(stdout + stderr);
  return out;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-search-"));
  const content = join(folder, "content");
  const editions = join(content, "editions");
  cpSync(PUBLICATIONS.fixture.content, content, { recursive: true });
  cpSync(join(editions, "2026/03-01-morning"), join(editions, "2024/02-10-morning"), { recursive: true });
  const story = join(editions, "2024/02-10-morning/bridge-mended.md");
  const text = readFileSync(story, "utf8");
  const title = text.includes("\n## ") ? "" : "\n## What the bridge needs\n";
  writeFileSync(story, `${text}${title}\nA carpenter hung ${WORD} & straw over it.\n`);
  const edition = join(editions, "2024/02-10-morning/edition.md");
  writeFileSync(edition, readFileSync(edition, "utf8").replace(/^publish: .*\n/m, ""));
  server = await serveSite(build(content, "site", "--no-cards"));
  browser = await connectBrowser();
  reader = await visit(browser, server.url, screen(1280));
  ({ page } = reader);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(query = ""): Promise<void> {
  await page.goto(`${server.url}/search/${query}`);
}

function results(): Promise<string[]> {
  return page.locator("#_found h2 a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

async function expectStatus(text: string | RegExp): Promise<void> {
  await page.locator("[role=status]").filter({ hasText: text }).waitFor();
}

/** How many results the page says there are. */
async function countSaid(): Promise<number> {
  await expectStatus(/stor(y|ies)/);
  return Number.parseInt((await page.locator("[role=status]").textContent()) ?? "", 10) || 0;
}

describe("the search", () => {
  test("finds a word that stands in one analysis of a two-year-old story, and shows where", async () => {
    await open();
    await page.getByLabel("Words to look for").pressSequentially(WORD);
    await expectStatus("1 story");
    expect(await results()).toEqual([OLD]);
    const excerpt = page.locator(".excerpt");
    expect(await excerpt.textContent()).toContain(`carpenter hung ${WORD} & straw over it`);
    expect(await excerpt.locator("mark").allTextContents()).toEqual([WORD]);
    expect(await page.locator("#_found .day").textContent()).toBe("10 February 2024, Lantern Morning");
  });

  test("can be linked to with its words, and with what narrows it down", async () => {
    await open(`?q=${WORD}`);
    await expectStatus("1 story");
    expect(await results()).toEqual([OLD]);
    await open(`?q=${WORD}&year=2026`);
    await expectStatus("No story found.");
    await open(`?q=${WORD}&year=2024&year=2026`);
    await expectStatus("1 story");
  });

  test("holds each story that readers may see, and shows them without words the newest first", async () => {
    await open("?year=2024&year=2025&year=2026");
    const stories = /<loc>[^<]*\/\d{4}\/\d\d\/\d\d\/[\w-]+\/[\w-]+\/<\/loc>/g;
    const all = [...(await (await fetch(`${server.url}/sitemap.xml`)).text()).matchAll(stories)].length;
    expect(await countSaid()).toBe(all);
    while (await page.getByRole("button", { name: "More results" }).isVisible()) {
      const before = (await results()).length;
      await page.getByRole("button", { name: "More results" }).click();
      await vi.waitFor(async () => {
        expect((await results()).length).toBeGreaterThan(before);
      });
    }
    const found = await results();
    expect(new Set(found).size).toBe(all);
    const days = found.map((path) => path.slice(0, 11));
    expect(days).toEqual([...days].sort().reverse());
  });

  test("labels a story before it is followed: paid links, and what a machine wrote", async () => {
    await open("?q=lamps+by+post");
    await expectStatus(/stor/);
    const row = (path: string) => page.locator("#_found li").filter({ has: page.locator(`a[href="${path}"]`) });
    expect(await row("/2026/03/04/morning/lamps-by-post/").locator(".label").allTextContents()).toEqual([
      "Contains paid links",
    ]);
    await open("?level=ai-autonomous");
    await expectStatus("1 story");
    const machine = row("/2025/12/31/late-evening/the-year-ends/");
    expect(await machine.locator(".label").allTextContents()).toEqual(["AI-generated"]);
    expect(await machine.getAttribute("ai-disclosure")).toBe("ai-autonomous");
  });

  test("shows hostile text as text", async () => {
    await open("?q=alert");
    await expectStatus(/stor/);
    expect(await page.locator("#_found h2").allTextContents()).toContain(
      "</script><script>alert(1)</script> is a title of a story",
    );
    expect(await page.locator("#_found script, #_found b").count()).toBe(0);
  });

  test("is sorted by date when asked to, in its address too", async () => {
    await open("?q=lamps");
    await expectStatus(/stories/);
    await page.getByLabel("Order").selectOption("Newest first");
    await page.waitForURL(/\?q=lamps&order=newest$/);
    await vi.waitFor(async () => {
      const days = (await results()).map((path) => path.slice(0, 11));
      expect(days.length).toBeGreaterThan(1);
      expect(days).toEqual([...days].sort().reverse());
    });
  });
});

describe("the facets", () => {
  test("count over all parts, narrow the results and stand in the address", async () => {
    await open("?q=the");
    const all = await countSaid();
    await page.getByText("Narrow down").click();
    for (const legend of ["Topic", "Edition", "Publisher cited", "Written by", "Year"])
      expect(await page.getByRole("group", { name: legend }).isVisible(), legend).toBe(true);
    const counts = await page.getByRole("group", { name: "Year" }).locator(".count").allTextContents();
    expect(counts).toHaveLength(3);
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(all);
    const slot = page.getByRole("checkbox", { name: /^Lantern Morning/ });
    const own = Number(/\d+$/.exec((await page.locator("label").filter({ has: slot }).textContent()) ?? "")?.[0]);
    expect(own).toBeLessThan(all);
    await slot.check();
    await expectStatus(`${own} stories`);
    expect(new URL(page.url()).search).toBe("?q=the&slot=Lantern+Morning");
    await page.reload();
    await expectStatus(`${own} stories`);
    await page.getByText("Narrow down · Lantern Morning").waitFor();
    expect((await results()).every((path) => path.includes("/morning/"))).toBe(true);
  });
});

describe("the words of the page", () => {
  test("are those that its publication has, in its plural forms, with its numbers and years", async () => {
    const own = await visit(browser, server.url, screen(1280));
    const forms = {
      zero: "لا قصص",
      one: "قصة",
      two: "قصتان",
      few: "{count} قصص",
      many: "{count} قصة",
      other: "{count} من القصص",
    };
    await own.page.route(/\/search\/(\?|$)/, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const setup = /data-setup="([^"]*)"/;
      const said = JSON.parse((setup.exec(html)?.[1] ?? "").replaceAll("&quot;", '"')) as {
        readonly words: object;
      };
      const words = {
        ...said.words,
        stories: forms,
        none: "لا شيء",
        level: "من كتبها",
        allValues: "الكل",
        more: "المزيد",
      };
      const spoken = JSON.stringify({ ...said, words, language: "zh", wordsTag: "ar-EG" });
      await route.fulfill({
        response,
        body: html.replace(setup, () => `data-setup="${spoken.replaceAll('"', "&quot;")}"`),
      });
    });
    const expectSaid = async (query: string, text: RegExp) => {
      await own.page.goto(`${server.url}/search/${query}`);
      const status = own.page.locator("[role=status]");
      await expect.poll(() => status.textContent()).toMatch(text);
    };
    await expectSaid(`?q=${WORD}&year=2026`, /^لا شيء$/);
    await expectSaid(`?q=${WORD}`, /^قصة$/);
    await expectSaid("?q=the", /^[٠-٩]+ (قصص|قصة)$/);
    await expectSaid("?q=the&year=2024", /^قصتان$/);
    await own.page.locator("summary").filter({ hasText: "2024年" }).click();
    expect(await own.page.getByRole("group", { name: "من كتبها" }).count()).toBe(1);
    await own.page.context().close();
  });
});

describe("by the keyboard alone", () => {
  test("a reader types, goes to a result, comes back to the results and clears them", async () => {
    await open();
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    for (let step = 0; step < 30 && (await focused()) !== "_q"; step++) await page.keyboard.press("Tab");
    await page.keyboard.type(WORD);
    await expectStatus("1 story");
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest("#_found") !== null)) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.url}${OLD}`);
    await page.goBack();
    await expectStatus("1 story");
    expect(await page.locator("#_q").inputValue()).toBe(WORD);
    await page.locator("#_q").focus();
    await page.keyboard.press("Escape");
    await vi.waitFor(async () => {
      expect(await results()).toEqual([]);
    });
    expect(await page.locator("#_q").inputValue()).toBe("");
    expect(new URL(page.url()).search).toBe("");
  });
});

describe("what the page loads", () => {
  test("is at most 120 kB before a reader types, and nothing of the index even when they are about to", async () => {
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(request.url());
    page.on("request", note);
    await page.goto(`${server.url}/search/`, { waitUntil: "load" });
    await page.locator("#_q").focus();
    await page.waitForResponse(/pagefind\.js$/);
    await page.waitForLoadState("networkidle");
    page.off("request", note);
    expect(asked.filter((url) => /wasm|\/search\/parts\//.test(url))).toEqual([]);
    let bytes = 0;
    for (const url of new Set(asked)) {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer());
      bytes += url.endsWith(".woff2") ? body.length : gzipSync(body).length;
    }
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(120_000);
  });

  test("is loaded on no other page, comes from no other host and leaves the console clean", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const path of ["/", "/archive/", "/2026/03/04/morning/", OLD, "/404.html"])
      await page.goto(server.url + path, { waitUntil: "load" });
    expect(asked.filter((url) => /search|pagefind/.test(url))).toEqual([]);
    expect(reader.strangers).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});

describe("where searching cannot be", () => {
  test("without JavaScript the page offers the archive and the topics, and no form", async () => {
    const own = await visit(browser, server.url, screen(360, { javaScriptEnabled: false }));
    await own.page.goto(`${server.url}/search/`);
    expect(await own.page.locator("form").isVisible()).toBe(false);
    expect(await own.page.getByText("Searching needs JavaScript").isVisible()).toBe(true);
    for (const [name, path] of [
      ["the topics", "/topics/"],
      ["the archive, by date", "/archive/"],
    ] as const) {
      await own.page.goto(`${server.url}/search/`);
      await own.page.getByRole("link", { name }).click();
      expect(new URL(own.page.url()).pathname).toBe(path);
    }
    await own.page.context().close();
  });

  test("a site that is built without an index says so and has none", async () => {
    const own = await serveSite(build(join(folder, "content"), "bare", "--no-cards", "--no-search"));
    await page.goto(`${own.url}/search/`);
    expect(await page.locator("main").textContent()).toContain("made without a search index");
    expect(await page.locator("form, main script").count()).toBe(0);
    expect((await fetch(`${own.url}/search/parts.json`)).status).toBe(404);
    await own.close();
  });

  test("a site below a path of its host finds all of it there", async () => {
    const content = join(folder, "below");
    cpSync(join(folder, "content"), content, { recursive: true });
    const site = join(content, "site.yaml");
    writeFileSync(site, readFileSync(site, "utf8").replace("https://lantern.example", "https://lantern.example/paper"));
    const root = join(folder, "host");
    build(content, "host/paper", "--no-cards");
    const own = await serveSite(root);
    await page.goto(`${own.url}/paper/search/?q=${WORD}`);
    await expectStatus("1 story");
    expect(await results()).toEqual([`/paper${OLD}`]);
    await own.close();
  });
});

describe.each(SCHEMES.flatMap((scheme) => [320, 1280].map((width) => ({ scheme, width }))))(
  "results and facets in $scheme at $width pixels",
  ({ scheme, width }) => {
    test("have no fault that axe can find and fit their screen", async () => {
      const own = await visit(browser, server.url, screen(width, { colorScheme: scheme, bypassCSP: true }));
      await own.page.goto(`${server.url}/search/?q=lamps&slot=Lantern+Morning`);
      await own.page.locator("#_found li").first().waitFor();
      await own.page.locator("summary").filter({ hasText: "Lantern Morning" }).click();
      await own.page.evaluate(axe.source);
      const { violations } = await own.page.evaluate(
        (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
        {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          rules: { "target-size": { enabled: true } },
        } as axe.RunOptions,
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      const { clientWidth, scrollWidth } = await own.page.evaluate(() => ({
        clientWidth: document.documentElement.clientWidth,
        scrollWidth: document.documentElement.scrollWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      await own.page.context().close();
    });
  },
);

test("the page of the example moves nothing when results come to a link that asks for them", async () => {
  const example = await serveSite(exampleSite());
  const own = await visit(browser, example.url, screen(360));
  await own.page.goto(`${example.url}/search/?q=model`);
  await own.page.locator("#_found li").first().waitFor();
  const shift = await own.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            (list.getEntries() as (PerformanceEntry & { value: number })[]).reduce((sum, { value }) => sum + value, 0),
          );
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => {
          resolve(0);
        }, 500);
      }),
  );
  expect(shift).toBe(0);
  await own.page.context().close();
  await example.close();
});
