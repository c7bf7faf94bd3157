import { describe, expect, test } from "vitest";
import { createLedger } from "../../src/content/links/ledger.ts";
import { createLinkResolver } from "../../src/content/links/links.ts";
import type { Status } from "../../src/content/time/status.ts";

const ledger = createLedger({ books: { name: "Books", url: "https://books.example/", hosts: ["books.example"] } });
const targets = {
  paths: new Map<string, Status>([
    ["/", "published"],
    ["/about/", "published"],
    ["/feed.xml", "published"],
    ["/2026/03/04/evening/a/", "published"],
    ["/2026/03/05/evening/b/", "scheduled"],
    ["/2026/03/05/evening/c/", "draft"],
  ]),
  moved: new Map([["/2026/03/03/evening/old/", "/2026/03/04/evening/a/"]]),
  stories: new Map([
    ["2026-03-03-evening/old", "/2026/03/04/evening/a/"],
    ["2026-03-04-evening/a", "/2026/03/04/evening/a/"],
    ["2026-03-05-evening/b", "/2026/03/05/evening/b/"],
    ["2026-03-05-evening/c", "/2026/03/05/evening/c/"],
  ]),
};
const resolveFrom = (from: Status, base = "") => createLinkResolver(base, ledger, targets, from);
const resolve = resolveFrom("published");

describe("a link that may stand", () => {
  test.each([
    ["https://labs.example/a?b=c#d", "https://labs.example/a?b=c#d"],
    ["HTTPS://Labs.Example/a", "https://labs.example/a"],
    ["https://labs.example/通义", "https://labs.example/%E9%80%9A%E4%B9%89"],
    ["mailto:desk@example.org", "mailto:desk@example.org"],
    ["/about/", "/about/"],
    ["/about", "/about/"],
    ["/about#us", "/about/#us"],
    ["/about/?a=b#us", "/about/?a=b#us"],
    ["/about/#자주-プ", "/about/#자주-プ"],
    [`/about/#${"자주-プ".normalize("NFD")}`, "/about/#자주-プ"],
    [`/about/#${encodeURIComponent("자주-プ".normalize("NFD"))}`, `/about/#${encodeURIComponent("자주-プ")}`],
    ["/about/#100%-%2F", "/about/#100%-%2F"],
    [`story:2026-03-04-evening/a#${"プ".normalize("NFD")}`, "/2026/03/04/evening/a/#プ"],
    ["/feed.xml", "/feed.xml"],
    ["/", "/"],
    ["story:2026-03-04-evening/a", "/2026/03/04/evening/a/"],
    ["story:2026-03-04-evening/a#what", "/2026/03/04/evening/a/#what"],
    ["story:2026-03-03-evening/old#what", "/2026/03/04/evening/a/#what"],
    ["/2026/03/03/evening/old", "/2026/03/04/evening/a/"],
    ["/2026/03/03/evening/old/#what", "/2026/03/04/evening/a/#what"],
    ["affiliate:books/novels", "https://books.example/novels"],
  ])("%s leads to %s", (address, href) => {
    expect(resolve(address)).toMatchObject({ href });
    expect(resolve(address)).not.toHaveProperty("withheld");
  });

  test("stands below the site's base path when it is of the site, and only then", () => {
    const below = resolveFrom("published", "/news");
    expect(below("/about/")).toEqual({ href: "/news/about/" });
    expect(below("story:2026-03-04-evening/a")).toEqual({ href: "/news/2026/03/04/evening/a/" });
    expect(below("https://labs.example/")).toMatchObject({ href: "https://labs.example/" });
  });

  test("is paid when a programme pays, however it is written", () => {
    expect(resolve("affiliate:books")).toMatchObject({ programme: "books" });
    expect(resolve("https://www.books.example/x")).toMatchObject({ programme: "books" });
    expect(resolve("https://labs.example/")).toMatchObject({ programme: undefined });
  });
});

