import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listDue } from "../../src/pipeline/announce/due.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { BASE, PUBLICATIONS } from "../fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "evening-update-due-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is due of the fixture publication, by its keys. */
async function dueAt(now: string, settings: Parameters<typeof listDue>[1] = {}, corrections = true): Promise<string[]> {
  const clock = Date.parse(now);
  const archive = await readArchive({ content: PUBLICATIONS.fixture.content, now: clock, preview: false });
  return listDue(archive, settings, clock, corrections).map(({ key, occasion }) =>
    occasion === "edition" ? key : `corrected ${key}`,
  );
}

const EVENING = "2026-03-04-late-evening";
const MORNING = "2026-03-04-morning";
const OF_MORNING = "corrected 2026-03-04-morning@2026-03-04T04:00:00Z";
const OF_OLD = "corrected 2026-03-01-morning@2026-03-04T00:30:00Z";

describe("what is due", () => {
  test.each([
    ["the moment of an edition", "2026-03-04T17:00:00Z", "1h", [EVENING]],
    ["a moment before it", "2026-03-04T16:59:59Z", "1h", []],
    ["the end of the window", "2026-03-04T18:00:00Z", "1h", [EVENING]],
    ["a moment after it", "2026-03-04T18:00:01Z", "1h", []],
    ["a window of more editions", "2026-03-04T17:00:00Z", "16h", [MORNING, OF_MORNING, EVENING]],
    ["a window in days", "2026-03-04T17:00:00Z", "1d", [OF_OLD, MORNING, OF_MORNING, EVENING]],
    ["a draft's and a scheduled story's time, of which nobody hears", "2026-03-04T20:00:00Z", "2h", []],
  ])("at %s, of editions and corrections that are young, is the oldest first", async (_, now, window, expected) => {
    expect(await dueAt(now, { window })).toEqual(expected);
  });

  test("is what came out in the last 36 hours where site.yaml says nothing else", async () => {
    expect(await dueAt("2026-03-03T19:00:00Z", {}, false)).toEqual(["2026-03-02-midday", "2026-03-03-midday"]);
    expect(await dueAt("2026-03-03T19:00:01Z", {}, false)).toEqual(["2026-03-03-midday"]);
  });

  test("has nothing of an edition from before a day, in the publication's zone: no correction of it either", async () => {
    const now = "2026-03-04T17:00:00Z";
    expect(await dueAt(now, { window: "9999d", since: "2026-03-04" })).toEqual([MORNING, OF_MORNING, EVENING]);
    expect(await dueAt(now, { window: "9999d", since: "2026-03-05" })).toEqual([]);
    const all = await dueAt(now, { window: "9999d", since: "2026-03-03" });
    expect(all).toContain("2026-03-03-midday");
    expect(all).not.toContain(OF_OLD);
  });

  test("names the last correction alone, and none that is to come", async () => {
    const at = (now: string) => dueAt(now, { window: "9999d", since: "2026-03-01" });
    expect((await at("2026-03-02T02:30:00Z")).filter((key) => key.startsWith("corrected"))).toEqual([
      "corrected 2026-03-01-morning@2026-03-02T02:30:00Z",
    ]);
    expect(await at("2026-03-04T17:00:00Z")).toContain(OF_OLD);
  });

  test("never has what a preview shows and readers do not see", async () => {
    const clock = Date.parse("2026-03-04T17:00:00Z");
    const archive = await readArchive({ content: PUBLICATIONS.fixture.content, now: clock, preview: true });
    expect(archive.visible.some(({ placed }) => placed.status !== "published")).toBe(true);
    const keys = listDue(archive, { window: "9999d" }, clock).map(({ key }) => key);
    expect(keys.some((key) => key.startsWith("2026-03-05"))).toBe(false);
    expect(keys.some((key) => key.startsWith("2026-03-03-late-evening"))).toBe(false);
  });

  test("has the key of its first day and slot where an edition moved, and the address of today", async () => {
    const content = join(folder, "content");
    cpSync(BASE, content, { recursive: true });
    const file = join(content, "editions/2026/03-04-evening/edition.md");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("stories:", "formerly: [/old/, 2026-03-04-morning]\nstories:"),
    );
    const now = Date.parse("2026-03-04T19:00:00Z");
    const due = listDue(await readArchive({ content, now, preview: false }), {}, now);
    expect(due).toEqual([
      {
        key: "2026-03-04-morning",
        occasion: "edition",
        identity: "2026-03-04-evening",
        url: "https://update.example.org/2026/03/04/evening/",
      },
    ]);
  });
});
