import { describe, expect, test } from "vitest";
import { formatReport, summarise } from "../../src/commands/report.ts";
import { quoteLine } from "../../src/commands/quote-line.ts";
import { diagnose, isFailure } from "../../src/content/problems/diagnostic.ts";

const AT = { line: 1, column: 1 };
const hostile = [
  diagnose("content/a\n::error file=b::\u001B[2J.md", AT, {
    rule: "file-name",
    message: "“a\r\nb\u202Ec\u200B\uD800\uFFFE” is wrong",
    hint: "type \u2066a\t\u0085",
  }),
];

describe("a problem that quotes what a terminal obeys or nobody sees", () => {
  test("is spelt out in text", () => {
    expect(formatReport(hostile, "text")).toBe(
      "content/a<U+000A>::error file=b::<U+001B>[2J.md:1:1 error file-name  " +
        "“a<U+000D><U+000A>b<U+202E>c<U+200B><U+D800><U+FFFE>” is wrong\n" +
        "    hint: type <U+2066>a<U+0009><U+0085>\n",
    );
  });

  test("is one workflow command on GitHub", () => {
    const report = formatReport(hostile, "github");
    expect(report.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(report).toMatch(/^::error file=content\/a<U\+000A>%3A%3Aerror file=b%3A%3A<U\+001B>/);
  });

  test("is whole in JSON", () => {
    expect(JSON.parse(formatReport(hostile, "json"))).toEqual(hostile);
  });
});

test("regular words in any script are printed as they are", () => {
  const message = "“Яндекс”, “通义千问”, “می\u200Cخواهم”, “שלום”, “क्\u200Dष”, “👩\u200D👧”, “🏴\u{E0067}” ";
  const report = formatReport([diagnose("content/a.md", AT, { rule: "x", message })], "text");
  expect(report).toContain("“Яндекс”, “通义千问”, “می\u200Cخواهم”, “שלום”, “क्\u200Dष”, “👩\u200D👧”");
});

describe("the line that is quoted", () => {
  test.each([
    ["has its caret below the place", "title: A: b", 8, "    title: A: b\n           ^"],
    ["counts wide characters as two columns", "通义: x", 5, "    通义: x\n          ^"],
    ["counts no column for what stands on a letter", "e\u0301: x", 5, "    e\u0301: x\n       ^"],
    ["counts a sign of several characters as one", "👩\u200D🚀: x", 6, "    👩\u200D🚀: x\n      ^"],
    ["counts the two letters of a flag", "🇩🇪: x", 5, "    🇩🇪: x\n      ^"],
    ["shows a tab as blanks", "\turl: x", 2, "        url: x\n        ^"],
    ["spells out what a terminal would obey", "a\u001B[2Jb", 6, "    a<U+001B>[2Jb\n                ^"],
    ["takes a place behind its end", "ab", 9, "    ab\n      ^"],
    ["is cut behind", "x".repeat(200), 1, `    ${"x".repeat(76)}…\n    ^`],
    ["is cut on both sides", "x".repeat(200), 101, `    …${"x".repeat(75)}…\n    ${" ".repeat(39)}^`],
  ])("%s", (_, line, column, expected) => {
    expect(quoteLine(line, column)).toBe(expected);
  });

  test("stands between message and hint, in text alone", () => {
    const problem = [diagnose("a.md", { line: 1, column: 3 }, { rule: "x", message: "m", hint: "h" })];
    expect(formatReport(problem, "text", () => quoteLine("abc", 3))).toBe(
      "a.md:1:3 error x  m\n    abc\n      ^\n    hint: h\n",
    );
    expect(formatReport(problem, "github", () => quoteLine("abc", 3))).toBe(formatReport(problem, "github"));
    expect(formatReport(problem, "json", () => quoteLine("abc", 3))).toBe(formatReport(problem, "json"));
  });
});

describe("advice", () => {
  const warning = diagnose("a.md", AT, { rule: "x", severity: "warning", message: "m" });
  const advice = diagnose("a.md", AT, { rule: "y", severity: "advice", message: "m", hint: "h" });

  test("is a notice on GitHub", () => {
    expect(formatReport([advice], "github")).toBe("::notice file=a.md,line=1,col=1,title=y::m. Hint: h\n");
  });

  test("is counted where it was asked for", () => {
    expect(summarise([warning, advice], true)).toBe("0 errors, 1 warning, 1 piece of advice in 1 file");
    expect(summarise([warning], true)).toBe("0 errors, 1 warning, 0 pieces of advice in 1 file");
    expect(summarise([warning])).toBe("0 errors, 1 warning in 1 file");
  });

  test("never fails, unlike a warning that is strict", () => {
    expect(isFailure(advice, true)).toBe(false);
    expect([isFailure(warning, false), isFailure(warning, true)]).toEqual([false, true]);
  });
});
