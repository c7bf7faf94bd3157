import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, readPages } from "../site/pages.ts";
import { SITES } from "../sites.ts";
import { connectBrowser } from "./connect.ts";

// What Firefox's reader view is made of. It runs in the browser, on the browser's own document.
const READABILITY = readFileSync(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");

/** What a reader mode shows of a page, and what of the page's text is not in it. */
interface Kept {
  readonly path: string;
  readonly byline: string | null;
  readonly published: string | null;
  readonly wanted: number;
  readonly lost: readonly string[];
}

/** Everything that must survive, but for ways to other texts: label, notices, corrections, sources and each part of the text. */
const WANTED = [
  ".label",
  ".ai-level",
  ".disclosure p",
  ".correction",
  ".sources li",
  ".lede p",
  ":is(.text, .lede) :is(p, li, th, td, pre, blockquote, h2, h3, h4)",
  "figcaption",
  "h2",
  ".closing",
].map((selector) => `main ${selector}`);

/** Runs in the browser. */
function read({ pages, wanted }: { pages: { path: string; html: string }[]; wanted: string }): Kept[] {
  const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
  return pages.map(({ path, html }): Kept => {
    const parse = () => new DOMParser().parseFromString(html, "text/html");
    const texts = [...parse().querySelectorAll(wanted)]
      .filter((own) => !own.closest("nav, .in-edition, .in-topic, .earlier, .advertisement"))
      .map((own) => plain(own.textContent));
    const article = new Readability(parse()).parse();
    const shown = plain(`${article?.title ?? ""} ${article?.textContent ?? ""}`);
    return {
      path,
      byline: article?.byline ?? null,
      published: article?.publishedTime ?? null,
      wanted: texts.length,
      lost: texts.filter((text) => !shown.includes(text)),
    };
  });
}

declare class Readability {
  constructor(document: Document);
  parse(): { title: string; byline: string | null; publishedTime: string | null; textContent: string } | null;
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
  await page.evaluate(`${READABILITY}; window.Readability = Readability;`);
});

afterAll(() => browser.close());

describe.each(SITES)("a reader mode of the $name site", ({ folder }) => {
  let kept: Kept[];
  const dated = () => kept.filter(({ path }) => /^\/\d{4}\//.test(path));

  beforeAll(async () => {
    const pages = readPages(folder)
      .map(({ path, text }) => ({ path: addressOf(path), html: text }))
      .filter(({ path }) => /^\/(?:$|\d{4}\/|corrections\/)/.test(path));
    kept = await page.evaluate(read, { pages, wanted: WANTED.join() });
  });

  test("loses nothing of an edition, a story or the corrections", () => {
    expect(dated().length).toBeGreaterThan(20);
    expect(kept.every(({ wanted }) => wanted > 0)).toBe(true);
    expect(kept.filter(({ lost }) => lost.length > 0).map(({ path, lost }) => ({ path, lost }))).toEqual([]);
  });

  test("tells who wrote a text and when it came out", () => {
    expect(dated().map(({ path, published }) => [path, published?.slice(0, 10)])).toEqual(
      dated().map(({ path }) => [path, path.slice(1, 11).replaceAll("/", "-")]),
    );
    for (const { path, byline } of kept) expect(byline ?? "", path).not.toMatch(/\d/);
  });
});
