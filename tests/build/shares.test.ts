import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sortDiagnostics } from "../../src/content/problems/diagnostic-order.ts";
import { checkArchive } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { writeContent } from "../bench/corpus/write-content.ts";
import { run } from "../command.ts";

// So many editions that threads read them, each a share: an old one and a new one are in different shares.
const NOW = "2026-12-24T12:00:00Z";
const GONE = "---\ngone: { at: 2026-11-01T09:00, reason: A draft. }\n---\n";

let folder: string;
let content: string;
let texts: string[];

/** A file by its place among all of a kind, oldest first. */
function fileAt(place: number, name: RegExp): string {
  const found = texts.filter((path) => name.test(path)).at(place);
  if (found === undefined) throw new Error(`there is no file ${place} of ${String(name)}`);
  return join(content, "editions", found);
}

function addTo(path: string, text: string): void {
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${text}\n`);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-shares-"));
  content = join(folder, "content");
  writeContent(content, { seed: 7, stories: 504 });
  texts = readdirSync(join(content, "editions"), { recursive: true, encoding: "utf8" }).sort();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a large publication of which editions were taken back is built, whichever threads have them", () => {
  for (const place of [1, -2]) writeFileSync(fileAt(place, /edition\.md$/), GONE);
  const out = join(folder, "site");
  const options = ["--content", content, "--out", out, "--now", NOW, "--no-cards", "--no-search"];
  const { code, stderr } = run(["build", ...options], { env: { EVENING_UPDATE_CACHE: join(folder, "cache") } });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(readFileSync(join(out, "_redirects"), "utf8").match(/ 410\b/g)?.length).toBeGreaterThanOrEqual(2);
});

test("of a large publication `check` tells what it tells of one that a single thread reads", async () => {
  for (const place of [9, -9]) {
    addTo(fileAt(place, /-2\.md$/), "This this is [a link](story:2020-01-01-morning/none).");
    addTo(
      fileAt(place, /-3\.md$/),
      `Some words that stand in two editions, and that are many enough to be known again: ${place}.`,
    );
  }
  const alone = sortDiagnostics(checkArchive(await readArchive({ content, now: Date.parse(NOW), preview: false })));
  const { code, stdout } = run(["check", "--content", content, "--now", NOW, "--format", "json"]);
  expect(code).toBe(1);
  const told = JSON.parse(stdout) as typeof alone;
  expect(told).toEqual(JSON.parse(JSON.stringify(alone)));
  expect(new Set(told.filter(({ rule }) => rule === "unknown-story").map(({ path }) => path)).size).toBe(2);
});
