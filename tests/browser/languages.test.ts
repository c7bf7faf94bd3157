import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGE_SITES, pageTypes, serveBelow } from "../language-sites.ts";
import type { SiteServer } from "../site-server.ts";
import { connectBrowser } from "./connect.ts";
import { findFaults, findMoreFaults } from "./faults.ts";
import { findOverflow } from "./overflow.ts";
import { screen, visit, type Visit } from "./visits.ts";

/** How the words of an element are set. Runs in the browser. */
function describeLook(selector: string) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  const { fontStyle, fontVariantCaps, letterSpacing, direction, unicodeBidi, textAlign } = getComputedStyle(element);
  return { fontStyle, fontVariantCaps, letterSpacing, direction, unicodeBidi, textAlign };
}

/** Elements whose words stand out of the side to which the page scrolls when it is read from the right. Runs in the browser. */
function findOverflowAtLeft(): string[] {
  return [...document.querySelectorAll("body *:not(.skip)")]
    .filter((element) => !element.parentElement?.closest(".table, pre, svg"))
    .filter((element) => element.getBoundingClientRect().left < -1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
}

/** Where a box and its words begin, by the side from which they are read. Runs in the browser. */
function startsOf(selector: string): { box: number; words: number; side: "left" | "right" } {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  const range = document.createRange();
  range.selectNodeContents(element);
  const pieces = [...range.getClientRects()];
  const { left, right } = element.getBoundingClientRect();
  return getComputedStyle(element).direction === "rtl"
    ? { box: right, words: Math.max(...pieces.map((piece) => piece.right)), side: "right" }
    : { box: left, words: Math.min(...pieces.map((piece) => piece.left)), side: "left" };
}

/** The language and direction that a page has. Runs in the browser. */
function tongueOf() {
  const { lang } = document.documentElement;
  return { lang, direction: getComputedStyle(document.documentElement).direction };
}

/** Between them, these have every pair of colours. */
const PAIRED = new Set(["home", "story", "generated", "search", "trends"]);

let browser: Browser;
let scratch: string;

beforeAll(async () => {
  browser = await connectBrowser();
  scratch = mkdtempSync(join(tmpdir(), "languages-"));
});

afterAll(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(LANGUAGE_SITES)("the $name site", (site) => {
  let server: SiteServer & { readonly home: string };
  let reader: Visit;

  beforeAll(async () => {
    server = await serveBelow(site, join(scratch, site.name));
    reader = await visit(browser, server.url, screen(320, { bypassCSP: true }));
  });

  afterAll(async () => {
    await reader.page.context().close();
    await server.close();
  });

  test.each(pageTypes(site))("has no fault in its page: %s", async (type, path) => {
    const { page } = reader;
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await findFaults(reader, server.home + path), "light, 320 pixels").toEqual([]);
    expect(await page.evaluate(tongueOf)).toEqual({ lang: site.language, direction: site.direction });
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(findOverflow), String(width)).toEqual([]);
      expect(await page.evaluate(findOverflowAtLeft), String(width)).toEqual([]);
    }
    if (!PAIRED.has(type)) return;
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await findMoreFaults(page), "dark, 1280 pixels").toEqual([]);
  });

  test("begins its paragraphs and headlines at the side from which it is read", async () => {
    const { page } = reader;
    await page.goto(server.home + site.paths.story);
    for (const selector of ["h1", ".summary .text p", ".sources h2", ".analysis h2"]) {
      const { box, words, side } = await page.evaluate(startsOf, selector);
      expect(side, selector).toBe(site.direction === "rtl" ? "right" : "left");
      expect(Math.abs(box - words), selector).toBeLessThan(3);
    }
  });

  test("finds a word of its own language", async () => {
    const { page } = reader;
    await page.goto(`${server.home}/search/?q=${encodeURIComponent(site.word)}`);
    await page.waitForSelector(".found .teaser");
    expect(await page.textContent(".found [role=status]")).toMatch(/\d|[\u0660-\u0669]|خبر/);
    expect(await page.evaluate(findOverflow)).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});

const [german, arabic, chinese] = LANGUAGE_SITES;
const SLANTED = [".tagline", ".byline", ".comfort > summary", ".back-to-top", ".text blockquote", ".keywords"];

describe("letters that have neither slant nor capitals", () => {
  const look = async (site = german, path = site?.paths.story ?? "") => {
    if (!site) throw new Error("no site");
    const server = await serveBelow(site, mkdtempSync(join(scratch, "look-")));
    const { page } = await visit(browser, server.url, screen(360));
    await page.goto(server.home + path);
    const close = async () => {
      await page.context().close();
      await server.close();
    };
    return { page, close };
  };

  test.each([arabic, chinese].flatMap((site) => (site ? [site] : [])))(
    "are upright, unspaced and whole in the $name site",
    async (site) => {
      const { page, close } = await look(site);
      for (const selector of [...SLANTED, "h1", ".kicker", ".nav", ".text em"])
        expect(await page.evaluate(describeLook, selector), selector).toMatchObject({
          fontStyle: "normal",
          fontVariantCaps: "normal",
          letterSpacing: "normal",
        });
      await close();
    },
  );

  test("do not take the slant from those that have it", async () => {
    const { page, close } = await look(german);
    expect((await page.evaluate(describeLook, ".byline")).fontStyle).toBe("italic");
    expect((await page.evaluate(describeLook, ".nav")).fontVariantCaps).toBe("small-caps");
    await close();
  });

  test("leave code and words of other languages in an Arabic story their own direction, and digits of a table below each other", async () => {
    const { page, close } = await look(arabic);
    const isolated = { direction: "ltr", unicodeBidi: "isolate" };
    expect(await page.evaluate(describeLook, ".analysis code")).toMatchObject(isolated);
    expect(await page.evaluate(describeLook, ".summary [lang=en]")).toMatchObject(isolated);
    expect(await page.evaluate(describeLook, ".sources a[lang=en]")).toMatchObject(isolated);
    expect((await page.evaluate(describeLook, "td.align-right")).textAlign).toBe("right");
    await close();
  });

  test("begin an Arabic headline at the right, even where its first word is a Latin name", async () => {
    const { page, close } = await look(arabic, "/2026/11/24/masaa/tatbiq-jadid/");
    expect(await page.textContent("h1")).toMatch(/^CityFix/);
    const { box, words, side } = await page.evaluate(startsOf, "h1");
    expect(side).toBe("right");
    expect(Math.abs(box - words)).toBeLessThan(3);
    const name = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector("h1")?.firstChild;
      if (!text) throw new Error("no words");
      range.setStart(text, 0);
      range.setEnd(text, "CityFix".length);
      return range.getBoundingClientRect().right;
    });
    expect(Math.abs(box - name), "the name stands first").toBeLessThan(3);
    await close();
  });

  test("keep the end of an address at its end in the Arabic disclosures", async () => {
    const { page, close } = await look(arabic, "/disclosures/");
    expect(await page.textContent("main")).toContain("\u2066https://makhbaz.example/\u2069");
    await close();
  });

  test("point onward to the left in Arabic and to the right in the others", async () => {
    for (const [site, onward] of [
      [arabic, "←"],
      [chinese, "→"],
      [german, "→"],
    ] as const) {
      const { page, close } = await look(site, site?.paths.story);
      expect(await page.textContent(".pager .next .pager-label")).toContain(onward);
      await close();
    }
  });
});
