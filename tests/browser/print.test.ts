import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, example, openExample } from "./example.ts";
import { findOverlaps, readWords } from "./printed-words.ts";
import { PAGE_TYPES, screen, visit } from "./visits.ts";

const FORMATS = ["A4", "Letter"] as const;

/** Without spaces, which a printed text has at other places, and hyphens, which printing may add. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00AD-]+/g, "");
}

openExample();

/** The paragraphs of a page's text, its address marks left out, which paper shows whole. */
async function readParagraphs(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main :is(.lede, .text) > p:not(:has(a)), main td, main .correction")]
      .filter((own) => !own.closest(".in-edition, .in-topic"))
      .map((own) => own.textContent),
  );
}

// The browser prints one page at a time, whatever is asked for at once.
describe.each(Object.entries(PAGE_TYPES))("the %s on paper", (_, path) => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await visit(browser, example.url, screen(1280)));
    await page.goto(example.url + path);
  });

  afterAll(() => page.context().close());

  test.each(FORMATS)("has no words on each other and loses no paragraph: %s", async (format) => {
    const words = await readWords(await page.pdf({ format }));
    expect(words.length).toBeGreaterThan(3);
    expect(findOverlaps(words)).toEqual([]);
    const printed = squeeze(words.map(({ text }) => text).join(""));
    const paragraphs = await readParagraphs(page);
    expect(paragraphs.filter((text) => !printed.includes(squeeze(text)))).toEqual([]);
  });
});
