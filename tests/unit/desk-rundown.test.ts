import { describe, expect, test } from "vitest";
import type { EditionOutline } from "../../src/content/outline.ts";
import { viewRundown } from "../../src/views/desk/rundown.ts";

const NOW = Date.parse("2026-03-06T20:00:00Z");
const SLOT = { id: "evening", name: "Evening", time: "18:00" };
const DATELINE = { date: "2026-03-06", slot: "evening" };
const setting = { label: "content", now: NOW, zone: "UTC", topics: {}, people: {}, problems: [], gone: [] };

/** The edition of that evening, as far as a rundown looks at one. */
function edition(status: EditionOutline["status"], time: string): EditionOutline {
  const own = { identity: "2026-03-06-evening", dateline: DATELINE, slot: SLOT, path: "/", stories: [], status };
  return { ...own, publish: Date.parse(`2026-03-06T${time}:00Z`) } as unknown as EditionOutline;
}

describe("the rundown", () => {
  const due = { dateline: DATELINE, slot: SLOT, publish: Date.parse("2026-03-06T18:00:00Z") };
  const late = (outlines: readonly EditionOutline[]) => viewRundown(outlines, { ...setting, due }, { most: 20 }).late;

  test("says which edition is expected and late, and how it stands", () => {
    const words = "Evening is late: it was expected today at 18:00, and ";
    expect(late([])).toBe(`${words}has not been begun.`);
    expect(late([edition("draft", "18:00")])).toBe(`${words}is a draft.`);
    expect(late([edition("scheduled", "21:30")])).toBe(`${words}appears today at 21:30.`);
  });

  test("says nothing of one that is out, or where none is expected", () => {
    expect(late([edition("published", "18:00")])).toBeUndefined();
    expect(viewRundown([], { ...setting, due: undefined }, { most: 20 }).late).toBeUndefined();
  });
});

test("what was taken back is told the latest first, and a story of an edition that was by that edition", () => {
  const gone = (identity: string, since: string) => ({
    identity,
    gone: { since: Date.parse(since), reason: undefined, at: { line: 1, column: 1 } },
  });
  const told = [
    gone("2026-03-04-evening/a", "2026-03-05T09:00:00Z"),
    gone("2026-03-05-evening", "2026-03-06T09:00:00Z"),
    gone("2026-03-05-evening/b", "2026-03-06T09:00:00Z"),
  ];
  expect(viewRundown([], { ...setting, due: undefined, gone: told }, { most: 20 }).gone).toEqual([
    {
      identity: "2026-03-05-evening",
      name: "editions/2026/03-05-evening/edition.md",
      when: "taken back today at 09:00",
    },
    {
      identity: "2026-03-04-evening/a",
      name: "editions/2026/03-04-evening/a.md",
      when: "taken back yesterday at 09:00",
    },
  ]);
});
