import { expect, test } from "vitest";
import { createLedger } from "../../src/content/links/ledger.ts";
import { createLinkResolver } from "../../src/content/links/links.ts";

const targets = {
  paths: new Map([["/about/", "published" as const]]),
  moved: new Map([["/über/", "/about/"]]),
  stories: new Map<string, string>(),
};
const resolve = createLinkResolver("/paper", createLedger({}), targets, "published", "https://example.org");

test.each([
  ["https://example.org/paper/about/", "/paper/about/"],
  ["https://example.org/paper/about", "/paper/about/"],
  ["HTTPS://EXAMPLE.org:443/paper/%61bout/?a#b", "/paper/about/?a#b"],
  ["https://www.example.org/paper/about/", "/paper/about/"],
  ["https://example.org/paper/%C3%BCber/", "/paper/about/"],
  ["https://example.org/other/", "https://example.org/other/"],
  ["https://example.org/papers/about/", "https://example.org/papers/about/"],
  ["https://news.example.org/paper/gone/", "https://news.example.org/paper/gone/"],
  ["https://example.org:8443/paper/gone/", "https://example.org:8443/paper/gone/"],
])("%s leads to %s", (address, href) => {
  expect(resolve(address)).toMatchObject({ href });
});

test.each([
  "https://example.org/paper/gone/",
  "https://example.org/paper/abuot",
  "HTTPS://WWW.Example.ORG:443/paper/abuot/",
  "https://example.org/paper/%67one/",
])("%s is a page that this site has not", (address) => {
  expect(resolve(address)).toMatchObject({ rule: "dead-link" });
});
