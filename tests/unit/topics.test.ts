import { describe, expect, test } from "vitest";
import { aliasSegment, createTopicIndex } from "../../src/content/topics.ts";

describe("the address of an alias", () => {
  test.each([
    ["LLMs", "llms"],
    ["C++", "c-plus-plus"],
    ["C#", "c-sharp"],
    ["C+#", "c-plus-sharp"],
    ["F♯", "f-sharp"],
    ["C", "c"],
    ["A+ B", "a-plus-b"],
    ["Disney+", "disney-plus"],
    ["#MeToo", "metoo"],
    ["+1", "1"],
    ["AT&T", "at-t"],
    ["Ärzte", "ärzte"],
    ["हिन्दी", "हिन्दी"],
    ["통의", "통의"],
    ["++", ""],
  ])("of “%s” is “%s”, in NFC and NFD alike", (alias, segment) => {
    for (const form of ["NFC", "NFD"])
      expect(aliasSegment(alias.normalize(form)).normalize("NFC")).toBe(segment.normalize("NFC"));
  });

  test("leads to its topic, and each alias means what it says", () => {
    const index = createTopicIndex({ cpp: { name: "C++", aliases: ["C++"] }, csharp: { name: "C#", aliases: ["C#"] } });
    expect([...index.redirects]).toEqual([
      ["c-plus-plus", "cpp"],
      ["c-sharp", "csharp"],
    ]);
    expect(["C++", "C#", "c"].map((word) => index.resolve(word))).toEqual(["cpp", "csharp", undefined]);
  });
});
