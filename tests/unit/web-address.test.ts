import { describe, expect, test } from "vitest";
import {
  httpsHint,
  httpsProblem,
  isMailAddress,
  normalizeAddress,
  isMailLink,
  readHost,
} from "../../src/content/links/web-address.ts";

describe("an address that readers can trust", () => {
  test.each([
    "https://labs.example.org",
    "https://LABS.example.org/A?b=c&d#e",
    "https://labs.example.org:8443/",
    "https://labs.example.org:443/",
    "https://яндекс.рф/",
    "https://рус.рф/",
    "https://оса.ru/",
    "https://кто.com/",
    "https://bücher.example/",
    "https://bu\u0308cher.example/",
    "https://BÜCHER.example/",
    "https://xn--bcher-kva.example/",
    "https://通义.cn/",
    "https://مثال.com/",
    "https://דוגמה.co.il/",
    "https://हिन्दी.com/",
    "https://και.gr/",
    "https://μtorrent.example/",
    "https://straße.example/",
    "https://de.wikipedia.org/wiki/%C3%9Cber",
    "https://de.wikipedia.org/wiki/Über",
    "https://a_b.example.org/",
    "https://labs.example.org/a|b{c}^`d`?q=a|b{c}^`d`#a|b{c}^`d`",
    'https://labs.example.org/?q="a"<b>[c]',
    "https://labs.example.org/می‌خواهم?q=می‌خواهم",
    "https://labs.example.org/क्‍ष",
    "https://نامه‌ای.com/",
    "https://labs.example.org/../a/./b",
  ])("is no problem: %s", (address) => {
    expect(httpsProblem(address)).toBeUndefined();
  });
});

test.each([
  ["https://labs.example.org", "https://labs.example.org/"],
  ["HTTPS://Labs.Example.org:443/../a/./b", "https://labs.example.org/a/b"],
  ["https://bücher.example/Über", "https://xn--bcher-kva.example/%C3%9Cber"],
  ["https://labs.example.org/a|b?q=a|{b}#^`c`", "https://labs.example.org/a%7Cb?q=a%7C%7Bb%7D#%5E%60c%60"],
  ['https://labs.example.org/"<a>"?"<a>"', "https://labs.example.org/%22%3Ca%3E%22?%22%3Ca%3E%22"],
  ["https://labs.example.org/می‌خواهم", "https://labs.example.org/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85"],
  ["https://labs.example.org/a%7Cb%zz", "https://labs.example.org/a%7Cb%zz"],
  ["no address", "no address"],
])("%s is normalised to %s, and so again to itself", (typed, normal) => {
  expect(normalizeAddress(typed)).toBe(normal);
  expect(normalizeAddress(normal)).toBe(normal);
});

test.each([
  ["https://labs.example.org/a b", "has a space,", "type “%20” for it"],
  ["https://labs.example.org/a\\b", "has a “\\”,", "type “/”, or “%5C” for the sign itself"],
  ["https://labs.example.org/a\tb", "has the blank U+0009,", "delete it, or type “%20” for a space"],
  ["https://labs.example.org/a\u00A0b", "has the blank U+00A0,", "delete it, or type “%20” for a space"],
  ["https://labs.example.org/a\u200Bb", "has the invisible character U+200B,", "delete it"],
  ["https://labs.example.org/a\u00ADb", "has the invisible character U+00AD,", "delete it"],
  ["https://la\u200Dbs.example.org/", "has the invisible character U+200D,", "delete it"],
  ["http://labs.example.org/", "is plain http", "type a full address that begins with https://"],
])("what is wrong with %j is named, with what to type", (address, problem, hint) => {
  expect(httpsProblem(address)).toContain(problem);
  expect(httpsHint(address)).toBe(hint);
});

describe("an address that is not what it seems", () => {
  test.each([
    ["http://labs.example.org/", "plain http"],
    ["ftp://labs.example.org/", "begins with"],
    ["javascript:alert(1)", "begins with"],
    ["https:labs.example.org", "lacks the “//”"],
    ["https:/labs.example.org", "lacks the “//”"],
    ["https:///labs.example.org", "lacks the “//”"],
    ["https:\\\\labs.example.org", "no address holds"],
    ["https://labs.\texample.org/", "no address holds"],
    ["https://la\u00ADbs.example.org/", "no address holds"],
    ["https://la\u200Dbs.example.org/", "no address holds"],
    ["https://a@labs.example.org/", "user name"],
    ["https://a:b@labs.example.org/", "user name"],
    ["https://@labs.example.org/", "user name"],
    ["https://127.0.0.1/", "by number"],
    ["https://127.1/", "by number"],
    ["https://2130706433/", "by number"],
    ["https://0x7f.1/", "by number"],
    ["https://0177.0.0.1/", "by number"],
    ["https://１２７.0.0.1/", "by number"],
    ["https://127.0.0.1./", "by number"],
    ["https://[::1]/", "by number"],
    ["https://localhost/", "no public host"],
    ["https://labs.example.org./", "dot after"],
    ["https://labs%2Eexample.org/", "is read as https://labs.example.org"],
    ["https://labs。example.org/", "is read as https://labs.example.org"],
    ["https://ｌａｂｓ.example.org/", "is read as https://labs.example.org"],
    ["https://a*b.example/", "no site can have"],
    ["https://a..example/", "no site can have"],
    [`https://${"a".repeat(64)}.example/`, "no site can have"],
    ["https://аррӏе.com/", "only look Latin"],
    ["https://www.аррӏе.com/", "only look Latin"],
    ["https://xn--80ak6aa92e.com/", "only look Latin"],
    ["https://p\u0430ypal.com/", "only look Latin"],
    ["https://", "is not an address"],
    ["https://[/", "is not an address"],
    ["https://a.example:99999/", "is not an address"],
    ["labs.example.org", "is not an address"],
  ])("is told as such: %j %s", (address, problem) => {
    expect(httpsProblem(address)).toContain(problem);
  });
});

test.each([
  ["shop.example", "shop.example"],
  ["Shop.Example", "shop.example"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["(.example", undefined],
  ["a+b.example", undefined],
  ["*.shop.example", undefined],
  ["shop.example/path", undefined],
  ["shop.example:443", undefined],
  ["a@shop.example", undefined],
  ["127.1", undefined],
  ["shop", undefined],
  ["", undefined],
])("the host %j is %s", (text, host) => {
  expect(readHost(text)).toBe(host);
});

test.each([
  ["desk@example.org", true],
  ["desk@bücher.example", true],
  ["desk@xn--80ak6aa92e.com", false],
  ["desk@localhost", false],
  ["desk@127.0.0.1", false],
  ["a@b@example.org", false],
  ["desk", false],
])("%s is an e-mail address: %s", (text, expected) => {
  expect(isMailAddress(text)).toBe(expected);
  expect(isMailLink(`mailto:${text}`)).toBe(expected);
  expect(isMailLink(`mailto:${text}?subject=Hello`)).toBe(expected);
});
