import type { Browser, Request } from "playwright-core";
import { visit } from "./visits.ts";

const TALL = 12_000;
const PATIENCE = 200;

/** How far a page moves while it loads, even when fonts and pictures come late (cumulative layout shift). */
export async function measureShift(browser: Browser, origin: string, path: string): Promise<number> {
  // All of the page is in view, since what moves out of sight does not count.
  const { page } = await visit(browser, origin, { viewport: { width: 360, height: TALL } });
  await page.route(/\.(woff2|png|jpe?g|webp|avif)$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    await route.continue();
  });
  await page.goto(origin + path);
  const shift = await page.evaluate(async (patience) => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, patience));
    return new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
        resolve(entries.reduce((sum, { value }) => sum + value, 0));
      });
      observer.observe({ type: "layout-shift", buffered: true });
      setTimeout(() => {
        resolve(0);
      }, patience);
    });
  }, PATIENCE);
  await page.context().close();
  return shift;
}

/** What a first visit to a page loads, in bytes as sent, without headers. */
export interface Load {
  readonly html: number;
  readonly styles: number;
  readonly fonts: number;
  readonly pictures: number;
  readonly other: number;
  /** Addresses asked for beyond the site’s own host. */
  readonly strangers: readonly string[];
}

const PARTS: Record<string, "html" | "styles" | "fonts" | "pictures"> = {
  document: "html",
  stylesheet: "styles",
  font: "fonts",
  image: "pictures",
};

const PAPER = /\/print\.\w+\.css$/;

export async function measureLoad(browser: Browser, origin: string, path: string): Promise<Load> {
  const { page, strangers } = await visit(browser, origin, { viewport: { width: 360, height: TALL } });
  const load = { html: 0, styles: 0, fonts: 0, pictures: 0, other: 0 };
  const sizes: Promise<void>[] = [];
  const measure = (request: Request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        // For the sheet of paper no screen waits.
        const part = PAPER.test(request.url()) ? "other" : PARTS[request.resourceType()];
        load[part ?? "other"] += responseBodySize;
      }),
    );
  };
  page.on("requestfinished", measure);
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  page.off("requestfinished", measure);
  await Promise.all(sizes);
  await page.context().close();
  return { ...load, strangers };
}
