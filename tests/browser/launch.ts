import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  process.env["CHROME_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts headless Chromium: an installed one where there is one, else the one that comes from npm. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...QUIET, ...more];
  const installed = INSTALLED.find((path) => path !== "" && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args });
  // Not the package’s own arguments: their single process dies with its first context.
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args });
}
