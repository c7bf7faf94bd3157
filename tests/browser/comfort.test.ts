import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browser, example, openExample } from "./example.ts";
import { PAGE_TYPES, screen, visit } from "./visits.ts";

openExample();

function look(page: Page) {
  return page.evaluate(() => ({
    // light-dark() is settled in the colours that are drawn.
    paper: getComputedStyle(document.documentElement).backgroundColor,
    size: parseFloat(getComputedStyle(document.querySelector(".text p") ?? document.body).fontSize),
    chosen: [...document.querySelectorAll<HTMLInputElement>(".comfort input:checked")].map(({ value }) => value),
  }));
}

async function choose(page: Page, label: string): Promise<void> {
  const comfort = page.locator(".comfort");
  if ((await comfort.getAttribute("open")) === null) await comfort.locator("summary").click();
  await page.getByLabel(label, { exact: true }).check();
}

describe.each([true, false])("how a reader likes to read, with scripts: %s", (javaScriptEnabled) => {
  test("changes colours and size of text at once, and back", async () => {
    const { page, complaints } = await visit(
      browser,
      example.url,
      screen(360, { javaScriptEnabled, colorScheme: "light" }),
    );
    await page.goto(example.url + PAGE_TYPES.edition);
    const before = await look(page);
    await choose(page, "Dark");
    const dark = await look(page);
    expect(dark.paper).not.toBe(before.paper);
    await choose(page, "Larger");
    const large = await look(page);
    expect(large.size / before.size).toBeGreaterThan(1.3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await choose(page, "As the system");
    await choose(page, "Normal");
    expect(await look(page)).toEqual(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("leaves the analyses out where summaries are enough, on paper too", async () => {
    const { page } = await visit(browser, example.url, screen(360, { javaScriptEnabled }));
    await page.goto(example.url + PAGE_TYPES.edition);
    const analyses = page.locator(".analysis");
    expect(await analyses.first().isVisible()).toBe(true);
    const box = page.getByLabel(/Summaries only, \d+ min/);
    await box.check();
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      for (const analysis of await analyses.all()) expect(await analysis.isVisible()).toBe(false);
      expect(await page.locator(".summary").first().isVisible()).toBe(true);
      expect(await page.getByText("Read the analysis").first().isVisible()).toBe(false);
    }
    expect(await page.locator(".comfort").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await box.uncheck();
    expect(await analyses.first().isVisible()).toBe(true);
    await page.context().close();
  });
});

describe("a chosen theme", () => {
  test("is there on the next page before anything of it is", async () => {
    const { page } = await visit(browser, example.url, screen(360, { colorScheme: "light" }));
    await page.goto(`${example.url}/`);
    const light = await look(page);
    await choose(page, "Dark");
    await choose(page, "Large");
    const chosen = await look(page);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector("body")) return;
        observer.disconnect();
        const { theme = "", text = "" } = document.documentElement.dataset;
        (window as unknown as { seen: string }).seen = `${theme} ${text}`;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(example.url + PAGE_TYPES.story);
    expect(await page.evaluate(() => (window as unknown as { seen: string }).seen)).toBe("dark large");
    const there = await look(page);
    expect(there.paper).toBe(chosen.paper);
    expect(there.paper).not.toBe(light.paper);
    expect(there.chosen).toEqual(["dark", "large"]);
    await choose(page, "As the system");
    await page.goto(`${example.url}/`);
    expect((await look(page)).paper).toBe(light.paper);
    await page.context().close();
  });

  test("is lost, and nothing else, in a browser that keeps nothing", async () => {
    const { page, complaints } = await visit(browser, example.url, screen(360, { colorScheme: "light" }));
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new Error("refused");
        },
      });
    });
    await page.goto(`${example.url}/`);
    const light = await look(page);
    await choose(page, "Dark");
    expect((await look(page)).paper).not.toBe(light.paper);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("sharing", () => {
  test("works by plain links, which tell what is paid for", async () => {
    const { page } = await visit(browser, example.url, screen(360, { javaScriptEnabled: false }));
    await page.goto(example.url + PAGE_TYPES["story with paid links"]);
    const share = page.getByRole("navigation", { name: "Share this story" });
    const links = await share.getByRole("link").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    expect(links.length).toBeGreaterThan(2);
    const address = encodeURIComponent("/2026/03/04/evening/openai-data-agent/");
    for (const link of links) expect(link).toContain(address);
    for (const link of links.filter((href) => !href?.includes("linkedin")))
      expect(link).toContain(encodeURIComponent("(Contains paid links)"));
    expect(await share.getByRole("button").count()).toBe(0);
    await page.context().close();
  });

  test("opens the system's sheet where there is one, with the page's own address", async () => {
    const { page } = await visit(browser, example.url, screen(360));
    await page.addInitScript(() => {
      navigator.share = (data) => {
        (window as unknown as { shared: unknown }).shared = data;
        return Promise.reject(new Error("closed"));
      };
    });
    await page.goto(example.url + PAGE_TYPES.edition);
    await page.getByRole("button", { name: "More ways" }).click();
    const shared = await page.evaluate(() => (window as unknown as { shared: { url: string; title: string } }).shared);
    expect(shared.url).toMatch(/^https:.*\/2026\/03\/04\/evening\/$/);
    expect(shared.title).toContain("Alibaba Qwen team exodus");
    await page.context().close();
  });
});
