import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { connectBrowser } from "./connect.ts";
import { findMoreFaults, loadAxe } from "./faults.ts";

const EDITION = "2026-03-05-evening";
const NOW = "2026-03-06T00:00:00Z";

const folder = mkdtempSync(join(tmpdir(), "evening-update-mail-looks-"));
let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
  for (const form of [[], ["--full"]]) {
    const out = join(folder, form[0] ?? "--short");
    const { code } = run([
      "mail",
      EDITION,
      "--content",
      PUBLICATIONS.example.content,
      "--now",
      NOW,
      "--out",
      out,
      ...form,
    ]);
    expect(code).toBe(0);
  }
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["--short", "--full"])("a mail, %s", (form) => {
  test.each([
    [640, "light"],
    [360, "light"],
    [320, "light"],
    [640, "dark"],
    [360, "dark"],
  ] as const)(
    "at %i pixels in %s colours has no fault that axe can find, and is no wider than its window",
    async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      // As it is shown where pictures are blocked.
      await page.route(/^https:/, (route) => route.abort());
      await page.setContent(readFileSync(join(folder, form, `${EDITION}.html`), "utf8"));
      // A mail has no ground of its own, and axe takes that for white, whichever the browser paints.
      await page.addStyleTag({ content: "html { background: Canvas }" });
      await loadAxe(page);
      expect(await findMoreFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      for (const url of asked) expect(url).toMatch(/^https:\/\/example\.org\/.*\.(?:png|jpe?g|webp|avif|gif)$/);
      await context.close();
    },
  );
});
