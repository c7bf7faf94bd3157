import { describe, expect, test } from "vitest";
import { ANCHORS } from "../../src/content/links/anchor.ts";
import type { OwnMessages } from "../../src/locales/locale.ts";
import { type Body, renderBody } from "../../src/content/markdown/body.ts";

function render(text: string, language = "en", messages: OwnMessages = {}): Body {
  return renderBody(text, {
    language,
    messages,
    prefix: "p",
    line: 1,
    link: (href) =>
      href.startsWith("bad:")
        ? { rule: "bad-link", message: "bad" }
        : href.startsWith("wait:")
          ? { href, withheld: { severity: "warning", rule: "unpublished-target", message: "not yet" } }
          : { href, programme: href.startsWith("affiliate:") ? "books" : undefined },
    picture: (name) =>
      name === "a.png" ? { href: `/x/${name}`, width: 3, height: 2 } : { rule: "missing-picture", message: "none" },
  });
}

const html = (text: string, language?: string) =>
  render(text, language)
    .sections.map((section) => `${section.titleHtml === undefined ? "" : `## ${section.titleHtml}\n`}${section.html}`)
    .join("");
const told = (text: string) =>
  render(text).problems.map(({ rule, at: { line, column } }) => `${line}:${column} ${rule}`);

describe("Markdown becomes HTML", () => {
  test.each([
    ["template syntax is text", "{{ 7*7 }} {% x %} ${y} <%= z %\\>", "<p>{{ 7*7 }} {% x %} ${y} &lt;%= z %&gt;</p>\n"],
    ["English quotes", "\"He said 'no'\"", "<p>“He said ‘no’”</p>\n"],
    ["an apostrophe", "It's the 90's", "<p>It’s the 90’s</p>\n"],
    ["a decade", "The '90s and the '00s", "<p>The ’90s and the ’00s</p>\n"],
    ["a decade in quotes", '"The \'90s"', "<p>“The ’90s”</p>\n"],
    ["signs that are kept as typed", "(c) (tm) ... -- +-", "<p>(c) (tm) ... -- +-</p>\n"],
    ["no link where none is written", "See model.py and x.example", "<p>See model.py and x.example</p>\n"],
    ["strikethrough", "~~no~~", "<p><s>no</s></p>\n"],
    ["a code span", "`<b>`", "<p><code>&lt;b&gt;</code></p>\n"],
    [
      "a listing that the keyboard reaches",
      "```js\n<b>\n```",
      '<pre tabindex="0"><code class="language-js">&lt;b&gt;\n</code></pre>\n',
    ],
    ["an entity", "a &lt;b&gt; c", "<p>a &lt;b&gt; c</p>\n"],
    ["a link", "[a](https://x.example)", '<p><a href="https://x.example">a</a></p>\n'],
    [
      "an address in a link's title",
      '[a](https://x.example "<i>")',
      '<p><a href="https://x.example" title="&lt;i&gt;">a</a></p>\n',
    ],
    [
      "words of another language",
      'The [mot *juste*]{lang=fr}, [שלום]{ lang="he" }.',
      '<p>The <span lang="fr" dir="ltr">mot <em>juste</em></span>, <span lang="he" dir="rtl">שלום</span>.</p>\n',
    ],
    [
      "a link within words of another language",
      "[Die [Zeit](https://x.example)]{lang=de-AT}",
      '<p><span lang="de-AT" dir="ltr">Die <a href="https://x.example">Zeit</a></span></p>\n',
    ],
    ["braces behind brackets that say nothing of a language", "a[0]{x}", "<p>a[0]{x}</p>\n"],
    ["a link by reference", "[a][x]\n\n[x]: https://x.example", '<p><a href="https://x.example">a</a></p>\n'],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([]);
    expect(html(text)).toBe(expected);
  });

  test.each([
    ["de", "<p>„Nein“</p>\n"],
    ["de-AT", "<p>„Nein“</p>\n"],
    ["fr", "<p>«\u202FNein\u202F»</p>\n"],
    ["fr-CH", "<p>«Nein»</p>\n"],
    ["pt-BR", "<p>“Nein”</p>\n"],
    ["pt-PT", "<p>«Nein»</p>\n"],
    ["sk", "<p>„Nein“</p>\n"],
    ["zh-Hant", "<p>「Nein」</p>\n"],
    ["sv", "<p>”Nein”</p>\n"],
    ["xx", "<p>“Nein”</p>\n"],
  ])("quotation marks are those of %s", (language, expected) => {
    expect(html('"Nein"', language)).toBe(expected);
  });

  test.each([
    [
      "within code, addresses and escapes",
      "`'a'` <https://x.example/'a'> \\\"b\\\"",
      "<p><code>'a'</code> <a href=\"https://x.example/'a'\">https://x.example/'a'</a> &quot;b&quot;</p>\n",
    ],
    [
      "behind code, emphasis and notes",
      "`vec!`'s *C++*'s \"a *b*\" **'c'**",
      "<p><code>vec!</code>’s <em>C++</em>’s “a <em>b</em>” <strong>‘c’</strong></p>\n",
    ],
    ["beside Chinese in another language", '对"本地优先"的', "<p>对“本地优先”的</p>\n"],
  ])("quotation marks %s", (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test.each([
    ["**强调。**之后", "<strong>强调。</strong>之后"],
    ["前**「新模型」**发布", "前<strong>「新模型」</strong>发布"],
    ["**重要（beta）**版", "<strong>重要（beta）</strong>版"],
    ["*「斜」*的~~「删」~~的", "<em>「斜」</em>的<s>「删」</s>的"],
    ["**“引用”**的", "<strong>“引用”</strong>的"],
    ["**[链接](https://x.example)**。后", '<strong><a href="https://x.example">链接</a></strong>。后'],
    ["**`code`**的", "<strong><code>code</code></strong>的"],
    ['**"생성 AI"**는', "<strong>“생성 AI”</strong>는"],
    ["**プログラム（PG）**は", "<strong>プログラム（PG）</strong>は"],
  ])("emphasis beside signs of East Asia: %s", (text, expected) => {
    expect(html(text)).toBe(`<p>${expected}</p>\n`);
  });

  test.each([
    ["今日のAIは\n新しい", "今日のAIは新しい"],
    ["**强调**\n继续", "<strong>强调</strong>继续"],
    ["他说“中文”\n继续", "他说“中文”继续"],
    ["他说。\n“继续”", "他说。“继续”"],
    ["[中](https://x.example)\n文", '<a href="https://x.example">中</a>文'],
    ["> 中\n> 文", "中文"],
    ["中文&#x3002;\n继续", "中文。继续"],
    ["ភាសា\u200B\nខ្មែរ", "ភាសា\u200Bខ្មែរ"],
    ["今天发布。\nOpenAI 说", "今天发布。OpenAI 说"],
    ["见 OpenAI\n（模型）", "见 OpenAI（模型）"],
    // These keep it.
    ["中文\nwords", "中文\nwords"],
    ["said “yes”\n继续", "said “yes”\n继续"],
    ["한국어\n문장", "한국어\n문장"],
    ["words\nmore", "words\nmore"],
    ["中文\n`code`", "中文\n<code>code</code>"],
    ["🎉\n🎉", "🎉\n🎉"],
  ])("a line end is a space where the script has one: %j", (text, expected) => {
    expect(html(text)).toContain(`<p>${expected}</p>`);
    expect(render(text).sections[0].opening).toBe(expected.replace(/<[^>]*>/g, "").replace("\n", " "));
  });

  test.each([
    ["ja", "今日の\nAIニュースは\n2026年の", "今日のAIニュースは2026年の"],
    ["zh-Hant", "發布\nGPT-5\n模型", "發布GPT-5模型"],
    ["zh", "使用 OpenAI\n的模型", "使用 OpenAI\n的模型"],
    ["ja", "AI and\nmore", "AI and\nmore"],
    ["ko", "한국의\nAI 모델", "한국의\nAI 모델"],
    ["en", "released 通义千问\nand", "released 通义千问\nand"],
  ])(
    "a line end beside Latin letters in %s is a space where the text has spaces there: %j",
    (language, text, expected) => {
      expect(html(text, language)).toBe(`<p>${expected}</p>\n`);
    },
  );

  test("a table scrolls in a box that the keyboard reaches, and is aligned without styles", () => {
    expect(html("|a|b|\n|:-:|-:|\n|1|2|\n")).toBe(
      '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n<thead>\n<tr>\n<th class="align-center">a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-center">1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table></div>\n',
    );
  });

  test.each([
    ["run on by one", "2. a\n3. b\n", '<ol start="2">\n<li>a</li>\n<li>b</li>\n</ol>\n'],
    ["are all the same", "1. a\n1. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"],
    ["jump", "2. a\n5. b\n", '<ol start="2">\n<li value="2">a</li>\n<li value="5">b</li>\n</ol>\n'],
  ])("a list whose numbers %s keeps them", (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test("what the program adds is in the publication's own words, as text", () => {
    const own = {
      text: { paidLink: "[paid & <i>]" },
      prose: { linkToPart: 'To "this"', table: "A & B", backToMark: "Up to <{number}>", backToOneMark: "{use}/{uses}" },
    };
    const text = "[a](affiliate:books) b[^x]\n\n|a|\n|-|\n\n## C\n\n### D\n\ne[^y] f[^y]\n\n[^x]: Ex\n\n[^y]: Why\n";
    const printed = render(text, "en", own)
      .sections.map((section) => section.html)
      .join("");
    expect(printed).toContain('</a> <span class="paid">[paid &amp; &lt;i&gt;]</span>');
    expect(printed).toContain('aria-label="To &quot;this&quot;"></a></h3>');
    expect(printed).toContain('role="group" aria-label="A &amp; B"');
    expect(printed).toContain('aria-label="Up to &lt;1&gt;">↑</a>');
    expect(printed).toContain('aria-label="2/2">↑<sup>2</sup></a>');
  });

  test("a paid link is marked for people and machines", () => {
    expect(html("[a](affiliate:books)")).toBe(
      '<p><a href="affiliate:books" rel="sponsored nofollow">a</a> <span class="paid">(paid link)</span></p>\n',
    );
  });

  test("a link that is withheld, or bad, leaves its words", () => {
    expect(html("x [a *b*](wait:y) [c](bad:z) d")).toBe("<p>x a <em>b</em> c d</p>\n");
    expect(told("x [a](wait:y) [c](bad:z)")).toEqual(["1:7 unpublished-target", "1:19 bad-link"]);
  });

  test("a picture has its size and its text", () => {
    expect(html("![a < b](a.png)")).toBe(
      '<p><img src="/x/a.png" alt="a &lt; b" width="3" height="2" loading="lazy" decoding="async"></p>\n',
    );
    expect(render("![a](a.png)").pictures).toEqual(["a.png"]);
  });
});

describe("headings", () => {
  test("of the second level divide the body, with ids that are unique in it", () => {
    const { sections } = render("One\n\n## What’s *new*\n\nTwo\n\n## What’s new\n\nThree\n");
    expect(sections.map(({ title, id, at }) => [title, id, at.line])).toEqual([
      [undefined, "", 1],
      ["What’s new", "p_what-s-new", 3],
      ["What’s new", "p_what-s-new-2", 7],
    ]);
    expect(sections[1]?.titleHtml).toBe("What’s <em>new</em>");
  });

  test("leave no level out", () => {
    expect(html("a\n\n## b\n\n#### c\n\n###### d\n\n### e\n").replace(ANCHORS, "")).toBe(
      '<p>a</p>\n## b\n<h3 id="p_c">c</h3>\n<h4 id="p_d">d</h4>\n<h3 id="p_e">e</h3>\n',
    );
  });

  test("become a bold line where the page has no level for them", () => {
    expect(html("### a\n\nb\n")).toBe('<p class="subhead">a</p>\n<p>b</p>\n');
    expect(html("a\n\n## b\n\n> ## c\n")).toContain('<p class="subhead">c</p>');
  });

  test.each([
    ["Café Über naïve", "p_cafe-uber-naive"],
    ["Tiếng Việt, İstanbul", "p_tieng-viet-istanbul"],
    ["자주 묻는 질문", "p_자주-묻는-질문"],
    ["プログラム（ガイド）", "p_プログラム-ガイド"],
    ["हिन्दी की बात", "p_हिन्दी-की-बात"],
    ["การเรียนรู้ด้วยเครื่อง", "p_การเรียนรู้ด้วยเครื่อง"],
    ["ما الجديد؟ الذَّكاء", "p_ما-الجديد-الذَّكاء"],
    ["می\u200Cخواهم بدانم", "p_می\u200Cخواهم-بدانم"],
    ["Российский ёж", "p_российский-ёж"],
    ["Ελληνικά", "p_ελληνικά"],
    ["ខ្មែរ\u200Bនេះ", "p_ខ្មែរនេះ"],
    ["❤️ 1️⃣ soft\u00ADhyphen 👩\u200D💻", "p_1-softhyphen"],
    ["通义千问 3.5", "p_通义千问-3-5"],
  ])("have the letters that were typed as their id: %s", (words, id) => {
    for (const form of ["NFC", "NFD"] as const)
      expect(render(`a\n\n## ${words.normalize(form)}\n\nb\n`).sections[1]?.id).toBe(id.normalize("NFC"));
  });

  test("have an id in any script, and one when nothing is left", () => {
    expect(render("a\n\n## 通义千问\n\n## Überblick\n\n## !\n").sections.map(({ id }) => id)).toEqual([
      "",
      "p_通义千问",
      "p_uberblick",
      "p_section",
    ]);
  });
});

describe("the opening is the first words of prose", () => {
  test.each([
    ["a picture", "![A chart](a.png)\n\n"],
    ["a picture in a link", "[![A chart](a.png)](https://x.example)\n\n"],
    ["a table", "|a|b|\n|-|-|\n|c|d|\n\n"],
    ["a heading", "### Head\n\n"],
    ["a list", "- one\n- two\n\n"],
    ["a list with paragraphs", "1. one\n\n   more\n\n2. two\n\n"],
    ["a quotation", "> Quoted words.\n\n"],
    ["code", "```\ncode\n```\n\n"],
    ["indented code", "    code\n\n"],
    ["code alone", "`npm test`\n\n"],
    ["a line", "---\n\n"],
    ["a footnote", "[^x]: A note.\n\n"],
    ["a heading of the second level", "## Head\n\n"],
    ["all of them", "![A](a.png)\n\n### B\n\n- c\n\n> d\n\n## E\n\n```\nf\n```\n\n"],
  ])("behind %s", (_, before) => {
    expect(render(`${before}Prices *fell*\nby half[^x].\n\nMore.\n`).opening).toMatch(/^Prices fell by half/);
  });

  test.each([
    ["- one\n- two\n", "one"],
    ["> Quoted words.\n", "Quoted words."],
    ["![A chart](a.png)\nA caption.\n", "A caption."],
    ["![A chart](a.png)\n", ""],
    ["", ""],
  ])("or what there is: %j", (text, opening) => {
    expect(render(text).opening).toBe(opening);
  });
});

describe("footnotes", () => {
  const TEXT = "A[^x].\n\n## B\n\nC[^y] D[^x].\n\n[^y]: Why[^z].\n\n[^x]: Ex.\n\n[^z]: Zed.\n";

  test("stand in the section that first refers to them, and are numbered on", () => {
    const [first, second] = render(TEXT).sections;
    expect(told(TEXT)).toEqual([]);
    expect(first.html).toContain('<li id="p__note-1" value="1"><p>Ex.');
    expect(second?.html).not.toContain("Ex.");
    expect(second?.html.match(/<li id="[^"]*" value="\d"><p>\w+/g)).toEqual([
      '<li id="p__note-2" value="2"><p>Why',
      '<li id="p__note-3" value="3"><p>Zed',
    ]);
  });

  test("are claimed once: every note and every mark has an id of its own, and every way leads somewhere", () => {
    const all = html(TEXT);
    const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of all.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test("lead back from each of their uses, wherever those stand", () => {
    const text = "A[^x] B[^x].\n\n## C[^x]\n\nD[^y] [^x].\n\n[^x]: Ex.\n\n[^y]: Why[^x].\n";
    expect(told(text)).toEqual([]);
    const [summary, analysis] = render(text).sections;
    const ways = [...summary.html.matchAll(/href="#(p__mark[^"]*)" aria-label="([^"]*)">([^\n]*?)<\/a>/g)].map((way) =>
      way.slice(1),
    );
    expect(ways).toEqual([
      ["p__mark-1", "Back to mark 1 in the text, use 1 of 5", "↑<sup>1</sup>"],
      ["p__mark-1-2", "Back to mark 1 in the text, use 2 of 5", "↑<sup>2</sup>"],
      ["p__mark-1-3", "Back to mark 1 in the text, use 3 of 5", "↑<sup>3</sup>"],
      ["p__mark-1-4", "Back to mark 1 in the text, use 4 of 5", "↑<sup>4</sup>"],
      ["p__mark-1-5", "Back to mark 1 in the text, use 5 of 5", "↑<sup>5</sup>"],
    ]);
    const all = summary.html + (analysis?.titleHtml ?? "") + (analysis?.html ?? "");
    for (const [id = ""] of ways) expect(all.split(` id="${id}"`)).toHaveLength(2);
    expect(analysis?.html).toContain('href="#p__mark-2" aria-label="Back to mark 2 in the text">↑</a>');
  });

  test("may stand within one another, in quotations and in lists, and be long chains", () => {
    const nested = "A[^x] B[^y]\n\n> [^x]: Ex\n>\n>     [^y]: Why\n>\n>     Ex again\n";
    expect(told(nested)).toEqual([]);
    expect(html(nested)).toContain("<p>Ex</p>\n<p>Ex again");
    expect(html("A[^x]\n\n- a\n\n  [^x]: Ex\n")).toContain("<p>Ex");
    const chain = Array.from({ length: 9000 }, (_, index) => `[^${index}]: B[^${index + 1}]\n\n`).join("");
    expect(render(`A[^0]\n\n${chain}[^9000]: C\n`).problems).toEqual([]);
  });

  test("hold no headings of their own", () => {
    expect(html("A[^x]\n\n## B\n\nC\n\n[^x]: ## D\n")).toContain('<p class="subhead">D');
  });

  test("hold links and pictures like any text", () => {
    const { sections } = render("A[^x].\n\n[^x]: See [b](affiliate:books).\n");
    expect(sections[0].links).toEqual([{ href: "affiliate:books", programme: "books" }]);
    expect(sections[0].html).toContain("(paid link)");
  });
});

describe("what would vanish or is not allowed is told at its place", () => {
  test.each([
    ["an unused definition", "A\n\n[x]: https://x.example\n", ["3:1 unused-definition"]],
    ["a repeated definition", "[x]\n\n[x]: https://x.example\n[X]: https://y.example\n", ["4:1 unused-definition"]],
    ["a definition in a quotation", "A\n\n> [x]: https://x.example\n", ["3:1 unused-definition"]],
    ["an unused footnote", "A\n\n[^x]: B\n", ["3:1 footnote"]],
    ["a footnote defined twice", "A[^x]\n\n[^x]: B\n\n[^x]: C\n", ["5:1 footnote"]],
    ["a footnote that is not defined", "A\nb[^x]\n", ["2:2 footnote"]],
    ["a footnote that is not defined, in a footnote", "A[^x]\n\n[^x]: B[^y]\n", ["3:8 footnote"]],
    ["a footnote that only refers to itself", "A\n\n[^x]: B[^x]\n", ["3:1 footnote"]],
    ["a comment", "A\n\n<!-- b -->\n", ["3:1 raw-html"]],
    ["a comment in a line", "A <!-- b --> c\n", ["1:3 raw-html"]],
    ["a script", "A\n\n<script>\nalert(1)\n</script>\n", ["3:1 raw-html"]],
    ["an element", 'A <b onclick="x">b</b>\n', ["1:3 raw-html"]],
    ["an element in a list and a quotation", "- > a\n  > b <br>\n", ["2:7 raw-html"]],
    ["an element in a later cell", "| a | b |\n|---|---|\n| c | d <br> |\n", ["3:9 raw-html"]],
    ["an element behind a divider that is text", "| a |\n|---|\n| c \\| d <br> |\n", ["3:10 raw-html"]],
    ["an element in a link's words", "A [b <br>](https://a.example/)\n", ["1:6 raw-html"]],
    ["a declaration", "<!DOCTYPE html>\n", ["1:1 raw-html"]],
    ["a heading of level one", "A\n\n# B\n", ["3:1 heading-level"]],
    ["a heading of level one by underlining", "A\n\nB\n===\n", ["3:1 heading-level"]],
    ["a picture without words", "A ![](a.png)\n", ["1:7 missing-alt"]],
    ["a picture that is missing", "A ![b](c.png)\n", ["1:8 missing-picture"]],
    ["a bad link, each", "[a](bad:x)\n[b](bad:x) [c](bad:x)\n", ["1:5 bad-link", "2:5 bad-link", "2:16 bad-link"]],
    ["a bad link below a lone carriage return", "a\rb\n[c](bad:x)\n", ["2:5 bad-link"]],
    ["a bad address in brackets", "<bad:x>\n", ["1:2 bad-link"]],
    ["a hidden direction character", "A &#x202E;b\n", ["1:3 forbidden-character"]],
    ["a bad link in a table's last cell", "|a|b|\n|-|-|\n|c|[d](bad:x)|\n", ["3:8 bad-link"]],
    ["a cell too many", "> |a|\n> |-|\n> |b|  c|\n", ["3:8 lost-text"]],
    ["words behind a code's language", "```js x\n```\n", ["1:4 lost-text"]],
    ["a sign at a heading's end", "### A #\n", ["1:7 lost-text"]],
    ["a heading without words", "a\n\n###\n", ["3:1 missing-value"]],
    ["a link in a description", "![a [b](https://x.example)](a.png)\n", ["1:29 lost-text"]],
    ["a picture in a description", "![a ![b](a.png)](a.png)\n", ["1:18 lost-text"]],
    ["HTML in a description", "![a <b>](a.png)\n", ["1:5 raw-html"]],
    ["a description of markup alone", "![**](a.png)\n", []],
    ["a description that nobody sees", "![&nbsp;](a.png)\n", ["1:11 missing-alt"]],
    ["a hidden character in a description", "a ![b &#x202E;](a.png)\n", ["1:3 forbidden-character"]],
    ["a hidden character in a title", '[a](/b "&#x202E;")\n', ["1:5 forbidden-character"]],
    ["a reference to no character", "a\n*b* &#0;\n", ["2:5 forbidden-character"]],
    ["a bad definition, once", "[x] [x]\n\n[x]: bad:x\n", ["3:6 bad-link"]],
    ["a link in a link", "[a <https://x.example>](https://y.example)\n", ["1:5 bad-link"]],
    ["a link without words", "[](https://x.example)\n", ["1:4 bad-link"]],
    ["a footnote without words", "A[^x]\n\n[^x]:\n", ["3:1 footnote"]],
    ["a hidden look-alike", "&#x41E;penAI\n", ["1:1 mixed-script"]],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("an escaped mark is no footnote", () => {
    expect(told("A\\[^x]")).toEqual([]);
  });

  test("an undefined footnote is a warning, and stays in the text", () => {
    expect(render("A[^x]").problems[0]).toMatchObject({ severity: "warning", rule: "footnote" });
    expect(html("A[^x]")).toBe("<p>A[^x]</p>\n");
  });

  test.each([
    "<script>alert(1)</script>",
    'A <img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    "<!--><img src=x>-->",
  ])("HTML that slips through all the same is text: %s", (text) => {
    expect(html(text)).not.toMatch(/<(?!\/?p>)/);
  });

  test.each([
    ["> ", 400],
    ["- ", 400],
    ["[", 20_000],
    ["*", 20_000],
    ["![", 20_000],
    ["`", 20_000],
    ["<", 20_000],
  ])("“%s” %i times is read in less than two seconds, and never throws", (sign, count) => {
    const start = performance.now();
    render(`${sign.repeat(count)}a`);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each(["> ".repeat(70), "- ".repeat(70)])("nesting too deep is told (%#)", (nesting) => {
    expect(told(`${nesting}a`)).toEqual(["1:1 too-deep"]);
  });
});

test("40,000 blank lines are read in less than two seconds", () => {
  const start = performance.now();
  expect(html(`a${"\n".repeat(40_000)}b`)).toBe("<p>a</p>\n<p>b</p>\n");
  expect(performance.now() - start).toBeLessThan(2000);
});
