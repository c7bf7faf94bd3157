import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/content/parse/yaml-source.ts";

const problemsOf = (text: string) =>
  parseYaml(text).problems.map(({ rule, at: { line, column } }) => `${line}:${column} ${rule}`);

describe("YAML 1.2", () => {
  test.each<[string, string, unknown]>([
    ["yes and no are words", "a: yes\nb: no\n", { a: "yes", b: "no" }],
    ["18:00 is text", "a: 18:00\n", { a: "18:00" }],
    ["a date is text", "a: 2026-03-04\n", { a: "2026-03-04" }],
    ["0o17 is a number and 017 is ten and seven", "a: 0o17\nb: 017\n", { a: 15, b: 17 }],
    ["an empty text is an empty mapping", "", {}],
    ["comments alone are an empty mapping", "# nothing\n\n", {}],
    ["CRLF leaves no carriage return", "a: b\r\nc: d\r\n", { a: "b", c: "d" }],
    ["quotes, lists and mappings", 'a: "x: y"\nb: [1, 2]\nc: { d: e }\n', { a: "x: y", b: [1, 2], c: { d: "e" } }],
    ["a key is text, whatever it looks like", "1.0: a\nnull: b\n", { "1.0": "a", null: "b" }],
    ["an explicit key is a key", "? a\n: b\n", { a: "b" }],
    ["escaped halves of a pair are one character", 'a: "\\uD83D\\uDE00"\n', { a: "😀" }],
    ["a document may be ended", "a: 1\n...\n", { a: 1 }],
    ["a number with underscores is text", "a: 1_000\nb: 12:30:45\n", { a: "1_000", b: "12:30:45" }],
    ["a merge key is a key like any other", 'a: { "<<": x }\n', { a: { "<<": "x" } }],
  ])("says that %s", (_, text, data) => {
    const source = parseYaml(text);
    expect(source.problems).toEqual([]);
    expect(source.data).toEqual(data);
  });
});

