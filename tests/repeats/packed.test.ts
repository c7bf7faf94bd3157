import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "../../src/rules/repeats/packed.ts";
import { listTerms } from "../../src/rules/repeats/terms.ts";

test("numbers are the same when they were packed and unpacked, in any width that holds them", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (width, parts) => {
        const numbers = parts.map((part) => Math.floor(part * 2 ** (6 * width)));
        expect([...unpack(pack(numbers, width), width)]).toEqual(numbers);
        expect(pack(numbers, width)).toHaveLength(width * numbers.length);
      },
    ),
    { seed: 7 },
  );
});

test("terms of any text are what stands between signs that are no letters, whatever their planes", () => {
  const between = /[^\p{L}\p{M}\p{N}.'’-]+/u;
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const words = text.toLowerCase().split(between);
      const kept = listTerms(text).join(" ");
      for (const term of listTerms(text))
        expect(
          words.some((word) => word.includes(term)),
          term,
        ).toBe(true);
      for (const word of words) if (/^[a-r0-9]{2,}$/.test(word)) expect(kept).toContain(word);
    }),
    { seed: 7, numRuns: 2000 },
  );
  expect(listTerms("L’IA’s co-op: 3.5 𝒜𝒷c, the robots’ class. été")).toEqual(
    "l’ia co-op 3.5 𝒜𝒷c the robot class été".split(" "),
  );
});
