import { expect, test } from "vitest";
import { addDays } from "../../src/content/time/calendar.ts";
import { countTerms, findRepeats, recountTerms, type Traced } from "../../src/rules/repeats/repeats.ts";
import { pack } from "../../src/rules/repeats/packed.ts";
import { packTerms, termsOf } from "../../src/rules/repeats/trace.ts";
import { OTHER_EVENT, SAME_EVENT, type Told } from "./events.ts";

/** An edition of a day, of stories that each cite a page and have a paragraph. */
function editionOf(
  day: number,
  stories: readonly (readonly [slug: string, told: Told, cited: string, paragraph: number])[],
): Traced {
  const dateline = { date: addDays("2026-01-01", day), slot: "evening" };
  const identity = `${dateline.date}-evening`;
  return {
    outline: {
      identity,
      dateline,
      stories: stories.map(([slug, { title }]) => ({
        identity: `${identity}/${slug}`,
        dateline,
        title,
        file: `${slug}.md`,
      })),
    } as unknown as Traced["outline"],
    trace: {
      own: { passages: "" },
      stories: stories.map(([, { title, summary }, cited, paragraph]) => ({
        cited: [cited],
        terms: packTerms(`${title}\n${summary}`),
        passages: pack([paragraph, paragraph + 1, 9], 7),
      })),
    },
  };
}

test("what one edition tells again is what is told of it among all", () => {
  const pairs = [...SAME_EVENT, ...OTHER_EVENT];
  const told = pairs.flatMap(([first, second]) => [first, second]);
  const editions = Array.from({ length: 80 }, (_, day) =>
    editionOf(day, [
      ["a", told[day % told.length] as Told, `page-${day % 50}`, 1000 + 2 * (day % 35)],
      ["b", told[(day * 7) % told.length] as Told, `page-${day % 70}-b`, 5000 + 2 * (day % 20)],
    ]),
  );
  const all = findRepeats(editions, true);
  expect(new Set(all.map(({ problem }) => problem.rule))).toEqual(
    new Set(["repeated-link", "same-event", "pasted-paragraph"]),
  );
  const counted = countTerms(editions.map(({ trace }) => trace));
  for (const [edition, { outline, trace }] of editions.entries()) {
    const own = all.filter((repeat) => repeat.edition === outline.identity);
    expect(findRepeats(editions, true, {}, { edition, frequencies: counted }), outline.identity).toEqual(own);
    // What was counted of it before it was changed counts no more.
    const before = editions[(edition + 1) % editions.length] as Traced;
    const others = editions.map((each) => (each.outline === outline ? before.trace : each.trace));
    const frequencies = recountTerms(countTerms(others), before.trace, trace);
    expect(frequencies.texts).toBe(counted.texts);
    for (const story of [...before.trace.stories, ...trace.stories])
      for (const term of termsOf(story)) expect(frequencies.of(term), String(term)).toBe(counted.of(term));
    expect(findRepeats(editions, true, {}, { edition, frequencies }), outline.identity).toEqual(own);
  }
});
