import { describe, expect, test } from "vitest";
import { readBack } from "../../tools/import/assemble/body.ts";
import { convertHtml } from "../../tools/import/convert/convert.ts";
import { printBlocks } from "../../tools/import/convert/print.ts";
import { takeAway } from "../../tools/import/convert/words.ts";

function convert(html: string, hasLines = false) {
  const { blocks, notes, words, losses } = convertHtml(html, { where: "a text", hasLines, dropped: [] });
  const markdown = printBlocks([...blocks, ...notes.values()]);
  const { words: found, rules } = readBack(markdown, "en");
  return { markdown, losses, rules, lost: takeAway(words, found) };
}

const PICTURE = '<img src="https://a.example.org/x.jpg" alt="a picture of it">';

/** HTML in which something was lost once, as it was found, and what it is now. */
const KNOWN: Record<string, [html: string, markdown: string]> = {
  "a paragraph within code": ["A <code> <p> A", "A\n\nA\n"],
  "a paragraph within code, in Chinese": ["㉄ <code> <p> 0: 問", "㉄\n\n0: 問\n"],
  "a player within keys": ["² <kbd> <video> Ⰰ", "² `Ⰰ`\n"],
  "a player with an address within code": [
    '0 <code> <video src="https://a.example.org/x.mp4">',
    "0 [`https://a.example.org/x.mp4`](https://a.example.org/x.mp4)\n",
  ],
  "a picture within code": [`<code> ${PICTURE}`, "![a picture of it](https://a.example.org/x.jpg)\n"],
  "a picture within a block of code": [`<pre>x${PICTURE}`, "```\nx a picture of it \n```\n"],
  "a link within code": [
    '<code>if <a href="https://a.example.org/">the <b>call</b></a></code>',
    "`if `[`the call`](https://a.example.org/)\n",
  ],
  "a comment within what stands between items": ["<ol> 0<? >0", "1. 00\n"],
  "a paragraph within a link": ["0<a>0 <p>", "00\n"],
  "emphasis of nothing but a line's end": ["¼ <em> <br> </em> A", "¼\\\nA\n"],
  "a player without anything": ["⻳ <video> </video> one", "⻳ one\n"],
  "a sign that nobody sees": ["A&#1A", "AA\n"],
};

describe("HTML in which something was lost once", () => {
  test.each(Object.entries(KNOWN))("%s keeps every word", (_, [html, markdown]) => {
    for (const hasLines of [false, true])
      expect(convert(html, hasLines)).toMatchObject({ markdown, lost: [], rules: [] });
  });

  test("a link or a picture within a block of code is told", () => {
    const { losses } = convert(`<pre><a href="https://a.example.org/b">x</a>${PICTURE}</pre>`);
    expect(losses).toEqual([
      "<a> within code: https://a.example.org/b",
      "<img> within code: https://a.example.org/x.jpg",
    ]);
  });
});
