import { describe, expect, test } from "vitest";
import { countCharacters, findBadCharacters, findHidden, positionAt } from "../../src/content/characters.ts";

const rulesOf = (text: string) => findBadCharacters(text).map(({ rule, offset }) => `${rule} at ${offset}`);

describe("a character that nobody sees", () => {
  test.each([
    ["a right-to-left override", "ab\u202Ec"],
    ["a left-to-right isolate", "ab\u2066c"],
    ["a right-to-left mark", "ab\u200Fc"],
    ["an Arabic letter mark", "ab\u061Cc"],
    ["a zero-width space", "ab\u200Bc"],
    ["a word joiner", "ab\u2060c"],
    ["a byte-order mark within", "ab\uFEFFc"],
    ["NUL", "ab\0c"],
    ["a backspace", "ab\bc"],
    ["an escape", "ab\u001B[31m"],
    ["a C1 control", "ab\u0085c"],
    ["a line separator", "ab\u2028c"],
    ["a lone carriage return", "ab\rc"],
    ["half of a surrogate pair", "ab\uD83Dc"],
    ["a tag character outside a flag", "ab\u{E0041}c"],
  ])("is found: %s", (_, text) => {
    expect(rulesOf(text)).toEqual(["forbidden-character at 2"]);
  });

  test.each([
    ["CRLF line ends", "a\r\nb\r\n"],
    ["a tab", "a\tb"],
    ["a non-breaking space", "10\u00A0kB"],
    ["a soft hyphen", "Donau\u00ADdampf"],
    ["a family joined by zero-width joiners", "👩\u200D👩\u200D👧"],
    ["a Persian zero-width non-joiner", "می\u200Cخواهم"],
    ["a national flag", "🇬🇧"],
    ["the flag of Wales, made of tags", "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"],
    ["a variation selector", "✔\uFE0F"],
    ["a combining accent", "e\u0301"],
  ])("is not seen in legal text: %s", (_, text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});

describe("a word of mixed scripts", () => {
  test.each([
    ["\u041EpenAI", 0],
    ["Ope\u043DAI \u0440aypal", 7],
    ["Goog\u04CFe", 4],
    ["N\u039FVA", 1],
    ["p\u0430ssword", 1],
  ])("that only looks Latin is found: %s", (text, offset) => {
    expect(rulesOf(text)).toEqual([`mixed-script at ${offset}`]);
  });

  test.each([
    "μP",
    "β-VAE",
    "αβγ",
    "λ-calculus",
    "Яндекс",
    "Яндекс и OpenAI",
    "通义千问",
    "Qwen通义",
    "GPT\u20114",
    "Ω",
    "naïve café",
    "Łódź",
    "Москва-based",
    "ΔE",
    "∑xᵢ",
  ])("that is as it should be is left alone: %s", (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  test("is shown with its word, its letter and the letter's number", () => {
    expect(findBadCharacters("\u041EpenAI")[0]?.message).toBe(
      "in “\u041EpenAI” the letter “\u041E” (U+041E) only looks Latin",
    );
  });
});

test("only what the source hides in an escape is hidden", () => {
  expect(findHidden("a\u202Eb", "a&#x202E;b")).toHaveLength(1);
  expect(findHidden("a\u202Eb", "a\u202Eb")).toEqual([]);
});

test.each([
  ["abc", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nbc", 2, 2, 1],
  ["a\nbc", 3, 2, 2],
  ["a\n\n\nb", 4, 4, 1],
  ["a\r\nb", 3, 2, 1],
])("in %j the offset %i is line %i, column %i", (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});

test("characters are counted as Unicode counts them", () => {
  expect(countCharacters("a😀é")).toBe(3);
});
