import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FILES } from "../../content/addresses.ts";
import { readUrl } from "../../content/links/read-url.ts";
import { type Diagnostic, diagnose, START } from "../../content/problems/diagnostic.ts";

/** What GitHub Pages publishes at most, in bytes (docs.github.com, “GitHub Pages limits”). */
export const PAGES_LIMIT = 1_000_000_000;
/** From this part of it on there is a warning, while there still is time to move. */
const NEAR = 0.8;
/** By such a file in a site, GitHub Pages knows an address of its own. */
const OWN_ADDRESS = "/CNAME";

/** Whether a finished site is to be shown by GitHub Pages, as far as it says itself. */
function isForPages(site: string): boolean {
  if (existsSync(site + OWN_ADDRESS)) return true;
  const [, address = ""] = /^Sitemap: (.*)$/m.exec(readFileSync(site + FILES.robots, "utf8")) ?? [];
  return readUrl(address)?.hostname.endsWith(".github.io") === true;
}

/** The bytes of all files in a folder. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** A warning where a site is near to what its host publishes, of the file in which its address stands; `limit` is in bytes. */
export function findTooLarge(site: string, file: string, limit = PAGES_LIMIT): Diagnostic[] {
  if (!isForPages(site)) return [];
  const size = sizeOf(site);
  if (size < NEAR * limit) return [];
  return [
    diagnose(file, START, {
      severity: "warning",
      rule: "site-size",
      message: `the site has ${megabytes(size)}, and GitHub Pages publishes ${megabytes(limit)} at most`,
      hint: "build it with --no-cards, or move it to a host without that limit: npm run deploy -- --to s3://BUCKET",
    }),
  ];
}
