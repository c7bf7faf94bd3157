import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideQuestion, divideSigns, joinSigns, joinText } from "../../src/views/search/undivided.ts";

/** The words that the index has of a text. */
const wordsOf = (text: string) => divideSigns(text).replaceAll("\u034F", "").split(" ");

describe("a text of scripts without spaces", () => {
  test.each([
    ["通义千问", ["通义", "义千", "千问", "问"]],
    ["Qwen通义 3月", ["Qwen", "通义", "义", "3", "月"]],
    ["团队，模型。", ["团队", "队", "，", "模型", "型", "。"]],
    ["新しい", ["新し", "しい", "い"]],
    ["네이버 클라", ["네이", "이버", "버", "클라", "라"]],
    ["ไทยนี้", ["ไท", "ทย", "ยนี้", "นี้"]],
    ["plain words, and मॉडल", ["plain", "words,", "and", "मॉडल"]],
    ["", [""]],
  ])("is divided for the index: %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("is whole again, whatever stands in it", () => {
    const part = fc.constantFrom(
      "通",
      "义",
      "义",
      "の",
      "ー",
      "클",
      "ไ",
      "นี้",
      "a",
      "é",
      "7",
      " ",
      "，",
      "-",
      "มา",
      "<",
      "&lt;",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("").replace(/ +/g, " ").trim();
        expect(joinText(divideSigns(text))).toBe(text.normalize("NFC"));
      }),
    );
  });

  test("has every stretch of it found, of two signs and more", () => {
    const text = "阿里巴巴的通义千问团队发布新模型";
    const words = new Set(wordsOf(text));
    for (let from = 0; from < text.length; from++)
      for (let to = from + 2; to <= text.length; to++)
        for (const word of divideQuestion(text.slice(from, to)).replaceAll("\u034F", "").split(" "))
          expect(words).toContain(word);
  });

  test("marks each sign of what was found, and nothing else", () => {
    const marked = divideSigns("The 阿里巴巴 of Qwen千问，团队")
      .split(" ")
      .map((word) => (/^(?:里巴|巴巴|千问)/.test(word) ? `<mark>${word}</mark>` : word))
      .join(" ");
    const pieces = joinSigns(marked).map(({ text, isFound }) => (isFound ? `[${text}]` : text));
    expect(pieces.join("")).toBe("The 阿[里巴巴] of Qwen[千问]，团队");
  });
});

test.each([
  ["千问", "千问"],
  ["通义千问 Qwen", "通义 义千 千问 Qwen"],
  ['"通义千问"', "通义 义千 千问"],
  ['"plain words"', '"plain words"'],
])("the question %s asks for %s", (typed, asked) => {
  expect(divideQuestion(typed).replaceAll("\u034F", "").trim()).toBe(asked);
});
