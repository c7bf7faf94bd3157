import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLowContrast } from "../../src/content/theme/contrast.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { serveSite, type SiteServer } from "../site-server.ts";
import { run } from "../command.ts";
import { connectBrowser } from "./connect.ts";
import { findFaults } from "./faults.ts";
import { LOOKS, PAGE_TYPES, screen, visit } from "./visits.ts";

/** What is to be typed in place of a colour that is refused: none that passes is weaker. */
const WEAKEST = findLowContrast({ accent: "#6fbf73" })[0]?.nearest ?? "";

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3H0z"/></svg>\n';

let work: string;
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "evening-update-theme-"));
  const content = join(work, "content");
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
  const site = readFileSync(join(content, "site.yaml"), "utf8");
  writeFileSync(
    join(content, "site.yaml"),
    `${site}theme: { accent: "${WEAKEST}", paper: "#fff8e7", logo: logo.svg, font: sans, radius: 6 }\n`,
  );
  writeFileSync(join(content, "logo.svg"), LOGO);
  const args = ["build", "--content", content, "--out", join(work, "site"), "--now", PUBLICATIONS.example.now];
  const { code, stdout, stderr } = run([...args, "--no-cards"]);
  expect(code, stdout + stderr).toBe(0);
  browser = await connectBrowser();
  server = await serveSite(join(work, "site"));
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

describe.each(LOOKS)("a theme of the weakest colours, in $scheme at $width pixels", ({ scheme, width }) => {
  test("has no fault that axe can find on a page of any type, and none scrolls sideways", async () => {
    const reader = await visit(browser, server.url, screen(width, { colorScheme: scheme, bypassCSP: true }));
    for (const [type, path] of Object.entries(PAGE_TYPES)) {
      expect(await findFaults(reader, server.url + path), type).toEqual([]);
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth), type).toBe(width);
    }
    const logo = await reader.page.locator(".logo").boundingBox();
    expect(logo?.height).toBe(40);
    await reader.page.context().close();
  });
});
