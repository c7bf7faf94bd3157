import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { sortDiagnostics } from "../../src/content/problems/diagnostic-order.ts";
import { UNKNOWN } from "../../src/content/files/files.ts";
import { classify } from "../../src/content/files/layout.ts";
import { openPictures } from "../../src/pipeline/pictures/pictures.ts";
import { checkArchive, createArchive, measureAll, type OpenPublication } from "../../src/pipeline/read/archive.ts";
import { openFolders, UNKNOWN_FILES } from "../../src/pipeline/read/opened.ts";
import { openPublication } from "../../src/pipeline/read/publication.ts";
import { checkUnsaved } from "../../src/pipeline/read/unsaved.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const NOW = Date.parse(PUBLICATIONS.example.now);
const STORY = "editions/2026/03-05-evening/c2pa-content-credentials.md";
const EDITION = "editions/2026/03-05-evening/edition.md";
const EARLIER = readFileSync(
  join(PUBLICATIONS.example.content, "editions/2026/03-04-evening/gemini-flash-lite.md"),
  "utf8",
);
const [CITED = ""] = /url: .*/.exec(EARLIER) ?? [];
const PASTED = EARLIER.split("\n\n").find((paragraph) => /^[A-Z]/.test(paragraph)) ?? "";
const folder = mkdtempSync(join(tmpdir(), "evening-update-unsaved-"));
const content = join(folder, "content");
cpSync(PUBLICATIONS.example.content, content, { recursive: true });

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(): Promise<OpenPublication> {
  const frame = openPublication({ content, now: NOW, preview: true }, UNKNOWN);
  const opened = openFolders(frame.site, frame.folders, NOW, UNKNOWN_FILES, new Map());
  return { frame, archive: createArchive(frame, opened, await measureAll(opened, openPictures()), { advice: true }) };
}

const ofFolder = (found: readonly Diagnostic[]) =>
  sortDiagnostics(found.filter(({ path }) => path.includes("/03-05-evening/")));

const front = (line: string) => (text: string) => text.replace(/^---\n/, `---\n${line}\n`);
const body = (words: string) => (text: string) => `${text}\n${words}\n`;

test.each<[string, string, (text: string) => string]>([
  ["a letter more", STORY, body("A word.")],
  ["an unknown topic", STORY, (text) => text.replace(/^topic: .*$/m, "topic: modles")],
  ["an unknown key", STORY, front("colour: red")],
  ["a paid link without its flag", STORY, body("[A host](affiliate:example-host).")],
  ["a link to no story", STORY, body("[A story](story:2026-03-05-evening/none).")],
  ["a link to a story’s new address", STORY, body("[A story](story:2026-03-05-evening/c2pa-content-credentials).")],
  ["a picture that is not there", STORY, body("![A dot](dot.png)")],
  ["a name that it had, which another text has", STORY, front("formerly: 2026-03-05-evening/owasp-llm-top-10")],
  ["a draft", STORY, front("draft: true")],
  ["no front matter", STORY, () => "nothing"],
  ["a source that an earlier story cites", STORY, (text) => text.replace(/url: .*/, CITED)],
  ["a paragraph of an earlier story", STORY, body(PASTED)],
  ["a running order that misses a story", EDITION, (text) => text.replace("  - c2pa-content-credentials\n", "")],
  ["nothing at all", EDITION, () => ""],
])("of unsaved text is told what check tells of it when it is saved: %s", async (_, name, change) => {
  const before = readFileSync(join(content, name), "utf8");
  const open = await read();
  const place = classify(name);
  if (!("kind" in place) || (place.kind !== "story" && place.kind !== "edition")) throw new Error("no text");
  const bytes = Buffer.from(change(before));
  const unsaved = await checkUnsaved(open, { content, place, file: { path: name, bytes }, now: NOW });
  expect(readFileSync(join(content, name), "utf8")).toBe(before);
  writeFileSync(join(content, name), bytes);
  const saved = ofFolder(checkArchive((await read()).archive));
  writeFileSync(join(content, name), before);
  expect(sortDiagnostics(unsaved)).toEqual(saved);
});
