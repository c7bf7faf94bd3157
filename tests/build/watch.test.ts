import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Changed, watchFolders } from "../../src/pipeline/preview/watch.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-watch-"));
  writeFileSync(join(folder, "story.md"), "");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what is saved while a preview catches up at its start is made after that, and not beside it", async () => {
  const story = join(folder, "story.md");
  const calls: Changed[] = [];
  let [working, most] = [0, 0];
  const catchUp = await watchFolders(
    [folder],
    () => false,
    async (changed) => {
      calls.push(changed);
      most = Math.max(most, ++working);
      if (calls.length === 1) writeFileSync(story, "saved");
      // Longer than it takes until a change is told of.
      await wait(500);
      working--;
    },
  );
  catchUp();
  await vi.waitUntil(() => calls.length > 1 && working === 0, { timeout: 30_000 });
  expect(calls[0]).toBeUndefined();
  expect([...(calls[1] ?? [])]).toEqual([story]);
  expect(most).toBe(1);
});
