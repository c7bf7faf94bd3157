import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EditionOutline } from "../../src/content/outline.ts";
import { findCorrected } from "../../src/views/feeds/corrected.ts";
import { divideFeed, EDITIONS_OF_OLDER, MOST_EDITIONS } from "../../src/views/feeds/older.ts";

describe("the feed of all editions", () => {
  const countTo = (count: number) => Array.from({ length: count }, (_, at) => at);

  test("has each edition once, and reaches back as far as it says", () => {
    fc.assert(
      fc.property(fc.nat(400), (count) => {
        const { older, current } = divideFeed(countTo(count));
        expect([...older.flat(), ...current]).toEqual(countTo(count));
        expect(older.every((own) => own.length === EDITIONS_OF_OLDER)).toBe(true);
        expect(current.length).toBeGreaterThanOrEqual(Math.min(count, MOST_EDITIONS));
        expect(current.length).toBeLessThan(MOST_EDITIONS + EDITIONS_OF_OLDER);
      }),
    );
  });

  test("leaves every older document as it was when one more comes", () => {
    for (const count of countTo(100)) {
      const [before, after] = [count, count + 1].map((own) => divideFeed(countTo(own)).older);
      expect(after?.slice(0, before?.length)).toEqual(before);
    }
  });
});

describe("a text that was put right", () => {
  const textOf = (path: string, ...corrections: readonly (readonly [at: number, kind: string])[]) => ({
    path,
    corrections: corrections.map(([at, kind]) => ({ at, kind })),
  });
  const find = (own: object, ...stories: readonly object[]) =>
    findCorrected([{ ...own, stories } as unknown as EditionOutline], (at) => at > 10);

  test("is named by what was done to it lately, the gravest first", () => {
    const all = [
      textOf("/a/", [12, "update"], [11, "correction"], [13, "clarification"]),
      textOf("/b/", [9, "correction"], [11, "clarification"], [12, "update"]),
      textOf("/c/", [11, "update"]),
    ];
    expect(find(textOf("/"), ...all)).toEqual({ "/a/": "correction", "/b/": "clarification", "/c/": "update" });
  });

  test("is not named for what was done long ago, nor an edition for its stories", () => {
    expect(find(textOf("/"), textOf("/a/", [10, "correction"]), textOf("/b/"))).toEqual({});
    expect(find(textOf("/", [11, "correction"]), textOf("/a/"))).toEqual({ "/": "correction" });
    expect(find(textOf("/"), textOf("/a/", [11, "correction"]))).toEqual({ "/a/": "correction" });
  });
});
