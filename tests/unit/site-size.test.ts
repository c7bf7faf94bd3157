import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OTHER_TEXT, sizeOfFiles, stampFolder } from "../../src/pipeline/state/stamps.ts";
import { findTooLarge } from "../../src/pipeline/verify/site-size.ts";

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "evening-update-size-"));
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

/** Makes a site of so many bytes at an address. */
function makeSite(url: string, size: number): void {
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\n`;
  writeFileSync(join(site, "robots.txt"), robots);
  mkdirSync(join(site, "about"));
  writeFileSync(join(site, "about/index.html"), Buffer.alloc(size - robots.length));
}

test("a site on GitHub Pages is warned of at four fifths of what that publishes, with what to do", () => {
  makeSite("https://example.github.io/paper", 8_000_000);
  expect(findTooLarge(site, "content/site.yaml", undefined, 10_000_001)).toEqual([]);
  expect(findTooLarge(site, "content/site.yaml", undefined, 10_000_000)).toEqual([
    {
      path: "content/site.yaml",
      line: 1,
      column: 1,
      severity: "warning",
      rule: "site-size",
      message: "the site has 8.0 MB, and GitHub Pages publishes 10 MB at most",
      hint: "build it with --no-cards, or move it to a host without that limit: npm run deploy -- --to s3://BUCKET",
    },
  ]);
});

test("what is known of its files is not asked again", () => {
  makeSite("https://example.github.io/paper", 8000);
  mkdirSync(join(site, "empty"));
  expect(sizeOfFiles(stampFolder(site, OTHER_TEXT))).toBe(8000);
  expect(findTooLarge(site, "content/site.yaml", 8001, 10_000)).toEqual([
    expect.objectContaining({ message: "the site has 0.0 MB, and GitHub Pages publishes 0.0 MB at most" }),
  ]);
  expect(findTooLarge(site, "content/site.yaml", 7999, 10_000)).toEqual([]);
});

test("so is one with an address of its own there, and none on another host", () => {
  makeSite("https://paper.example", 8000);
  expect(findTooLarge(site, "content/site.yaml", undefined, 8000)).toEqual([]);
  writeFileSync(join(site, "CNAME"), "paper.example\n");
  expect(findTooLarge(site, "content/site.yaml", undefined, 8000)).toHaveLength(1);
});
