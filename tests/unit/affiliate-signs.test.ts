import { describe, expect, test } from "vitest";
import { affiliateProblem, affiliateSign } from "../../src/content/links/affiliate-signs.ts";
import { createLedger } from "../../src/content/links/ledger.ts";
import { createLinkResolver } from "../../src/content/links/links.ts";

describe("an address looks like an affiliate link", () => {
  test.each([
    ["https://amzn.to/3abc", "amzn.to"],
    ["https://AMZN.to/3abc", "amzn.to"],
    ["https://go.skimresources.com/?id=1&url=https%3A%2F%2Fshop.example", "go.skimresources.com"],
    ["https://www.shareasale.com/r.cfm?b=1", "shareasale.com"],
    ["https://www.awin1.com/cread.php?awinmid=1", "awin1.com"],
    ["https://click.linksynergy.com/deeplink?id=1", "linksynergy.com"],
    ["https://www.anrdoezrs.net/click-1", "anrdoezrs.net"],
    ["https://www.jdoqocy.com/click-1", "jdoqocy.com"],
    ["https://www.tkqlhce.com/click-1", "tkqlhce.com"],
    ["https://www.dpbolvw.net/click-1", "dpbolvw.net"],
    ["https://www.kqzyfj.com/click-1", "kqzyfj.com"],
    ["https://prf.hn/click/camref:1", "prf.hn"],
    ["https://shop.pxf.io/c/1", "pxf.io"],
    ["https://shop.sjv.io/c/1", "sjv.io"],
    ["https://go.redirectingat.com/?id=1", "go.redirectingat.com"],
    ["https://fave.co/3abc", "fave.co"],
    ["https://rstyle.me/+abc", "rstyle.me"],
    ["https://s.click.aliexpress.com/e/_abc", "s.click.aliexpress.com"],
    ["https://vendor.hop.clickbank.net/", "clickbank.net"],
  ])("by its network: %s", (address, network) => {
    expect(affiliateSign(address)).toEqual({ network });
  });

  test.each([
    ["https://shop.example/p?tag=evening-20", "tag"],
    ["https://shop.example/p?a=b&Tag=evening-20#c", "Tag"],
    ["https://shop.example/p?ref=evening", "ref"],
    ["https://shop.example/p?aff=1", "aff"],
    ["https://shop.example/p?aff_id=1", "aff_id"],
    ["https://shop.example/p?affid=1", "affid"],
    ["https://shop.example/p?affcode=1", "affcode"],
    ["https://shop.example/p?affiliate=1", "affiliate"],
    ["https://shop.example/p?affiliate_id=1", "affiliate_id"],
    ["https://shop.example/p?irclickid=1", "irclickid"],
    ["https://shop.example/p?clickref=1", "clickref"],
    ["https://shop.example/p?afsrc=1", "afsrc"],
    ["https://shop.example/p?partner_id=1", "partner_id"],
    ["https://shop.example/p?partnerid=1", "partnerid"],
    ["https://shop.example/p?%74ag=1", "tag"],
  ])("by its parameter: %s", (address, parameter) => {
    expect(affiliateSign(address)).toEqual({ parameter });
  });
});

test.each([
  "https://shop.example/tag/ref/aff",
  "https://shop.example/?q=tag",
  "https://shop.example/?tags=ai&reference=1&page=2#ref=1",
  "https://journal.example/?affiliation=mit&affect=1&affine=1&afford=1",
  "https://notamzn.to.example/",
  "https://myamzn.to/",
  "https://linksynergy.com.example/",
  "https://github.com/example/model?ref=main",
  "https://raw.githubusercontent.com/example/model/x?ref=main",
  "https://web.archive.org/web/2026/https://shop.example/?ref=evening",
  "mailto:tag@shop.example?ref=1",
  "no address",
])("%s does not look like one", (address) => {
  expect(affiliateSign(address)).toBeUndefined();
});

test("a forge’s branch is no excuse for another parameter", () => {
  expect(affiliateSign("https://github.com/example?ref=main&aff=1")).toEqual({ parameter: "aff" });
});

describe("a link of a text", () => {
  const resolve = createLinkResolver(
    "",
    createLedger({ shop: { name: "Shop", url: "https://shop.example/?tag=us", hosts: ["shop.example", "amzn.to"] } }),
    { paths: new Map(), moved: new Map(), stories: new Map() },
    "published",
  );

  test.each(["https://shop.example/a?tag=us&utm_source=us", "https://amzn.to/3abc", "affiliate:shop/a"])(
    "is fine when a programme is listed for it: %s",
    (address) => {
      expect(resolve(address)).toMatchObject({ programme: "shop" });
    },
  );

  test("is told otherwise, with what to do", () => {
    expect(resolve("https://other.example/a?Aff_ID=1")).toEqual({
      rule: "unlisted-affiliate",
      message:
        "“Aff_ID” in this address looks like an affiliate's mark, and no programme in affiliates.yaml pays for this link",
      hint: "delete “Aff_ID=…” from the address; if the link is paid, add the programme to affiliates.yaml and write affiliate:ID",
    });
    expect(resolve("https://fave.co/1")).toMatchObject({
      rule: "unlisted-affiliate",
      message: "“fave.co” is an affiliate network, and no programme in affiliates.yaml pays for this link",
    });
  });

  test("is an error, so it can stop a build", () => {
    expect(affiliateProblem("https://fave.co/1")).not.toHaveProperty("severity");
    expect(affiliateProblem("https://labs.example/1")).toBeUndefined();
  });

  test.each([
    ["https://news.example/?tag=ai", "tag"],
    ["https://news.example/?tag=g-20", "tag"],
    ["https://news.example/?ref=homepage", "ref"],
    ["https://news.example/?Ref=producthunt&page=2", "Ref"],
  ])("is made and asked about where its mark may be something else: %s", (address, parameter) => {
    expect(resolve(address)).toMatchObject({
      href: address,
      doubt: {
        severity: "warning",
        rule: "unlisted-affiliate",
        message: `“${parameter}” in this address may be an affiliate's mark, and no programme in affiliates.yaml pays for this link`,
      },
    });
  });

  test.each([
    "https://www.amazon.com/dp/B0?tag=ours",
    "https://amazon.co.uk/dp/B0?tag=ours",
    "https://www.amazon.com.au/dp/B0?tag=ours",
    "https://store.example/?tag=evening-20",
    "https://www.vultr.com/?ref=7",
    "https://store.example/?ref=evening-aff",
    "https://store.example/?ref=home&irclickid=7",
    "https://store.example/?tag=ai&aff=7",
  ])("is an error where a programme is known by its host or the mark's shape: %s", (address) => {
    const problem = resolve(address);
    expect(problem).toMatchObject({ rule: "unlisted-affiliate" });
    expect(problem).not.toHaveProperty("href");
    expect(problem).not.toHaveProperty("severity");
  });

  test("is an error for what follows readers, whatever else is in doubt", () => {
    expect(resolve("https://news.example/?ref=a&utm_source=b")).toMatchObject({ rule: "tracking-parameter" });
  });

  test("is told when it follows readers, with the address to type", () => {
    expect(resolve("https://other.example/a?utm_source=x&b=1#c")).toMatchObject({
      rule: "tracking-parameter",
      hint: "type https://other.example/a?b=1#c",
    });
  });
});