test.each([
  ["a duplicate key", "a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]],
  ["a duplicate key in a mapping", "m:\n  a: 1\n  a: 2\n", ["3:3 duplicate-key"]],
  ["an anchor", "a: &x 1\n", ["1:4 yaml-feature"]],
  ["an anchor of a mapping", "a: &x\n  b: 1\n", ["1:4 yaml-feature"]],
  ["an anchor of nothing", "a: &x\nb: 1\n", ["1:4 yaml-feature"]],
  ["an anchor of a key", "a: 1\n&x b: 1\n", ["2:1 yaml-feature"]],
  ["an anchor and a tag", "a: [1, &x !t  2]\n", ["1:8 yaml-feature", "1:11 yaml-feature"]],
  ["an alias", "a: *x\n", ["1:4 yaml-feature"]],
  ["a tag", "a: !!str 1\n", ["1:4 yaml-feature"]],
  ["an unknown tag", "a: !run rm\n", ["1:4 yaml-feature"]],
  ["a tab that indents", "a:\n\t- b\n", ["2:1 yaml-syntax"]],
  ["a second document", "a: 1\n---\nb: 2\n", ["2:1 yaml-syntax"]],
  ["each of three documents but the first, once", "a: 1\n---\nb: 2\n---\nc: 3\n", ["2:1 yaml-syntax"]],
  ["a version above a second document", "a: 1\n...\n%YAML 1.1\n---\nb: 2\n", ["3:1 yaml-feature"]],
  ["a second colon", "a: b: c: d\n", ["1:4 yaml-syntax"]],
  ["an open quote, where it opens", 'a: 1\nb: "x\nc: 2\n', ["2:4 yaml-syntax"]],
  ["an open bracket, where it opens", "a: 1\nb: [x,\nc: 2\n", ["2:4 yaml-syntax"]],
  ["an at sign", "a: @b\n", ["1:4 yaml-syntax"]],
  ["an escaped direction character", 'a: "x\\u202Ey"\n', ["1:4 forbidden-character"]],
  ["a version", "%YAML 1.1\n---\na: yes\n", ["1:1 yaml-feature"]],
  ["a handle for tags", "%TAG ! tag:example.org,2000:\n---\na: b\n", ["1:1 yaml-feature"]],
  ["a directive that nobody knows", "%FOO\n---\na: b\n", ["1:1 yaml-feature"]],
  ["a list as key", "? [a, b]\n: c\n", ["1:3 yaml-syntax"]],
  ["a mapping as key", "{ a: b }: c\n", ["1:1 yaml-syntax"]],
  ["the same key as a number and as text", '1: a\n"1": b\n', ["2:1 duplicate-key"]],
  ["the same key in brackets", "a: { b: 1, b: 2 }\n", ["1:12 duplicate-key"]],
  ["a key of JavaScript's own that its schema would pass over", "__proto__: a\n", ["1:1 unknown-key"]],
  ["a character that YAML has no escape for", 'a: "\\q"\n', ["1:5 yaml-syntax"]],
  ["an escaped backspace", 'a: "\\b"\n', ["1:4 forbidden-character"]],
  ["an escaped half of a surrogate pair", 'a: "\\uD800"\n', ["1:4 forbidden-character"]],
  ["an escaped backspace in a key", '"a\\b": 1\n', ["1:1 forbidden-character"]],
  ["a mark before the end of a document", "a: 1\n...\nb: 2\n", ["3:1 yaml-syntax"]],
  ["101 tags", `a: ${"!b ".repeat(101)}`, ["1:304 yaml-feature"]],
  [
    "an anchor, a bracket and a quote that the text's end leaves open",
    'a: &x [ "b\n',
    ["1:9 yaml-syntax", "1:4 yaml-feature"],
  ],
  ["2,000 lists in one another", `a: 1\nb: ${"[".repeat(2000)}${"]".repeat(2000)}\n`, ["2:103 yaml-syntax"]],
])("%s is a problem at its place", (_, text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test("what cannot be trusted has no data, and a duplicate key does not hide the rest", () => {
  expect(parseYaml("a: &x 1\n").data).toBeUndefined();
  expect(parseYaml("a: 1\na: 2\nb: 3\n").data).toMatchObject({ b: 3 });
});

test.each(["__proto__: { polluted: true }\n", "constructor: { prototype: { polluted: true } }\n"])(
  "a key of JavaScript's own is only a key: %j",
  (text) => {
    parseYaml(text);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  },
);

// Left to the parser, some of these ended the whole process where no test could have caught it.
test.each(["[", "- ", "{a: ", "? ", "- [", "[{a: "])(
  "twenty thousand “%s” are too deep, and told as such",
  (opening) => {
    const { data, problems } = parseYaml(`a: 1\nb:\n  ${opening.repeat(20_000)}`);
    expect(data).toBeUndefined();
    expect(problems).toMatchObject([{ rule: "yaml-syntax", message: "lists or mappings are nested too deeply here" }]);
    expect(problems[0]?.at.line).toBe(3);
  },
);

test("lists in twenty lists are as good as any", () => {
  expect(parseYaml(`a: ${"[".repeat(20)}${"]".repeat(20)}\n`).problems).toEqual([]);
});

test("40,000 blank lines are no burden", () => {
  expect(parseYaml(`a: 1\n${"\n".repeat(40_000)}b: 2\n`).data).toEqual({ a: 1, b: 2 });
});

describe("a place", () => {
  const source = parseYaml("a: 1\nlist:\n  - x: 1\n    y: two\nmap: { k: v }\nempty:\n", 2);

  test.each<[string, readonly (string | number)[], "key" | "value", [number, number]]>([
    ["a value", ["a"], "value", [2, 4]],
    ["a key", ["a"], "key", [2, 1]],
    ["an entry of a list", ["list", 0], "value", [4, 5]],
    ["a value in an entry", ["list", 0, "y"], "value", [5, 8]],
    ["a value in braces", ["map", "k"], "value", [6, 11]],
    ["a missing key, at its entry", ["list", 0, "z"], "value", [4, 5]],
    ["a missing key of all, at the first line", ["z"], "value", [2, 1]],
    ["the index of a list given as its only entry", ["map", 0, "k"], "value", [6, 11]],
    ["an empty value, behind its key", ["empty"], "value", [7, 7]],
  ])("is known of %s", (_, path, part, [line, column]) => {
    expect(source.locate(path, part)).toEqual({ line, column });
  });

  test("comes with what was typed there", () => {
    expect(source.typed(["list", 0, "y"])).toBe("two");
    expect(source.typed(["z"])).toBeUndefined();
  });
});

describe("a plain text that may not be one", () => {
  const suspectsOf = (text: string) =>
    parseYaml(text).suspects.map(({ path, at, problem }) => [path.join("."), at.column, problem.rule]);

  test.each([
    ["title: Why C# beats F #1\n", [["title", 23, "trailing-comment"]]],
    ["a: 2026-03-04\n", [["a", 4, "not-text"]]],
    ["a: 2026-03-04T18:30\n", [["a", 4, "not-text"]]],
    ["a:\n  - { b: x } # note\n", []],
    ["a: [x, y] # note\n", []],
    ["# note\na: x\n# note\n", []],
    ['a: "x" # note\n', []],
    ["a: C#\n", []],
  ])("%j is suspected of %j", (text, expected) => {
    expect(suspectsOf(text)).toEqual(expected);
  });
});

test("a text of very many short lines that are no YAML is told of, not thrown at", () => {
  expect(parseYaml(`${"a\n".repeat(130_000)}b: c: d\n`).problems.length).toBeGreaterThan(0);
  expect(parseYaml(`${"a: b\n".repeat(40_000)}c: d: e\n`).problems.at(0)?.rule).toBe("yaml-syntax");
});
