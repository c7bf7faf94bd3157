import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { connectBrowser } from "./connect.ts";
import { LOOKS, PAGE_TYPES, screen, visit, type Visit } from "./visits.ts";
import { exampleSite, fixtureSite } from "../sites.ts";

let browser: Browser;
let example: SiteServer;
let fixture: SiteServer;

beforeAll(async () => {
  browser = await connectBrowser();
  example = await serveSite(exampleSite());
  fixture = await serveSite(fixtureSite());
});

afterAll(async () => {
  await browser.close();
  await example.close();
  await fixture.close();
});

/** The parts of an edition, as its reader meets them. */
const PARTS = [
  "AI Evening Update",
  "Wednesday 4 March 2026",
  "AI Evening Update: Alibaba Qwen team exodus, Google Gemini 3.1 Flash-Lite, and OpenAI’s internal data agent",
  "By Robin Example",
  "minutes’ reading",
  "Written by people",
  "This edition contains paid links, each marked “(paid link)”.",
  "Wednesday’s news comes from three layers of the same trade.",
  "In this edition",
  "3 stories",
  "Open models",
  "Alibaba’s Qwen team loses key people after its latest open release",
  "Several senior members of Alibaba’s Qwen team have left",
  "Sources",
  "Alibaba’s Qwen tech lead steps down after major AI push",
  "Read the analysis",
  "Products and prices",
  "Google prices Gemini 3.1 Flash-Lite at an eighth of Pro",
  "Google has released Gemini 3.1 Flash-Lite",
  "Sources",
  "Gemini Developer API pricing",
  "Read the analysis",
  "Agents and tools",
  "Two engineers built OpenAI’s internal data agent, the company says",
  "OpenAI employees can now ask a question",
  "Sources",
  "Inside OpenAI’s in-house data agent",
  "Read the analysis",
  "Why this matters",
  "Artificial intelligence is turning from a research subject into a running cost.",
  "The next edition, AI Morning Briefing, appears on Thursday 5 March at 07:00 London time.",
  "What departures change for Qwen users, and what they do not",
  "Back to the summary",
  "Where Flash-Lite earns its price, and where it does not",
  "Back to the summary",
  "What a data agent may read is the real design question",
  "rented virtual server (paid link)",
  "Back to the summary",
  "You’re up to date with AI Evening Update, Wednesday 4 March 2026. The next edition is out: AI Morning Briefing:",
  "How this edition was made",
  "Every text here is declared human-only",
  "Its paid links lead to Example Host",
  "Back to top",
];

const SHOWN = [
  ".day .kicker",
  ".day time",
  "h1",
  ".byline",
  ".reading-time",
  ".ai-level",
  ".disclosure",
  ".lede",
  ".contents",
  ".summary .kicker",
  ".summary h2",
  ".summary .sources",
  ".summary .onward",
  ".nut-graf",
  ".closing",
  ".analysis",
  ".analysis .back",
  ".fine",
  ".back-to-top",
];

/** Where the top of the part that the address names stands in the window. */
async function topOfTarget(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top ?? NaN);
}

async function expectAtTop(page: Page, fragment: string): Promise<void> {
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(fragment);
  await vi.waitFor(
    async () => {
      const top = await topOfTarget(page);
      const { rest, height } = await page.evaluate(() => ({
        rest: document.documentElement.scrollHeight - window.innerHeight - window.scrollY,
        height: window.innerHeight,
      }));
      // What stands at the page’s end cannot reach the window’s top.
      expect(top).toBeGreaterThanOrEqual(-1);
      expect(top).toBeLessThan(rest < 2 ? height : 120);
    },
    { timeout: 3000, interval: 50 },
  );
}

