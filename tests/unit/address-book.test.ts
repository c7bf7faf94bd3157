import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import {
  editionPath,
  feedOf,
  fileAt,
  FILES,
  groupPages,
  ICONS,
  isSitemap,
  LOOK,
  monthPath,
  pageOf,
  PAGES,
  pathOf,
  readPath,
  sitemapPart,
  storyPath,
  topicPath,
  yearPath,
} from "../../src/content/addresses.ts";
import { isReserved, isReservedSlug } from "../../src/content/reserved-names.ts";
import { PROJECT } from "../command.ts";

const BOOK = "src/content/addresses.ts";

// What a path begins with; a slot, an edition or a standing page has an id there.
const FIRST = [...Object.values({ ...PAGES, ...FILES, ...ICONS }), feedOf(PAGES.home), LOOK]
  .map((path) => path.split("/")[1] ?? "")
  .filter((segment) => segment !== "")
  .map((segment) => segment.replace(/[.]/g, "\\."));
const BEFORE = "(?:\\$\\{[^{}]*\\})?";
const BY_HAND: readonly RegExp[] = [
  // "/topics/", `${base}/topics/${id}/`, "/feed.xml", `/sitemap-${n}.xml`; “/api/v1” is of other hosts, whose versions have a letter
  new RegExp(`["'\`]${BEFORE}/(?:${FIRST.join("|")}|sitemap-)(?![\\w.]|/v\\d)[^"'\`]*`, "g"),
  // `${url}/feed.xml` within a longer text
  new RegExp(`\\$\\{[\\w.]*(?:base|url)\\}/(?:${FIRST.join("|")})(?![\\w.])`, "g"),
  // `/${id}/`, `${base}/${slot}/`
  new RegExp(`\`${BEFORE}/\\$\\{[^{}]*\\}/[^\`]*`, "g"),
  // `${url}/`, where it is not only compared
  /(?<!startsWith\()`\$\{[\w.]*(?:base|url)\}\/[`*]/g,
  // `${path}feed.xml`, "/index.html", `${home}favicon.ico`
  /\}[\w-]*\b(?:feed|index|favicon|manifest)\.\w+/g,
  /["'`][^"'`\s]*(?:\bfeed\.(?:xml|json)|\bindex\.html)["'`]/g,
  // a path as a regular expression: /^\/sitemap/, /^\/(\d{4})\//
  new RegExp(`\\^\\\\/(?:${FIRST.join("|")}|sitemap|\\(?\\\\d)[^\\n]*`, "g"),
];

/** The paths of the site that a source writes by hand; what stands in comments aside. */
function findByHand(source: string): string[] {
  const code = source.replace(/^\s*\/\*\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  return BY_HAND.flatMap((pattern) => code.match(pattern) ?? []);
}

describe("addresses of the site", () => {
  const files = ["src", "templates"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name.split(sep).join("/")}`),
  );

  test("are written in one file", () => {
    expect(files.length).toBeGreaterThan(200);
    const strays = files
      .filter((file) => file !== BOOK)
      .flatMap((file) => findByHand(readFileSync(join(PROJECT, file), "utf8")).map((found) => `${file}: ${found}`));
    expect(strays).toEqual([]);
  });

  test.each([
    'at("/topics/", "Topics")',
    "href: `${base}/archive/${year}/`",
    "const path = '/search/parts';",
    'expect("/feed.xml")',
    'path: "/-/problems.html"',
    "path: `/${id}/`",
    "href: `${publication.base}/${next.slot}/`",
    "canonical: `${url}/`",
    "`Sitemap: ${url}/sitemap.xml`",
    "plan(`/sitemap-${index + 1}.xml`)",
    "`${path}feed.xml`",
    'path.endsWith("/index.html")',
    "/^\\/sitemap(-\\d+)?\\.xml$/.test(path)",
    "const DATED = /^\\/(\\d{4})\\/(\\d\\d)\\//;",
    'html`<link href="${shell.home}favicon.ico">`',
    'html`<a href="/corrections/">`',
  ])("are found where they are not to be: %s", (source) => {
    expect(findByHand(source)).not.toEqual([]);
  });

  test.each([
    "/** Charts stand at `/trends/`. */",
    "  // as in `/topics/ID/`",
    'import { find } from "../search/parts.ts";',
    'path.split("/")',
    "address.startsWith(`${base}/`)",
    "const file = `${label}/pages/${id}.md`;",
    "`${label}/${file.path}`",
  ])("are not taken for what is none: %s", (source) => {
    expect(findByHand(source)).toEqual([]);
  });
});

describe("the address book", () => {
  const EVENING = { date: "2026-03-04", slot: "evening" };

  test("reads what it writes", () => {
    expect(readPath(PAGES.home)).toEqual({ type: "home" });
    expect(readPath(editionPath(EVENING))).toEqual({ type: "edition", dateline: EVENING });
    expect(readPath(storyPath(EVENING, "lamp"))).toEqual({ type: "story", dateline: EVENING, slug: "lamp" });
  });

  test.each([topicPath("models"), yearPath("2026"), monthPath("2026-03"), "/2026/03/04/", "/about/", FILES.notFound])(
    "knows that %s is no page of an edition",
    (path) => {
      expect(readPath(path)).toEqual({ type: "other" });
    },
  );

  test("leads to files and back", () => {
    for (const path of [PAGES.home, editionPath(EVENING), FILES.robots, feedOf(PAGES.home)])
      expect(pathOf(fileAt(path))).toBe(path);
    expect(fileAt("/about/")).toBe("/about/index.html");
  });

  test("knows the pages of a list and the parts of the sitemap", () => {
    const topic = topicPath("models");
    expect([pageOf(topic, 1), pageOf(topic, 2)]).toEqual(["/topics/models/", "/topics/models/2/"]);
    const pages = [1, 2].map((number) => fileAt(pageOf(topic, number)));
    expect(groupPages([...pages, feedOf(topic), fileAt(PAGES.topics)]).get(topic)).toEqual(pages);
    expect([FILES.sitemap, sitemapPart(2), "/news-sitemap.xml"].map(isSitemap)).toEqual([true, true, false]);
  });

  test("keeps the first segments of its pages for the site, and no more", () => {
    const kept = ["archive", "topics", "publishers", "threads", "corrections", "disclosures", "search"];
    const others = ["edition", "index", "2026", "20260", "2", "con"];
    expect([...kept, ...others].filter((name) => !isReserved(name))).toEqual([]);
    expect(["trends", "subscribe", "morning", "about", "feed", "", "lamp"].filter(isReserved)).toEqual([]);
    // A story has an edition’s folder to itself, which no list shares.
    expect(["20260", "2", "subscribe"].filter(isReservedSlug)).toEqual([]);
    expect(["morning", "evening", "about", "standards"].every(isReservedSlug)).toBe(true);
  });
});
