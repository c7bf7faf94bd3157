import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labelOf } from "../../src/pipeline/read/label.ts";
import { formatReport } from "../../src/commands/report.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { PROJECT } from "../command.ts";
import { readWhole } from "../publication.ts";
import { BASE, type Files } from "./base.ts";
import { MENDED } from "./mended.ts";
import { type Mistake, touches } from "./mistake.ts";
import { MISTAKES } from "./mistakes/all.ts";

/** What `check` says of each mistake, reviewed as somebody who knows no YAML. UPDATE_EXPECTED=1 writes it anew. */
const EXPECTED = join(PROJECT, "tests/editor/expected.txt");
const NOW = Date.parse("2026-03-05T00:00:00Z");
const RULES = readFileSync(join(PROJECT, "docs/rules.md"), "utf8");
const LISTED = 130;
let folder = "";
const told = new Map<string, readonly Diagnostic[]>();

async function check(files: Files): Promise<readonly Diagnostic[]> {
  const content = join(mkdtempSync(join(folder, "mistake-")), "content");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const { diagnostics } = await readWhole(content, NOW);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: diagnostic.path.replace(`${labelOf(content)}/`, "content/"),
  }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-editor-"));
  for (const [name, { change }] of MISTAKES) told.set(name, await check(change(BASE)));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** How many problems are told of a mistake. A rule of house style tells its own where there is such a rule. */
function expectedCount({ fine, style, causes = 1 }: Mistake): number {
  return fine !== undefined || (style !== undefined && !RULES.includes(`| \`${style}\` `)) ? 0 : causes;
}

test("the base has no mistake", async () => {
  expect(await check(BASE)).toEqual([]);
});

test("each of the list of 130 is here once", () => {
  const numbers = MISTAKES.map(([name]) => Number(/^(\d+)\. /.exec(name)?.[1])).filter((number) => number > 0);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: LISTED }, (_, at) => at + 1));
});

test("each mistake of an editor is told as expected.txt says", () => {
  const text = MISTAKES.map(([name]) => `### ${name}\n${formatReport(told.get(name) ?? [], "text")}`).join("\n");
  if (process.env["UPDATE_EXPECTED"] === "1") writeFileSync(EXPECTED, text);
  expect(text).toBe(readFileSync(EXPECTED, "utf8"));
});

test.each(MISTAKES)("one cause, one message, in its line: %s", (name, mistake) => {
  const places = (told.get(name) ?? []).map(({ path, line }) => `${path.replace(/^content\//, "")}:${line}`);
  expect(places.length, formatReport(told.get(name) ?? [], "text")).toBe(expectedCount(mistake));
  const { place: other } = mistake.elsewhere ?? {};
  const after = mistake.change(BASE);
  if (other !== undefined) {
    expect(places).toEqual([other]);
    expect(touches(other, BASE, after), "an exception that is none").toBe(false);
  } else expect(places.filter((place) => !touches(place, BASE, after))).toEqual([]);
  if (mistake.style !== undefined)
    expect((told.get(name) ?? []).filter(({ rule }) => rule !== mistake.style)).toEqual([]);
});

test("each message was rated by somebody who knows no YAML, and mends its mistake", () => {
  const table = readFileSync(join(PROJECT, "tests/editor/ratings.md"), "utf8");
  const ratings = Array.from(table.matchAll(/^\| (\d|–) +\| (.*?) +\|/gm), ([, rating, name]) => [name, rating]);
  expect(ratings.map(([name]) => name)).toEqual(MISTAKES.map(([name]) => name));
  const silent = new Set(MISTAKES.filter(([, mistake]) => expectedCount(mistake) === 0).map(([name]) => name));
  expect(ratings.filter(([name = "", rating]) => Number(rating) < 2 || (rating === "–") !== silent.has(name))).toEqual(
    [],
  );
});

test.each(Object.entries(MENDED))("who does what the hint says has mended it: %s", async (name, mend) => {
  const [, { change }] = MISTAKES.find(([known]) => known === name) ?? ["", { change: undefined }];
  expect(change, "there is such a mistake").toBeDefined();
  const wrong = change?.(BASE) ?? {};
  expect(await check(wrong)).not.toEqual([]);
  expect(await check(mend(wrong))).toEqual([]);
});
