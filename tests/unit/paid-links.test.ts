import { describe, expect, test } from "vitest";
import { verifyPaidLinks } from "../../src/pipeline/verify/paid-links.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import type { Fault } from "../../src/pipeline/verify/promise.ts";
import { textsOf } from "../../src/pipeline/verify/texts.ts";
import type { OwnMessages } from "../../src/locales/locale.ts";
import { createLedger } from "../../src/content/links/ledger.ts";
import { escapeHtml } from "../../templates/html.ts";

const ledger = createLedger({ shop: { name: "Shop", url: "https://shop.example/?by=us", hosts: ["shop.example"] } });
const DISCLOSURE = '<aside class="disclosure"><p>Paid links</p></aside>';
const LINK = '<a href="https://www.shop.example/a?b=1&amp;c=2" rel="sponsored nofollow">a <em>shop</em></a>';
const MARK = ' <span class="paid">(paid link)</span>';

const GOOD = `${DISCLOSURE}<p>${LINK}${MARK} and <a href="https://else.example/">another</a></p>`;

const BAD: readonly [what: string, html: string, message: string][] = [
  ["without a disclosure", `<p>${LINK}${MARK}</p>`, "no disclosure stands before"],
  ["before the disclosure", `<p>${LINK}${MARK}</p>${DISCLOSURE}`, "no disclosure stands before"],
  ["without rel", `${DISCLOSURE}${LINK.replace(' rel="sponsored nofollow"', "")}${MARK}`, "lacks rel"],
  ["without its mark", `${DISCLOSURE}${LINK}, which is paid`, "does not stand behind"],
];

const FILES: readonly [kind: string, path: string, write: (html: string) => string][] = [
  ["page", "/a/index.html", (html) => html],
  ["Atom feed", "/feed.xml", (html) => `<feed>${entry(GOOD)}${entry(html)}</feed>`],
  ["JSON feed", "/feed.json", (html) => JSON.stringify({ items: [{ content_html: GOOD }, { content_html: html }] })],
];

function entry(html: string): string {
  return `<entry><content type="html">${escapeHtml(html)}</content></entry>`;
}

function verify(path: string, content: string, messages: OwnMessages = {}): Fault[] {
  const texts = new Map([[path, textsOf({ path, content })]]);
  return verifyPaidLinks(
    { files: new Map(), texts, addresses: new Map() },
    ledger,
    messagesOf({ language: "en", messages }),
  );
}

describe.each(FILES)("a %s about to be written", (_, path, write) => {
  test("passes when its paid links are disclosed", () => {
    expect(verify(path, write(GOOD))).toEqual([]);
  });

  test.each(BAD)("is refused with a paid link %s", (_, html, message) => {
    const faults = verify(path, write(html));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toBe(path);
    expect(faults[0]?.message).toContain(message);
  });

  test("may say in its words what a paid link would look like", () => {
    expect(verify(path, write(`<p>${escapeHtml(LINK)}</p>`))).toEqual([]);
  });
});

test("a paid link is marked in the publication's own words, and in no other", () => {
  const own = { text: { paidLink: "<an ad & a link>" } };
  const marked = GOOD.replace("(paid link)", "&lt;an ad &amp; a link&gt;");
  expect(verify("/a/index.html", marked, own)).toEqual([]);
  expect(verify("/a/index.html", GOOD, own)[0]?.message).toContain("“<an ad & a link>” does not stand behind");
});
