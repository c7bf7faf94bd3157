import { describe, expect, test } from "vitest";
import { html, rendered } from "../../templates/html.ts";
import { jsonLd } from "../../templates/partials/json-ld.ts";

describe("the html tag", () => {
  test.each([
    ["text, escaped", html`<p>${`<b>&"'`}</p>`, "<p>&lt;b&gt;&amp;&quot;&#39;</p>"],
    ["an attribute, escaped", html`<p title="${'" onclick="x'}"></p>`, '<p title="&quot; onclick=&quot;x"></p>'],
    ["markup, as it is", html`<p>${html`<b>x</b>`}</p>`, "<p><b>x</b></p>"],
    ["rendered Markdown, as it is", html`${rendered("<p>x</p>")}`, "<p>x</p>"],
    ["lists, without commas", html`${["<", html`<i>`, ["b"]]}`, "&lt;<i>b"],
    ["numbers, and zero too", html`${0}${12}`, "012"],
    ["nothing for undefined, null and false", html`a${undefined}${null}${false}b`, "ab"],
    ["an empty text", html`${""}`, ""],
  ])("prints %s", (_, { markup }, expected) => {
    expect(markup).toBe(expected);
  });

  test.each(["https://x.example/?a=b&c=d", "mailto:a@b.example", "#top", "/", "/about/"])(
    "takes the address %s",
    (address) => {
      expect(html`<a href="${address}">x</a>`.markup).toBe(`<a href="${address.replace("&", "&amp;")}">x</a>`);
    },
  );

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "http://x.example/",
    "https:x.example",
    "//evil.example/",
    "/\\evil.example/",
    "about/",
    "",
    undefined,
  ])("throws at the address %j", (address) => {
    expect(() => html`<a href="${address}">x</a>`).toThrow("not an address");
    expect(() => html`<img alt="" src="${address}">`).toThrow("not an address");
    expect(() => html`<a${html` class="x"`} href="${address}">`).toThrow("not an address");
    expect(() => html`<a ${html`class="x" `}href="${address}">`).toThrow("not an address");
  });
});

describe("linked data", () => {
  const HEADLINE = "</script><script>alert(1)</script>";

  test.each([HEADLINE, "<!--", "]]>", "a & b", "a\u2028b", '“quotes” "and" \\'])(
    "keeps the headline %j and its element whole",
    (headline) => {
      const { markup } = jsonLd({ headline });
      const inner = markup.replace(/^<script type="application\/ld\+json">/, "").replace(/<\/script>\n$/, "");
      expect(inner).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(inner)).toEqual({ headline });
    },
  );

  test("closes one script element and no other", () => {
    expect(jsonLd({ headline: HEADLINE }).markup.match(/<\/script/g)).toHaveLength(1);
  });
});
