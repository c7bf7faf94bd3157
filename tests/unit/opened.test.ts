import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { layMistakes } from "../fixtures.ts";
import { readFiles } from "../publication.ts";

test("front matter that is let go and read again with its texts says the same and tells the same mistakes", () => {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-opened-"));
  layMistakes(folder, "ai-level");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ path: relative(folder, full).replaceAll("\\", "/"), bytes: readFileSync(full) }));
  rmSync(folder, { recursive: true });
  const [kept, again] = [undefined, 0].map((most) => readFiles(files, Date.parse("2026-03-05T00:00:00Z"), false, most));
  expect(kept?.diagnostics.length).toBeGreaterThan(0);
  expect(again?.diagnostics).toEqual(kept?.diagnostics);
  const outline = JSON.stringify(kept?.site.editions);
  expect(JSON.stringify(again?.site.editions)).toBe(outline);
});
