import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { PROJECT, run } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { serveSite } from "../site-server.ts";
import { launchBrowser } from "./launch.ts";

/** Makes the README's picture anew, of the example as it is built now: `npm run picture`. */

const PICTURE = join(PROJECT, "docs", "edition.png");
const BACKGROUND = "#d8dad4";
const GAP = 20;
const HEIGHT = 900;

/** What stands in the picture, from left to right; widths in pixels. */
const VIEWS = [
  { path: "/2026/03/04/evening/", colours: "light", width: 1180 },
  { path: "/2026/03/05/morning/", colours: "dark", width: 390 },
] as const;

async function photograph(browser: Browser, address: string, { path, colours, width }: (typeof VIEWS)[number]) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme: colours });
  const response = await page.goto(address + path);
  if (!response?.ok()) throw new Error(`there is no page ${path}`);
  // A face that comes late is not shown before the next visit, so as to move no text; the picture is of a reader's second page.
  await page.waitForLoadState("networkidle");
  await page.reload({ waitUntil: "networkidle" });
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

const folder = mkdtempSync(join(tmpdir(), "evening-update-picture-"));
const { content, now } = PUBLICATIONS.example;
const built = run(["build", "--content", content, "--out", join(folder, "site"), "--now", now]);
if (built.code !== 0) throw new Error(built.stdout + built.stderr);
const server = await serveSite(join(folder, "site"));
const browser = await launchBrowser();
const layers: { input: Buffer; left: number; top: number }[] = [];
let left = GAP;
for (const view of VIEWS) {
  layers.push({ input: await photograph(browser, server.url, view), left, top: GAP });
  left += view.width + GAP;
}
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
await sharp({ create: { width: left, height: HEIGHT + 2 * GAP, channels: 3, background: BACKGROUND } })
  .composite(layers)
  .png({ palette: true, colours: 64, effort: 10 })
  .toFile(PICTURE);
process.stdout.write(`wrote ${PICTURE}; look at it before you commit it\n`);
