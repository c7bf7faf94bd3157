import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listFiles } from "../files.ts";
import { fixtureSite } from "../sites.ts";

const GOLDEN = join(import.meta.dirname, "../fixtures/site/golden");
const UPDATE = process.env["UPDATE_GOLDEN"] === "1";

const FILES = [
  "index.html",
  "2025/12/31/late-evening/index.html",
  "2026/03/04/morning/index.html",
  "2026/03/01/morning/weather-house/index.html",
  "2026/03/02/midday/index.html",
  "2026/03/03/midday/script/index.html",
  "2026/03/04/morning/lamps-by-post/index.html",
  "late-evening/index.html",
  "topics/lamps/index.html",
  "topics/lanterns/index.html",
  "publishers/index.html",
  "corrections/index.html",
  "corrections/feed.xml",
  "disclosures/index.html",
  "subscribe/index.html",
  "disclosures.json",
  "404.html",
  "feed.xml",
  "feed.json",
  "stories.xml",
  "sitemap.xml",
  "news-sitemap.xml",
  "llms.txt",
  "robots.txt",
  "lantern-4f1c07aa.txt",
  "_headers",
  "_redirects",
  ".well-known/security.txt",
];

/** The built file, without the script of every page and the digests in the names of cards and the look's files: a new colour changes no page. */
function readBuilt(path: string): string {
  return readFileSync(join(fixtureSite(), path), "utf8")
    .replace(/(\/-\/[\w-]+)\.[0-9a-f]{10}\.(css|js|woff2)\b/g, "$1.DIGEST.$2")
    .replace(/<script>.*?<\/script>/g, "<script>…</script>")
    .replace(/sha256-[\w+/]+=/g, "sha256-DIGEST=")
    .replace(/\/card\.[0-9a-f]{16}\./g, "/card.DIGEST.");
}

/** Whole files of the fixture site, reviewed like code. `UPDATE_GOLDEN=1 npx vitest run tests/site/golden.test.ts` rewrites them. */
describe("a built file of the fixture site", () => {
  beforeAll(() => {
    if (!UPDATE) return;
    rmSync(GOLDEN, { recursive: true, force: true });
    for (const path of FILES) {
      mkdirSync(dirname(join(GOLDEN, path)), { recursive: true });
      writeFileSync(join(GOLDEN, path), readBuilt(path));
    }
  });

  test.each(FILES)("is byte for byte what was reviewed: %s", (path) => {
    expect(readBuilt(path)).toBe(readFileSync(join(GOLDEN, path), "utf8"));
  });

  test("is compared wherever a reviewed one is kept", () => {
    expect(listFiles(GOLDEN)).toEqual([...FILES].sort());
  });
});
