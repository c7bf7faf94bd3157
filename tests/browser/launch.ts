import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from "playwright-core";

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

/** An installed Chrome or Chromium where there is one, else the one that comes from npm. */
async function chooseBrowser(more: readonly string[]): Promise<LaunchOptions> {
  const installed = INSTALLED.find((path) => path !== "" && existsSync(path));
  // Not the package’s own arguments: their single process dies with its first context.
  return { executablePath: installed ?? (await sparticuz.executablePath()), args: [...QUIET, ...more] };
}

/** Starts a headless browser for this process alone. */
export async function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch(await chooseBrowser(more));
}

/** Starts a headless browser to which other processes of this computer connect. */
export async function serveBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ ...(await chooseBrowser([])), host: "127.0.0.1" });
}
