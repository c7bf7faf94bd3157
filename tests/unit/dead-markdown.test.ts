import { describe, expect, test } from "vitest";
import { type Body, renderBody } from "../../src/content/markdown/body.ts";

function render(text: string): Body {
  return renderBody(text, {
    language: "en",
    messages: {},
    prefix: "p",
    line: 1,
    link: (href) => ({ href }),
    picture: (href) => ({ href, width: 1, height: 1 }),
  });
}

const told = (text: string) =>
  render(text).problems.map(({ severity, rule, at, hint = "" }) => {
    expect([severity, rule]).toEqual(["warning", "dead-markdown"]);
    return `${at.line}:${at.column} ${hint}`;
  });
const html = (text: string) => render(text).sections[0].html.trim();

describe("a link that is none", () => {
  test.each([
    ["a [the report] (https://x.example/a) b", "[the report](https://x.example/a)", 3],
    ["a [the\nreport]  (https://x.example/a) b", "[the report](https://x.example/a)", 3],
    ["[**the** report] (story:2026-03-04-evening/a)", "[the report](story:2026-03-04-evening/a)", 1],
    ["(words)[https://x.example/a]", "[words](https://x.example/a)", 1],
    ["[words][https://x.example/a]", "[words](https://x.example/a)", 1],
    ["[the report(https://x.example)", "[the report](https://x.example)", 1],
    ["見る［文字］（https://x.example/a）", "[文字](https://x.example/a)", 3],
    ["[文字]（https://x.example/a）", "[文字](https://x.example/a)", 1],
    ["[my file](https://x.example/My Report.pdf)", "[my file](https://x.example/My%20Report.pdf)", 1],
    ["[file](<https://x.example/a b)", "[file](https://x.example/a%20b)", 1],
    ["![a chart](https://x.example/my chart.png)", "![a chart](https://x.example/my%20chart.png)", 1],
    ["[a](https://x.example/b(c), d", "[a](https://x.example/b(c))", 1],
    ["[a](https://x.example/b((c, d", "[a](https://x.example/b%28%28c)", 1],
    ["[brackets](https://x.example/x.", "[brackets](https://x.example/x)", 1],
    ['[a](https://x.example/ "title)', '[a](https://x.example/ "title")', 1],
    ["[a] (www.x.example/b)", "[a](https://www.x.example/b)", 1],
  ])("is told, and is one for readers: %s", (text, hint, column) => {
    const body = render(text);
    expect(body.problems.map(({ at, hint }) => [at.column, hint])).toEqual([[column, `type ${hint}`]]);
    expect(html(text)).toMatch(/<a href=|<img src=/);
    expect(html(text)).not.toMatch(/\]\s?[([（]/);
    expect(body.sections[0].links).toHaveLength(text.startsWith("!") ? 0 : 1);
  });

  test.each([
    ["[words][nowhere] b", "<p>words b</p>"],
    ["a [OpenAI][] b", "<p>a OpenAI b</p>"],
    ["a [**Open**AI][labs]'s b", "<p>a <strong>Open</strong>AI’s b</p>"],
    ["![a chart][chart]", "<p>a chart</p>"],
    ["see [[Some Page]].", "<p>see Some Page.</p>"],
  ])("for want of an address leaves its words: %s", (text, expected) => {
    expect(told(text)).toHaveLength(1);
    expect(html(text)).toBe(expected);
  });

  test.each(
    [
      ["[words][1]", "1:1 type [words](https://…), or add a line “[1]: https://…”"],
      ["**[a page] (/about/#us)**", "1:3 type [a page](/about/#us)"],
      ["[a page](/about/ us)", "1:1 type [a page](/about/%20us)"],
      ["![a chart](my chart.png)", "1:1 type ![a chart](my%20chart.png)"],
      ["a\n[labs]: https://x.example", "2:1 leave an empty line above “[labs]:”"],
      ["[labs]: https://x.example b", "1:1 let nothing stand behind its address"],
      ["words](https://x.example)", "1:6 type [words](https://x.example)"],
      ["so^[a note].", "1:3 type [^1], and on a line of its own [^1]: a note"],
      [
        "a https://x.example/b_c.",
        "1:3 type <https://x.example/b_c> or [words](https://x.example/b_c); in `code` it may stay",
      ],
      [
        "|a|\n|-|\n|http://x.example|",
        "3:2 type <https://x.example> or [words](https://x.example); in `code` it may stay",
      ],
      ["a [never closed", "1:3 type “]” where it ends, or “\\[” for the sign itself"],
    ].slice(0, 8),
  )("is told: %s", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test("is asked for its address as every link is", () => {
    const { problems } = renderBody("a [b] (https://bad.example)", {
      language: "en",
      messages: {},
      prefix: "p",
      line: 1,
      link: () => ({ rule: "bad-link", message: "bad" }),
      picture: (href) => ({ href, width: 1, height: 1 }),
    });
    expect(problems.map(({ rule, at }) => [rule, at.column])).toEqual([
      ["dead-markdown", 3],
      ["bad-link", 8],
    ]);
  });
});

describe("emphasis, headings, lists and blocks that are none", () => {
  test.each([
    ["a **never closed", ["1:3"]],
    ["a **bold **text", ["1:3"]],
    ["a ** bold words ** text", ["1:3"]],
    ["never begun** text", ["1:12"]],
    ["__never closed", ["1:1"]],
    ["__强调。__之后", ["1:1"]],
    ["~~never closed", ["1:1"]],
    ["a *never closed", ["1:3"]],
    ["**uneven*", ["1:1"]],
    ["*uneven**", ["1:8"]],
    ["a `never closed", ["1:3"]],
    ["==marked==", ["1:1"]],
    ["前＊＊强调＊＊后", ["1:2"]],
    ["##What\nis it", ["1:1"]],
    ["a\n###What", ["2:1"]],
    ["＃＃ 見出し", ["1:1"]],
    ["• one\n• two", ["1:1", "2:1"]],
    ["> ‣ one", ["1:3"]],
    ["✅ one\n✅ two", ["2:1"]],
    ["-one\n-two", ["2:1"]],
    ["The steps:\n2. one\n3. two", ["3:1"]],
    ["・一\n・二", ["2:1"]],
    ["- [ ] one\n- [x] two", ["1:3", "2:3"]],
    ["|a|b|\n|c|d|", ["1:1"]],
    ["|a|b|\n|-|\n|c|d|", ["1:1"]],
    ["> [!NOTE]\n> a", ["1:3"]],
    ["::: note\na\n:::", ["1:1"]],
    ["a\n\n## What {#what}", ["3:9"]],
    ["A sentence that ends.\n---\n\nb", ["2:1"]],
    ["a\n\nTwo lines\nof words\n---", ["5:1"]],
    ["Words without a full stop\n---\n\nb", ["2:1"]],
    ["```js\na\n\n## B", ["1:1"]],
    ["a\n\n~~~\nb\n```", ["3:1"]],
    ["> ```\n> a\n\nb", ["1:3"]],
  ])("are told: %j", (text, expected) => {
    expect(told(text).map((line) => line.split(" ")[0])).toEqual(expected);
  });

  test("say which heading a block of code takes in", () => {
    const [problem] = render("a\n\n```\nb\n\n## The analysis\n\nc\n").problems;
    expect(problem?.message).toBe("this block of code never ends, and takes in “## The analysis” and all that follows");
  });
});

test("attributes behind words are told, and only a language is read", () => {
  expect(told("a [mot]{lang=French} b [big]{.red} c")).toEqual([
    "1:3 type [mot]{lang=de} with the tag of their language",
    "1:24 type [big]{lang=de} with the tag of their language",
  ]);
  expect(told("a [mot]{lang=fr} b")).toEqual([]);
});

describe("regular prose is told nothing of", () => {
  test.each([
    "he said “the [sic] model” and [its] weights, [T]he [...] and […]",
    "C# and F#, #12, #hashtag and issue #3",
    "2**3, x ** y, a ** b ** c, x**2 + y**2, `**kwargs`, **kwargs and *args",
    "5 * 3 * 2, *.py, $20* a month, the *nix world",
    "*Prices exclude tax.",
    "|Model|\n|-|\n|A**|",
    "* * *",
    "a\n\n---\n\nb",
    "a\n\nA title of some words\n---\n\nb",
    "a\n\nIs it a question?\n---\n\nb",
    "a\n\nA title of many words\n---------------------\n\nb",
    "example.org, www.x.example and foo.py; desk@x.example; localhost:3000",
    "an address begins with https:// or http://…",
    "as in [1], [2][3] and [4, 5][6]",
    "a[i][j], M[0][1], f(x)[y], shape [B][T]",
    "[0, 1), [a, b) and ]0, 1]",
    "(see below) [see above] (in French)",
    "[Git] (/ɡɪt/), [Photo: A. B.] (archive)",
    "snake_case, __init__, foo__bar, ~50%, a==b, a == b",
    "— Да, сказал он.",
    "-5 degrees\nand more",
    "in\n2025. It was",
    "1. one\n2. two\n\n- one\n  - two",
    "\\[a] (b), \\*\\*a, \\`b, \\## c",
    "`[a] (https://x.example)` and `https://x.example` and ``a`b``",
    "<https://x.example> and [https://x.example](https://x.example) and <desk@x.example>",
    '[a](https://x.example/b_(c) "d") and [e](<https://x.example/f%20g>)',
    "Sport • Business",
    "10^[n] and {{ 7*7 }} {% x %}",
    "|x| is a value, a | b",
    "```\n[a] (https://x.example) **b\n```",
    "    ##What\n    • one",
    "````\n```\n````",
    "- ```\n  a\n  ```",
    "[ ] box",
    "[a][b] [c]\n\n[b]: https://x.example",
    "***a** b* and **a *b***",
    "[^1]\n\n[^1]: A note.",
  ])("%j", (text) => {
    expect(told(text)).toEqual([]);
  });
});

test.each([
  "[",
  "[a] (https://x.example ",
  "](https://x.example",
  "**a ",
  "[a][b",
  "`a ",
  "(a)[/b",
  "• a\n",
  "![[a",
  "[aa][bb] ",
])("no more is told of a block than somebody reads: “%s” 20,000 times", (sign) => {
  expect(render(sign.repeat(Math.min(20_000, 250_000 / sign.length))).problems.length).toBeLessThanOrEqual(300);
});
