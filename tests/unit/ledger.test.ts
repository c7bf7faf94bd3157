import { describe, expect, test } from "vitest";
import { createLedger } from "../../src/content/links/ledger.ts";

const ledger = createLedger({
  books: { name: "Books", url: "https://books.example/?tag=us", hosts: ["books.example", "bks.example"] },
  shop: { name: "Shop", url: "https://go.shop.example/deals/", hosts: ["Shop.Example"] },
  special: { name: "Special", url: "https://special.shop.example/", hosts: ["special.shop.example"] },
});

test.each([
  ["https://books.example/a", "books"],
  ["https://BOOKS.example/a", "books"],
  ["https://www.books.example/a", "books"],
  ["https://a.b.books.example/", "books"],
  ["https://bks.example", "books"],
  ["https://books.example./a", "books"],
  ["https://shop.example/", "shop"],
  ["https://special.shop.example/", "special"],
  ["https://very.special.shop.example/", "special"],
  ["https://mybooks.example/", undefined],
  ["https://books.example.org/", undefined],
  ["https://other.example/?to=books.example", undefined],
  ["mailto:a@books.example", undefined],
  ["no address", undefined],
])("the link %s is paid by %s", (address, programme) => {
  expect(ledger.programmeOf(address)).toBe(programme);
});

describe("a programme's link", () => {
  test.each([
    ["affiliate:books", "https://books.example/?tag=us"],
    ["affiliate:books/", "https://books.example/?tag=us"],
    ["affiliate:books/novels/7", "https://books.example/novels/7?tag=us"],
    ["affiliate:books/novels?page=2", "https://books.example/novels?page=2&tag=us"],
    ["affiliate:books/novels?tag=mine", "https://books.example/novels?tag=mine"],
    ["affiliate:books/novels#top", "https://books.example/novels?tag=us#top"],
    ["affiliate:shop/today", "https://go.shop.example/deals/today"],
    ["affiliate:books/../../etc", "https://books.example/etc?tag=us"],
    ["affiliate:books/item%3A7", "https://books.example/item%3A7?tag=us"],
    ["affiliate:books/./item:7", "https://books.example/item:7?tag=us"],
    ["affiliate:books/a|b?{c}", "https://books.example/a%7Cb?%7Bc%7D=&tag=us"],
  ])("%s leads to %s", (link, href) => {
    expect(ledger.resolve(link)).toBe(href);
  });

  test.each([
    "affiliate:none",
    "affiliate:",
    "affiliate:constructor",
    "affiliate:__proto__",
    "affiliate:books///evil.example/",
    "affiliate:books/https://evil.example/",
    "affiliate:books/javascript:alert(1)",
    "affiliate:books/blob:https://books.example/x",
    "affiliate:books/filesystem:https://books.example/x",
    "affiliate:books/view-source:https://books.example/x",
    "affiliate:books/data:text/html,x",
    "affiliate:books/https://books.example/x",
    "affiliate:books/HTTPS:books.example/x",
    "affiliate:books/item:7",
    "affiliate:books///a:b@books.example/x",
    "affiliate:books///:b@books.example/x",
  ])("%s leads nowhere, and surely not out of the programme", (link) => {
    expect(ledger.resolve(link)).toBeUndefined();
  });
});
