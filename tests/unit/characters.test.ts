import { describe, expect, test } from "vitest";
import { countCharacters, findBadCharacters, findHidden, isBlank } from "../../src/content/words/characters.ts";
import { indexLines } from "../../src/content/parse/line-index.ts";

const rulesOf = (text: string) => findBadCharacters(text).map(({ rule, offset }) => `${rule} at ${offset}`);

describe("a character that nobody sees", () => {
  test.each([
    ["a right-to-left override", "ab\u202Ec"],
    ["a left-to-right isolate", "ab\u2066c"],
    ["a right-to-left mark", "ab\u200Fc"],
    ["an Arabic letter mark", "ab\u061Cc"],
    ["a zero-width space", "ab\u200Bc"],
    ["a zero-width space in Chinese", "通义\u200B千"],
    ["zero-width spaces side by side in Khmer", "កម\u200B\u200Bក"],
    ["a zero-width space in Latin beside another", "กa\u200Bb"],
    ["a word joiner beside a space", "ab\u2060 c"],
    ["word joiners side by side", "ab\u2060\u2060c"],
    ["a byte-order mark within", "ab\uFEFFc"],
    ["NUL", "ab\0c"],
    ["a backspace", "ab\bc"],
    ["an escape", "ab\u001B[31m"],
    ["a C1 control", "ab\u0085c"],
    ["a line separator", "ab\u2028c"],
    ["a lone carriage return", "ab\rc"],
    ["half of a surrogate pair", "ab\uD83Dc"],
    ["a tag character outside a flag", "ab\u{E0041}c"],
    ["a flag with a text hidden in it", `\u{1F3F4}${"\u{E0061}".repeat(20)}\u{E007F}`],
    ["a text hidden behind a variation selector", "a\uFE0F\u{E0110}\u{E0111}"],
    ["a noncharacter", "ab\uFFFEc"],
    ["a noncharacter of another plane", "ab\u{1FFFF}c"],
    ["a Mongolian vowel separator", "ab\u180Ec"],
    ["a lost letter", "ab\uFFFDc"],
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
    ["a zero-width space in Khmer", "ភាសា\u200Bខ្មែរ"],
    ["a zero-width space in Lao", "ພາສາ\u200Bລາວ"],
    ["a zero-width space in Thai", "ภาษา\u200Bไทย"],
    ["a zero-width space in Burmese", "မြန်မာ\u200Bဘာသာ"],
    ["a zero-width space in Tibetan", "བོད་\u200Bསྐད"],
    ["a zero-width space between Thai and Latin", "ใช้\u200BOpenAI\u200Bใน 2026"],
    ["a zero-width space at the end of a line of Khmer", "ភាសា\u200B\nខ្មែរ"],
    ["a word joiner between letters", "ab\u2060cd, 通\u2060义, 3\u2060D"],
  ])("is not seen in legal text: %s", (_, text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});

describe("regular words", () => {
  test.each([
    ["Russian", "Яндекс и Сбер"],
    ["Chinese", "通义千问"],
    ["Japanese", "ソニーの発表"],
    ["Korean", "삼성전자"],
    ["Arabic", "الذكاء الاصطناعي"],
    ["Persian with a zero-width non-joiner", "می\u200Cخواهم"],
    ["Hebrew", "בינה מלאכותית"],
    ["Hindi with joiners", "क्\u200Dष और क्\u200Cष"],
    ["Thai", "ปัญญาประดิษฐ์"],
    ["Greek", "τεχνητή νοημοσύνη"],
    ["Armenian", "արհեստական բանականություն"],
    ["Georgian", "ხელოვნური ინტელექტი"],
    ["Amharic", "ሰው ሰራሽ አስተውሎት"],
    ["Mongolian", "ᠮᠣᠩᠭᠣᠯ"],
    ["Vietnamese", "trí tuệ nhân tạo"],
    ["emoji with joiners", "👩\u200D🔬 🏳\uFE0F\u200D🌈 1\uFE0F\u20E3"],
    ["a skin tone", "👍🏽"],
    ["flags", "🇬🇧 🇺🇦 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"],
  ])("of %s are fine", (_, text) => {
    expect(findBadCharacters(text)).toEqual([]);
    expect(isBlank(text)).toBe(false);
  });
});

test.each(["О\u2060penAI", "Оpen\u2060AI"])("a word joiner hides no look-alike: %j", (text) => {
  expect(rulesOf(text)).toEqual(["mixed-script at 0"]);
});

test.each(["", " ", "\u00A0", "\u3164", "\u115F\u1160", "\u2800", "\u00AD", "\u200D", "\uFE0F", "\uFFA0 \u3000"])(
  "%j shows a reader nothing",
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test("a row of invisible characters is one problem", () => {
  expect(findBadCharacters("a\0\0\0b\0").map(({ offset, message }) => [offset, message])).toEqual([
    [1, "3 invisible characters stand here, the first of them U+0000"],
    [5, "the invisible character U+0000 stands here"],
  ]);
});

describe("a word of mixed scripts", () => {
  test.each([
    ["\u041EpenAI", 0],
    ["Ope\u043DAI \u0440aypal", 7],
    ["Goog\u04CFe", 4],
    ["N\u039FVA", 1],
    ["p\u0430ssword", 1],
    ["p\u00AD\u0430ssword", 2],
    ["\uA4D0pple", 0],
    ["\u2C9Epen", 0],
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
  expect(indexLines(text)(offset)).toEqual({ line, column });
});

test("characters are counted as Unicode counts them", () => {
  expect(countCharacters("a😀é")).toBe(3);
});
