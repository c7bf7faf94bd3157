import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labelOf } from "../../src/pipeline/read/label.ts";
import { formatReport } from "../../src/commands/report.ts";
import { PROJECT } from "../command.ts";
import { readWhole } from "../publication.ts";
import { BASE, type Files } from "./base.ts";
import { MISTAKES } from "./mistakes.ts";

/** What `check` says of each mistake, reviewed as somebody who knows no YAML. UPDATE_EXPECTED=1 writes it anew. */
const EXPECTED = join(PROJECT, "tests/editor/expected.txt");
const NOW = Date.parse("2026-03-05T00:00:00Z");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-editor-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function report(files: Files): Promise<string> {
  const content = join(mkdtempSync(join(folder, "mistake-")), "content");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const { diagnostics } = await readWhole(content, NOW);
  return formatReport(diagnostics, "text").replaceAll(`${labelOf(content)}/`, "content/");
}

test("the base has no mistake", async () => {
  expect(await report(BASE)).toBe("");
});

test("each mistake of an editor is told as expected.txt says", async () => {
  const told: string[] = [];
  for (const [name, make] of Object.entries(MISTAKES)) told.push(`### ${name}\n${await report(make(BASE))}`);
  if (process.env["UPDATE_EXPECTED"] === "1") writeFileSync(EXPECTED, told.join("\n"));
  expect(told.join("\n")).toBe(readFileSync(EXPECTED, "utf8"));
  expect(
    told.filter((entry) => !entry.includes(" error ") && !entry.includes(" warning ")),
    "mistakes of which nothing is told",
  ).toEqual([]);
});