describe.each(LOOKS)("an edition without JavaScript, in $scheme at $width pixels", ({ scheme, width }) => {
  let reader: Visit;

  beforeAll(async () => {
    reader = await visit(browser, example.url, screen(width, { javaScriptEnabled: false, colorScheme: scheme }));
    await reader.page.goto(example.url + PAGE_TYPES.edition);
  });

  afterAll(() => reader.page.context().close());

  test("has all its parts in the order of the format", async () => {
    const text = ((await reader.page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");
    let at = 0;
    const absent = PARTS.filter((part) => {
      const found = text.indexOf(part, at);
      if (found >= 0) at = found + part.length;
      return found < 0;
    });
    expect(absent).toEqual([]);
  });

  test("shows each part, one below the other", async () => {
    const tops: number[] = [];
    for (const selector of SHOWN) {
      const part = reader.page.locator(`main ${selector}`).first();
      expect(await part.isVisible(), selector).toBe(true);
      tops.push((await part.boundingBox())?.y ?? NaN);
    }
    const header = tops.slice(2, 9);
    const body = tops.slice(9);
    if (width < 600) expect(header).toEqual([...header].sort((a, b) => a - b));
    expect(Math.max(...header)).toBeLessThan(Math.min(...body));
  });

  test("keeps the capitals of its dates for whoever copies them, and each date on one line", async () => {
    const texts = await reader.page.locator("main .day").allInnerTexts();
    expect(texts.map((text) => text.replace(/\s+/g, " ").trim())).toContain("AI Evening Update Wednesday 4 March 2026");
    const broken = await reader.page.evaluate(
      () => [...document.querySelectorAll(".day .whole")].filter((own) => own.getClientRects().length > 1).length,
    );
    expect(broken).toBe(0);
  });

  test("shows its disclosure no smaller than its text, on a page in the scheme that was asked for", async () => {
    const { disclosure, text, paper, ink } = await reader.page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      const background = [document.body, document.documentElement]
        .map((element) => getComputedStyle(element).backgroundColor)
        .find((color) => color !== "rgba(0, 0, 0, 0)");
      // A canvas turns whatever notation a colour has into bytes.
      const canvas = document.createElement("canvas").getContext("2d", {
        willReadFrequently: true,
      }) as CanvasRenderingContext2D;
      const brightnessOf = (colour: string) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return {
        disclosure: parseFloat(styleOf(".disclosure p").fontSize),
        text: parseFloat(styleOf(".summary .text p").fontSize),
        paper: brightnessOf(background ?? "gray"),
        ink: brightnessOf(styleOf(".summary .text p").color),
      };
    });
    expect(disclosure).toBeGreaterThanOrEqual(text);
    // Whatever colours a publication has.
    expect(Math.sign(paper - ink)).toBe(scheme === "light" ? 1 : -1);
  });

  test("leads from every summary to its analysis and back, and from its contents to every part", async () => {
    const { page } = reader;
    const summaries = await page.locator(".summary").all();
    expect(summaries).toHaveLength(3);
    for (const summary of summaries) {
      const there = summary.getByRole("link", { name: "Read the analysis ↓", exact: true });
      const fragment = (await there.getAttribute("href")) ?? "";
      await there.click();
      await expectAtTop(page, fragment);
      const analysis = page.locator(`[id="${fragment.slice(1)}"]`);
      expect(await analysis.locator("h2").count()).toBe(1);
      await analysis.getByRole("link", { name: "↑ Back to the summary", exact: true }).click();
      await expectAtTop(page, `#${(await summary.getAttribute("id")) ?? ""}`);
    }
    for (const link of await page.locator(".contents a").all()) {
      const fragment = (await link.getAttribute("href")) ?? "";
      await link.click();
      await expectAtTop(page, fragment);
    }
    await page.getByRole("link", { name: "↑ Back to top" }).click();
    await vi.waitFor(async () => {
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });

  test("can be reached from the front page and left for a story, by links alone", async () => {
    const { page } = reader;
    await page.goto(`${example.url}/`);
    await page
      .getByRole("link", { name: /Alibaba Qwen team exodus/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(PAGE_TYPES.edition);
    await page.locator(".summary h2 a").first().click();
    expect(new URL(page.url()).pathname).toBe("/2026/03/04/evening/alibaba-qwen-exodus/");
    expect(await page.locator("h1").textContent()).toBe(
      "Alibaba’s Qwen team loses key people after its latest open release",
    );
  });

  test("asks no other host for anything and leaves the console clean", () => {
    expect(reader.strangers).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});

describe("hostile text", () => {
  const TITLES = [
    "المنارة تضيء الميناء من جديد",
    "纸灯笼节在河边开幕",
    "A 🏮 is hung over the 👩‍🚒 house, and 🇪🇺 flags beside it",
    "Why <b>bold</b> & \"quoted\" 'words' stay words",
    "The form {{ 7*7 }} is printed as it is, ${7*7} and <%= 7*7 %> too",
    "</script><script>alert(1)</script> is a title of a story",
  ];

  test("is shown as text and runs nowhere, though scripts may run", async () => {
    const { page, complaints, strangers } = await visit(browser, fixture.url, screen(360));
    await page.goto(`${fixture.url}/2026/03/03/midday/`);
    expect(await page.locator(".summary h2").allTextContents()).toEqual(TITLES);
    expect(await page.locator("main").textContent()).toContain("The clerk wrote {{ 7*7 }} and {% include “x” %}");
    for (const slug of ["arabic", "chinese", "emoji", "markup", "template", "script"]) {
      await page.goto(`${fixture.url}/2026/03/03/midday/${slug}/`);
      const title = (await page.locator("h1").textContent()) ?? "";
      expect(TITLES).toContain(title);
      expect(await page.title()).toBe(`${title} – The Paper Lantern`);
      expect(await page.locator("h1 *, body script:not([type]), img").count()).toBe(0);
    }
    for (const path of ["/", "/corrections/", "/topics/weather/", "/topics/lamps/", "/standards/"])
      await page.goto(fixture.url + path);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });
});
