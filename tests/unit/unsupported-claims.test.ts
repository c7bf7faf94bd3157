import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/markdown/body.ts";
import { figuresIn } from "../../src/rules/figures.ts";
import { quotationsIn } from "../../src/rules/quotations.ts";
import { findUnsupported, type Support } from "../../src/rules/unsupported-claims.ts";

describe("a figure is", () => {
  test.each([
    ["It has 12 parts.", ["12"]],
    ["About 40 people came, some 35 of them early.", ["40", "35"]],
    ["Over 1,200 files and 46.7 more", ["1,200", "46.7"]],
    ["It grew 5%, then 6 per cent, then 7 percentage points.", ["5%", "6 per cent", "7 percentage"]],
    ["It costs $5, €5, £6 or 7 dollars.", ["$5", "€5", "£6", "7 dollars"]],
    ["It is 3 times as fast and 4x as dear.", ["3 times", "4x"]],
    ["Meta spent 4 billion.", ["4 billion"]],
    ["It has 70B parameters in 35 MB and 12GB.", ["70B", "35", "12GB"]],
    ["Between 30–40 people", ["30", "40"]],
    ["On 3 March 2026 it had 12.", ["12"]],
  ])("found in %j", (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });

  test.each([
    "In 2026, as in 1998 and 2023–24, it was new.",
    "On 12 March, March 12, 2026, 17 June 2021, 10–12 May and 2026-03-04.",
    "At 18:30, at 11 pm and 10.30 a.m.",
    "Gemini 3.1, GPT-3.5, Llama 2 70B, Mixtral 8×7B, T5-XXL and R1.",
    "RFC 9116, Article 50, NIST AI 600-1, Regulation (EU) 2024/1689.",
    "Apache 2.0, version 2.6, page 12 and 4.1.1 Parsing.",
    "The 21st of its kind, on 3D, 5G and issue #42.",
    "It has 5 parts and works 24/7.",
    "Nine of ten.",
  ])("not found in %j", (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
});

test.each([
  ["He said “we did not know”.", ["we did not know"]],
  ['He said "we did not know," twice.', ["we did not know"]],
  ["“Open weights” and „ein Wort“ are terms.", []],
  ["„Das ist ein Satz“ et « une phrase entière »", ["Das ist ein Satz", "une phrase entière"]],
  ["It’s the ’90s’ “first real\nthing” again", ["first real thing"]],
])("the quotations of %j are %j", (text, quotations) => {
  expect(quotationsIn(text)).toEqual(quotations);
});

const analysis: Support = {
  kind: "analysis",
  title: "Why 40% of labs say “never again, we hope”",
  url: "https://blog.wick.example/why",
  publisher: "wick-review",
  name: "The Wick Review",
};
const report: Support = {
  kind: "reporting",
  title: "Qwen’s lead leaves Alibaba",
  url: "https://techcrunch.com/qwen",
  publisher: "wire",
  name: "Example Wire",
};
const osi: Support = {
  kind: "primary",
  title: "OSAID",
  url: "https://x.example",
  publisher: "body",
  name: "Open Source Body",
};

describe("a claim without a link", () => {
  test.each<[string, readonly Support[]]>([
    ["It has 12 parts, “and no more than that”.", [report]],
    ["It has 12 parts, “and no more than that”.", [analysis, report]],
    ["It has 12 parts.", [{ ...report, kind: "vendor" }]],
    ["It was 40%, “never again, we hope”.", [analysis]],
    ["It has five parts since 2024.", [analysis]],
    ["So it is, according to press reports.", [report]],
    ["According to TechCrunch, so it is.", [report]],
    ["According to Example, so it is.", [report]],
    ["According to Alibaba’s chief, so it is.", [report]],
    ["According to a blog of The Wick, so it is.", [analysis]],
    ["According to the OSB, so it is.", [osi]],
    ["According to Wick, so it is.", [{ ...analysis, name: "" }]],
  ])("is supported: %s", (text, sources) => {
    expect(findUnsupported(text, sources)).toEqual([]);
  });

  test.each<[string, readonly Support[], string]>([
    ["It has 12 parts.", [analysis], "“12” has no link, and every source of this story is an analysis"],
    [
      "It has 12 parts, 12 screws and “no end of it”.",
      [analysis, analysis],
      "“12” and “no end of it” have no link, and every source of this story is an analysis",
    ],
    [
      "So it is, according to press reports.",
      [analysis],
      "“according to press reports” has no link, and every source of this story is an analysis",
    ],
    [
      "According to Reuters, so it is.",
      [report],
      "“according to Reuters” has no link, and no source of this story is theirs",
    ],
    [
      "According to the New York Times on Tuesday.",
      [{ ...report, title: "A new lead on AI" }],
      "“according to New York Times” has no link, and no source of this story is theirs",
    ],
  ])("is not: %s", (text, sources, message) => {
    expect(findUnsupported(text, sources)).toMatchObject([{ severity: "warning", rule: "unsupported-claim", message }]);
  });

  test("is looked for in paragraphs of the summary that hold no link and no footnote", () => {
    const { sections } = renderBody(
      "One `12`\ntwo *three*.\n\n[Four](https://x.example) 44.\n\n- five 55\n\nSix 66[^a].\n\n## Seven\n\nEight 88.\n\n[^a]: Nine.\n",
      {
        language: "en",
        messages: {},
        prefix: "p",
        line: 11,
        link: () => ({ href: "", withheld: { rule: "unpublished-target", message: "later" } }),
        picture: () => ({ rule: "missing-picture", message: "none" }),
      },
    );
    expect(sections.map(({ unlinked }) => unlinked)).toEqual([
      [
        { text: "One   two three.", line: 11 },
        { text: "five 55", line: 16 },
      ],
      [],
    ]);
  });
});
