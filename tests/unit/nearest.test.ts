import { describe, expect, test } from "vitest";
import { createSuggest, findNearest, hintNearest, listKnown } from "../../src/content/words/nearest.ts";

describe("the nearest known word", () => {
  test.each([
    ["modles", ["policy", "models"], "models"],
    ["MODELS", ["models"], "models"],
    ["x", ["models"], undefined],
    ["constructor", ["models"], undefined],
    ["", ["models"], undefined],
    ["/abuot/", ["/about/", "/"], "/about/"],
  ])("to %j among %j is %s", (word, known, nearest) => {
    expect(findNearest(word, known)).toBe(nearest);
  });

  test("to a text of 200,000 letters is not sought", () => {
    const long = "a".repeat(200_000);
    expect(findNearest(long, Array<string>(5000).fill(`${long}b`))).toBeUndefined();
  });
});

test("a document is given 25 suggestions, and no more", () => {
  const suggest = createSuggest();
  const hints = Array.from({ length: 30 }, () => suggest("modles", ["models"]));
  expect(hints.filter((hint) => hint === hintNearest("modles", ["models"]))).toHaveLength(25);
  expect(hints.slice(25)).toEqual(Array(5).fill(undefined));
});

test("a long list of what is known is shown by its beginning", () => {
  expect(listKnown(["a", "b"])).toBe("a, b");
  expect(listKnown(["a", "b", "c"], 2)).toBe("a, b, … (3 in all)");
});