describe("an absolute link to the site itself", () => {
  const own = createLinkResolver("/news", ledger, targets, "published", "https://update.example");

  test.each([
    ["https://update.example/news/about/", "/news/about/"],
    ["https://update.example/news/about", "/news/about/"],
    ["HTTPS://Update.example:443/news/about?a=b#us", "/news/about/?a=b#us"],
    ["https://update.example/news", "/news/"],
    ["https://update.example/news/", "/news/"],
    ["https://update.example/news/x/../feed.xml", "/news/feed.xml"],
    ["https://www.update.example/news/about/", "/news/about/"],
  ])("%s is one to %s", (address, href) => {
    expect(own(address)).toEqual({ href });
  });

  test.each([
    ["https://update.example/news/abuot/", { rule: "dead-link", hint: "did you mean “/about/”?" }],
    ["https://update.example/news/2026/03/05/evening/b/", { withheld: { rule: "unpublished-target" } }],
    ["http://update.example/news/about/", { rule: "bad-link" }],
  ])("%s is checked like one", (address, found) => {
    expect(own(address)).toMatchObject(found);
  });

  test.each(["https://update.example/", "https://update.example/newsroom/", "https://www2.update.example/news/about/"])(
    "%s is none",
    (address) => {
      expect(own(address)).toMatchObject({ href: address });
    },
  );
});

describe("a link that may not stand", () => {
  test.each([
    ["http://labs.example/", "bad-link"],
    ["https:labs.example", "bad-link"],
    ["https:///labs.example", "bad-link"],
    ["https://user@labs.example/", "bad-link"],
    ["https://user:pass@labs.example/", "bad-link"],
    ["https://127.0.0.1/", "bad-link"],
    ["https://2130706433/", "bad-link"],
    ["https://[::1]/", "bad-link"],
    ["https://localhost/", "bad-link"],
    ["https://labs.example/a b", "bad-link"],
    ["https://labs.example\\@evil.example", "bad-link"],
    ["javascript:alert(1)", "bad-link"],
    ["JaVaScRiPt:alert(1)", "bad-link"],
    ["java\tscript:alert(1)", "bad-link"],
    [" javascript:alert(1)", "bad-link"],
    ["data:text/html,<script>", "bad-link"],
    ["vbscript:x", "bad-link"],
    ["file:///etc/passwd", "bad-link"],
    ["ftp://labs.example/", "bad-link"],
    ["tel:+44", "bad-link"],
    ["//evil.example/", "bad-link"],
    ["/\\evil.example/", "bad-link"],
    ["mailto:nobody", "bad-link"],
    ["mailto:", "bad-link"],
    ["about/", "bad-link"],
    ["../about/", "bad-link"],
    ["#top", "bad-link"],
    ["", "bad-link"],
    ["/abuot/", "dead-link"],
    ["/about/../secret/", "dead-link"],
    ["story:2026-03-04-evening/z", "unknown-story"],
    ["story:", "unknown-story"],
    ["affiliate:boks", "unknown-programme"],
    ["affiliate:", "unknown-programme"],
    ["affiliate:books/blob:https://books.example/x", "unknown-programme"],
    ["affiliate:books/a b", "bad-link"],
    ["affiliate:books/a\\b", "bad-link"],
    ["affiliate:constructor", "unknown-programme"],
  ])("%j is told as %s", (address, rule) => {
    expect(resolve(address)).toMatchObject({ rule });
    expect(resolve(address)).not.toHaveProperty("href");
  });
});

describe("a link to what is not published", () => {
  test.each(["story:2026-03-05-evening/b", "story:2026-03-05-evening/c", "/2026/03/05/evening/b/"])(
    "is withheld from a published text: %s",
    (address) => {
      expect(resolve(address)).toMatchObject({ withheld: { severity: "warning", rule: "unpublished-target" } });
    },
  );

  test.each<Status>(["draft", "scheduled"])("is made in a text that is %s itself", (status) => {
    expect(resolveFrom(status)("story:2026-03-05-evening/b")).not.toHaveProperty("withheld");
  });
});
