import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { connectBrowser } from "./connect.ts";
import { SCHEMES, screen, visit } from "./visits.ts";
import { SITES } from "../sites.ts";

const LOOKS = SCHEMES.flatMap((scheme) => [320, 1280].map((width) => ({ scheme, width })));

/** The smallest letters of a picture, in pixels of the screen. */
const SMALLEST = 11;

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(() => browser.close());

async function openTables(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** The contrast of every colour that a mark or a letter of a picture has with the page behind it (WCAG 2.2, 1.4.3 and 1.4.11). */
function findContrasts(): { text: number[]; marks: number[] } {
  const luminance = (colour: string) => {
    const canvas = document.createElement("canvas").getContext("2d");
    if (!canvas) return 0;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
  const contrast = (colour: string) => {
    const [dark = 0, light = 0] = [paper, luminance(colour)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const text = [...document.querySelectorAll("main svg text")].map((own) => contrast(getComputedStyle(own).fill));
  const marks = [
    ...document.querySelectorAll("main svg :is(.column rect, .bar rect, .range line, .average circle, .key path)"),
  ];
  // A hollow mark is seen by its line.
  const seen = marks.map((mark) => {
    const { fill, stroke } = getComputedStyle(mark);
    return Math.max(...[fill, stroke].filter((own) => own.startsWith("rgb")).map(contrast));
  });
  return { text, marks: seen };
}

describe.each(SITES)("the charts of the $name site", ({ folder }) => {
  let server: SiteServer;

  beforeAll(async () => {
    server = await serveSite(folder);
  });

  afterAll(() => server.close());

  describe.each(LOOKS)("in $scheme at $width pixels", ({ scheme, width }) => {
    let page: Page;

    beforeAll(async () => {
      ({ page } = await visit(browser, server.url, screen(width, { colorScheme: scheme, bypassCSP: true })));
      await page.goto(`${server.url}/trends/`);
    });

    afterAll(() => page.context().close());

    test("have no fault that axe can find, their tables open", async () => {
      await openTables(page);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(document, { rules: { "target-size": { enabled: true } } }),
      );
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    });

    test("fit the page, their tables open", async () => {
      await openTables(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll("main svg text")]
          .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth)
          .map(({ text }) => text),
      );
      expect(outside).toEqual([]);
    });

    test(`have no letter smaller than ${SMALLEST} pixels`, async () => {
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll<SVGSVGElement>("main svg")].flatMap((svg) =>
          [...svg.querySelectorAll("text")].map(
            (text) => Number.parseFloat(getComputedStyle(text).fontSize) * (svg.getScreenCTM()?.a ?? 0),
          ),
        ),
      );
      expect(sizes.length).toBeGreaterThan(50);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST);
    });

    test("have no two letters on each other", async () => {
      const clashes = await page.evaluate(() =>
        [...document.querySelectorAll("main svg")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll("text")].map((text) => ({
            text: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          return boxes.flatMap(({ text, box }, index) =>
            boxes
              .slice(index + 1)
              .filter(
                (other) =>
                  box.width > 0 &&
                  other.box.width > 0 &&
                  Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 0.5 &&
                  Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > box.height / 3,
              )
              .map((other) => `${text} on ${other.text}`),
          );
        }),
      );
      expect(clashes).toEqual([]);
    });

    test("stand out from the page: letters by 4.5 to 1, marks by 3 to 1", async () => {
      const { text, marks } = await page.evaluate(findContrasts);
      expect(marks.length).toBeGreaterThan(20);
      expect(Math.min(...text)).toBeGreaterThanOrEqual(4.5);
      expect(Math.min(...marks)).toBeGreaterThanOrEqual(3);
    });
  });

  test("are pictures with a name and a description for those who do not see them", async () => {
    const { page } = await visit(browser, server.url, screen(360));
    await page.goto(`${server.url}/trends/`);
    const pictures = page.getByRole("img");
    expect(await pictures.count()).toBe(5);
    for (const picture of await pictures.all()) {
      const [title = "", description = ""] = await Promise.all(
        ["title", "desc"].map(async (name) => (await picture.locator(`> ${name}`).textContent()) ?? ""),
      );
      expect(title.length).toBeGreaterThan(3);
      expect(description).toMatch(/\d.*\.$/);
      expect(await page.getByRole("img", { name: `${title} ${description}`, exact: true }).count()).toBe(1);
    }
    await page.context().close();
  });

  test("have each text in the direction of its own letters", async () => {
    const { page } = await visit(browser, server.url, screen(360));
    await page.goto(`${server.url}/trends/`);
    const places = await page
      .locator("#_topics svg text")
      .first()
      .evaluate((text) => {
        text.textContent = "2 مارس …";
        const own = text as SVGTextElement;
        return [0, 2, 7].map((sign) => own.getExtentOfChar(sign).x);
      });
    expect(places).toEqual([...places].sort((a, b) => b - a));
    await page.context().close();
  });

  test("have tables that the keyboard opens and scrolls", async () => {
    const { page } = await visit(browser, server.url, screen(320));
    await page.goto(`${server.url}/trends/`);
    await page.locator("#_topics summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const table = page.locator("#_topics .table");
    expect(await table.evaluate((own) => own === document.activeElement)).toBe(true);
    expect(await page.getByRole("region", { name: "Stories by topic" }).count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    const isWide = await table.evaluate((own) => own.scrollWidth > own.clientWidth);
    await expect.poll(() => table.evaluate((own) => own.scrollLeft > 0)).toBe(isWide);
    await page.context().close();
  });

  test("are there in colours that a reader’s system forces, too", async () => {
    const { page } = await visit(browser, server.url, screen(360, { forcedColors: "active" }));
    await page.goto(`${server.url}/trends/`);
    const { text, marks } = await page.evaluate(findContrasts);
    expect(Math.min(...text)).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(...marks)).toBeGreaterThanOrEqual(3);
    await page.context().close();
  });
});
