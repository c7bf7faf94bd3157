import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { readMarkdownFile, readYamlFile } from "../../src/content/parse/document.ts";
import {
  changesSince,
  describeChange,
  findKey,
  FIRST_FORMAT,
  FORMAT_CHANGES,
  type FormatChange,
  type FormatFile,
  isNewer,
  isVersion,
} from "../../src/content/format/changes.ts";
import { readRecord, writeRecord } from "../../src/content/format/record.ts";
import { PROJECT } from "../command.ts";
import { BASE } from "../fixtures.ts";
import { runWithin } from "../within.ts";

const paper = realpathSync.native(mkdtempSync(join(tmpdir(), "evening-update-format-")));

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  rmSync(paper, { recursive: true });
});

const { version: VERSION } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string };
const CHANGELOG = readFileSync(join(PROJECT, "CHANGELOG.md"), "utf8");

test("the version has an entry in the changelog, and each change of the format is of a version that has one", () => {
  const entries = [...CHANGELOG.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
  expect(entries[0]).toBe(VERSION);
  expect(entries.at(-1)).toBe(FIRST_FORMAT);
  for (const { version } of FORMAT_CHANGES) {
    expect(entries).toContain(version);
    expect(isNewer(version, VERSION), version).toBe(false);
  }
});

test("versions are held against each other number by number", () => {
  expect(isNewer("1.10.0", "1.9.9")).toBe(true);
  expect(isNewer("2.0.0", "1.9.9")).toBe(true);
  expect(isNewer("1.9.9", "2.0.0")).toBe(false);
  expect(isNewer("1.0.0", "1.0.0")).toBe(false);
  expect([isVersion("1.0.0"), isVersion("1"), isVersion(1), isVersion(undefined)]).toEqual([true, false, false, false]);
});

const MADE_UP: readonly FormatChange[] = [
  { version: "2.0.0", what: "A topic is called a subject.", type: "subject", find: findKey("story", "topic") },
  { version: "3.0.0", what: "The accent is a word.", type: "a word", find: findKey("site", "theme", "accent") },
  { version: "3.0.0", what: "There is more to do.", type: "more" },
];

function file(kind: FormatFile["kind"], path: string, text: string): FormatFile {
  const { document } = (path.endsWith(".md") ? readMarkdownFile : readYamlFile)(path, Buffer.from(text));
  if (!document) throw new Error(path);
  return { kind, document };
}

test("a change is told with the places that it concerns, from the version on on which a publication settled", () => {
  const files = [
    file("story", "content/a.md", "---\ntitle: A\ntopic: news\n---\n"),
    file("edition", "content/edition.md", "---\ntopic: news\n---\n"),
    file("site", "content/site.yaml", 'name: A\ntheme: { font: sans, accent: "#000000" }\n'),
  ];
  expect(changesSince("1.0.0", MADE_UP)).toEqual(MADE_UP);
  expect(changesSince("2.0.0", MADE_UP)).toEqual(MADE_UP.slice(1));
  expect(changesSince("3.0.0", MADE_UP)).toEqual([]);
  expect(MADE_UP.flatMap((change) => describeChange(change, files))).toEqual([
    "2.0.0  A topic is called a subject.",
    "    type: subject",
    "    content/a.md:3:1",
    "3.0.0  The accent is a word.",
    "    type: a word",
    "    content/site.yaml:2:22",
    "3.0.0  There is more to do.",
    "    type: more",
  ]);
  expect(MADE_UP.slice(0, 1).flatMap((change) => describeChange(change, []))).toContain(
    "    nothing of this publication is concerned",
  );
});

test.each([
  ['{\r\n\t"a": 1\r\n}', '{\r\n\t"eveningUpdate": { "format": "2.0.0" },\r\n\t"a": 1\r\n}'],
  ["{}\n", '{"eveningUpdate": { "format": "2.0.0" }}\n'],
  ['{ "eveningUpdate": { "format": "1.0.0" } }', '{ "eveningUpdate": { "format": "2.0.0" } }'],
  [
    '{ "scripts": { "format": "1.0.0" },\n"eveningUpdate":{"format" :\n"1.0.0","b":2}}',
    '{ "scripts": { "format": "1.0.0" },\n"eveningUpdate":{"format" :\n"2.0.0","b":2}}',
  ],
  ['{ "eveningUpdate": {} }', '{ "eveningUpdate": {"format": "2.0.0"} }'],
  ['{ "eveningUpdate": { "b": 2 } }', '{ "eveningUpdate": { "format": "2.0.0", "b": 2 } }'],
])("a record is written and every other character kept: %j", (text, changed) => {
  expect(writeRecord(text, "2.0.0")).toBe(changed);
  expect(readRecord(changed)).toBe("2.0.0");
  expect(writeRecord(changed, "2.0.0")).toBe(changed);
});

test.each(["", "{", "[]", "null", '{ "eveningUpdate": 1 }'])("a record is not written into %j", (text) => {
  expect(writeRecord(text, "2.0.0")).toBeUndefined();
  expect(readRecord(text)).toBeUndefined();
});

test("upgrade says on what a publication settled, and writes it down", async () => {
  const manifest = join(paper, "package.json");
  cpSync(BASE, join(paper, "content"), { recursive: true });
  mkdirSync(join(paper, ".cache"));
  vi.spyOn(process, "cwd").mockReturnValue(paper);
  writeFileSync(manifest, '{"dependencies":{"evening-update":"*"}}');
  const first = await runWithin(["upgrade"]);
  expect(first).toEqual({
    code: 0,
    stderr: "",
    stdout: `package.json does not say on which format this publication settled, so 1.0.0 is assumed
evening-update ${VERSION}: the content format is that of 1.0.0, and nothing has to be typed
`,
  });
  const done = await runWithin(["upgrade", "--done"]);
  const says = `package.json says that this publication settled on the format of ${VERSION}\n`;
  expect(done).toEqual({ code: 0, stderr: "", stdout: says });
  expect(JSON.parse(readFileSync(manifest, "utf8"))).toMatchObject({ eveningUpdate: { format: VERSION } });
  writeFileSync(manifest, '{"eveningUpdate":1}');
  const { code, stderr } = await runWithin(["upgrade", "--done"]);
  expect([code, stderr]).toEqual([
    2,
    `package.json cannot be changed; put this into it: "eveningUpdate": { "format": "${VERSION}" }\n`,
  ]);
});
