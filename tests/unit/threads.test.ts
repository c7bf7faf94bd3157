import { describe, expect, test } from "vitest";
import { findThreads } from "../../src/content/threads.ts";
import { findOnward } from "../../src/views/onward.ts";

/** Editions, oldest first, of stories written as “slug” or “slug < identity that it follows”, each with a topic. */
function editions(days: Readonly<Record<string, readonly string[]>>, topicOf = (slug: string) => slug.charAt(0)) {
  return Object.entries(days).map(([date, stories]) => ({
    dateline: { date, slot: "evening" },
    stories: stories.map((text) => {
      const [slug = "", follows] = text.split(" < ");
      return { identity: `${date}-evening/${slug}`, short: slug, topic: topicOf(slug), follows };
    }),
  }));
}

function threadsOf(days: Readonly<Record<string, readonly string[]>>) {
  return findThreads(editions(days)).map(({ id, parts }) => [id, ...parts.map(({ story }) => story.identity)]);
}

describe("the threads of some editions", () => {
  test("hold the stories that follow one another, oldest first, and no other", () => {
    expect(
      threadsOf({
        "2026-03-01": ["fire", "water"],
        "2026-03-02": ["smoke < 2026-03-01-evening/fire", "wind"],
        "2026-03-03": ["ash < 2026-03-02-evening/smoke"],
      }),
    ).toEqual([["fire", "2026-03-01-evening/fire", "2026-03-02-evening/smoke", "2026-03-03-evening/ash"]]);
  });

  test("hold every branch of one beginning", () => {
    expect(
      threadsOf({
        "2026-03-01": ["fire"],
        "2026-03-02": ["smoke < 2026-03-01-evening/fire", "light < 2026-03-01-evening/fire"],
      }),
    ).toEqual([["fire", "2026-03-01-evening/fire", "2026-03-02-evening/smoke", "2026-03-02-evening/light"]]);
  });

  test("stay what they are, and where they are, when their stories get other names", () => {
    const START = { line: 1, column: 1 };
    const moved = editions({
      "2026-03-01": ["water"],
      "2026-03-02": ["blaze"],
      "2026-03-03": ["smoke < 2026-03-01-evening/fire", "ash < 2026-03-02-evening/blaze"],
    });
    const [story] = moved[1]?.stories ?? [];
    if (story) Object.assign(story, { former: [{ name: "2026-03-01-evening/fire", at: START }] });
    const [thread] = findThreads(moved);
    expect(thread?.id).toBe("fire");
    expect(thread?.parts.map(({ story }) => story.identity)).toEqual([
      "2026-03-02-evening/blaze",
      "2026-03-03-evening/smoke",
      "2026-03-03-evening/ash",
    ]);
  });

  test("begin anew after a story that nobody may see", () => {
    expect(
      threadsOf({
        "2026-03-02": ["smoke < 2026-03-01-evening/hidden"],
        "2026-03-03": ["ash < 2026-03-02-evening/smoke"],
      }),
    ).toEqual([["smoke", "2026-03-02-evening/smoke", "2026-03-03-evening/ash"]]);
    expect(threadsOf({ "2026-03-02": ["smoke < 2026-03-01-evening/hidden"] })).toEqual([]);
  });

  test("of stories that follow one another in a circle are one", () => {
    expect(
      threadsOf({
        "2026-03-01": ["hen < 2026-03-02-evening/egg"],
        "2026-03-02": ["egg < 2026-03-01-evening/hen"],
        "2026-03-03": ["chick < 2026-03-02-evening/egg"],
      }),
    ).toEqual([["hen", "2026-03-01-evening/hen", "2026-03-02-evening/egg", "2026-03-03-evening/chick"]]);
  });

  test("keep their ids while they grow, and have none twice, none that is a number", () => {
    const days = {
      "2026-03-01": ["fire", "2"],
      "2026-03-02": ["fire < 2026-03-01-evening/fire", "more < 2026-03-01-evening/2"],
      "2026-03-05": ["fire"],
      "2026-03-06": ["smoke < 2026-03-05-evening/fire"],
    };
    const ids = ["fire", "2-2026-03-01", "fire-2026-03-05"];
    expect(threadsOf(days).map(([id]) => id)).toEqual(ids);
    expect(threadsOf({ ...days, "2026-03-07": ["ash < 2026-03-02-evening/fire"] }).map(([id]) => id)).toEqual(ids);
  });
});

describe("from a story", () => {
  const onward = (days: Readonly<Record<string, readonly string[]>>, identity: string) =>
    findOnward(editions(days)).get(identity);
  const DAYS = {
    "2026-03-01": ["a1", "b1"],
    "2026-03-02": ["a2", "a2b"],
    "2026-03-03": ["a3 < 2026-03-01-evening/a1"],
    "2026-03-04": ["a4"],
    "2026-03-05": ["a5"],
  };
  const related = (identity: string) => onward(DAYS, identity)?.related.map((story) => story.slice(19));

  test("the next of its topic and the two before it lead on, those of its own edition left out", () => {
    expect(related("2026-03-04-evening/a4")).toEqual(["a5", "a3", "a2b"]);
    expect(related("2026-03-02-evening/a2")).toEqual(["a4", "a3", "a1"]);
  });

  test("that is the first or the last of its topic, three others do", () => {
    expect(related("2026-03-01-evening/a1")).toEqual(["a3", "a2b", "a2"]);
    expect(related("2026-03-05-evening/a5")).toEqual(["a4", "a3", "a2b"]);
    expect(related("2026-03-01-evening/b1")).toEqual([]);
  });

  test("its place in its thread is known", () => {
    expect(onward(DAYS, "2026-03-03-evening/a3")?.thread).toEqual({
      path: "/threads/a1/",
      title: "a1",
      number: 2,
      of: 2,
    });
    expect(onward(DAYS, "2026-03-04-evening/a4")?.thread).toBeUndefined();
  });
});
