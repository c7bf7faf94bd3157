import { existsSync, readFileSync } from "node:fs";
import { FILES } from "../../content/addresses.ts";
import { readUrl } from "../../content/links/read-url.ts";
import { type Diagnostic, diagnose, START } from "../../content/problems/diagnostic.ts";
import { OTHER_TEXT, sizeOfFiles, stampFolder } from "../state/stamps.ts";

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

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/**
 * A warning where a site is near to what its host publishes, of the file in which its address stands. `known` says how many bytes it has, where
 * that is known; `limit` is in bytes, too.
 */
export function findTooLarge(site: string, file: string, known: number | undefined, limit = PAGES_LIMIT): Diagnostic[] {
  if (!isForPages(site)) return [];
  const size = known ?? sizeOfFiles(stampFolder(site, OTHER_TEXT));
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
