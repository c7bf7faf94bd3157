import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBack } from "../../tools/import/assemble/body.ts";
import { convertHtml } from "../../tools/import/convert/convert.ts";
import { printBlocks } from "../../tools/import/convert/print.ts";
import { takeAway } from "../../tools/import/convert/words.ts";
import { LONG, runs } from "../fuzz/runs.ts";

/** Elements as old sites have them, in each other in any way. */
const TAGS =
  "p div span a b i em strong u s sup sub code pre kbd h1 h2 h3 h4 h6 ul ol li blockquote table tr td th thead caption figure figcaption " +
  "img br hr dl dt dd details summary q cite abbr button select option label section custom-tag svg video iframe center font br wbr";

const attributes = fc.constantFrom(
  "",
  ' href="https://a.example.org/x"',
  ' src="https://a.example.org/x.jpg" alt="a picture of it"',
  ' class="x"',
  ' title="about it"',
  ' colspan="3"',
  ' start="7"',
  " id=fn1",
  ' href="#fn1"',
);
const words = fc.oneof(
  fc.constantFrom(
    "one",
    "two words",
    "1. three",
    "* four",
    "# five",
    "> six",
    "_seven_",
    "`eight`",
    "[nine](x)",
    "a|b",
    "---",
    "<ten",
    "&amp;lt;b&gt;",
    "~~11~~",
  ),
  fc.constantFrom(
    "\n",
    "\n\n",
    "    ",
    " ",
    "\t",
    "&nbsp;",
    "![x]",
    "[^1]",
    "\\",
    "http://x.example.org/a_b_",
    "強調。",
    "**é**",
    "+ 1",
    "12)",
    "===",
    "|-|",
    "<!-- c -->",
    "{{ x }}",
    "&#8203;",
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }).filter((text) => !/[\p{Co}\p{Cf}\uFFFD\uFFFC]/u.test(text)),
);
const tag = fc.constantFrom(...TAGS.split(" "));
const piece = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 3, arbitrary: fc.tuple(tag, attributes).map(([name, more]) => `<${name}${more}>`) },
  { weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
);
const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));

/** What no program can hold: it is told, and never written. */
const LEFT_OUT = new Set(["raw-html"]);

describe("HTML that nobody would write", () => {
  test.each([true, false])("becomes Markdown without HTML and with every word (lines that end: %s)", (hasLines) => {
    let all = 0;
    let missing = 0;
    fc.assert(
      fc.property(html, (text) => {
        const { blocks, notes, words: wanted } = convertHtml(text, { where: "a text", hasLines, dropped: [] });
        const { words: found, rules } = readBack(printBlocks([...blocks, ...notes.values()]), "en");
        expect(rules.filter((rule) => LEFT_OUT.has(rule))).toEqual([]);
        const lost = takeAway(wanted, found);
        all += wanted.length;
        missing += lost.length;
        // A text of a few words may lose one of them; a text of many may not lose one in a hundred.
        expect(lost.length, `${text}: ${lost.join(" ")}`).toBeLessThanOrEqual(Math.max(0, wanted.length / 100));
      }),
      // The same texts in each run of all tests, so that none fails by chance; others whenever they are looked for.
      LONG ? runs(700) : { ...runs(700), seed: 17 },
    );
    expect(missing / Math.max(1, all)).toBeLessThan(0.01);
  });
});
