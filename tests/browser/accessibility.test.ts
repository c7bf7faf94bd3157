import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { launchBrowser } from "./launch.ts";
import { LOOKS, PAGE_TYPES, screen, visit, type Visit } from "./visits.ts";

const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Of WCAG 2.2, and off unless asked for.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

// With every key of the format: corrections, labels, a credit, tags, tables, notes and a title in each script.
const CROWDED_PAGES = [
  "/2026/03/01/morning/weather-house/",
  "/2026/03/03/midday/",
  "/2026/03/04/morning/",
  "/2025/12/31/late-evening/",
  "/tools/",
  "/corrections/",
];

let browser: Browser;
let example: SiteServer;
let fixture: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  example = await serveSite(inject("exampleSite"));
  fixture = await serveSite(inject("fixtureSite"));
});

afterAll(async () => {
  await browser.close();
  await example.close();
  await fixture.close();
});

async function findFaults({ page }: Visit, address: string): Promise<string[]> {
  await page.goto(address);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    OPTIONS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

describe.each(LOOKS)("in $scheme at $width pixels", ({ scheme, width }) => {
  let reader: Visit;

  beforeAll(async () => {
    // The policy of the pages admits no script, so not this one either.
    reader = await visit(browser, example.url, screen(width, { colorScheme: scheme, bypassCSP: true }));
  });

  afterAll(() => reader.page.context().close());

  test.each(Object.entries(PAGE_TYPES))("the %s has no fault that axe can find", async (_, path) => {
    expect(await findFaults(reader, example.url + path)).toEqual([]);
  });

  test.each(CROWDED_PAGES)("the fixture’s %s has no fault that axe can find", async (path) => {
    expect(await findFaults(reader, fixture.url + path)).toEqual([]);
  });
});
