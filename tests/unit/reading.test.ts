import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import { storySchema } from "../../src/content/schema/schema.ts";
import { readFiles } from "../publication.ts";
import { validate } from "../../src/content/schema/validate.ts";
import { PROJECT } from "../command.ts";
import { STORY } from "../hostile.ts";

/** Any bytes end in a model or in diagnostics whose places lie in the file. */
const BASE = join(PROJECT, "tests/fixtures/invalid/_base");
const FILES = new Map(
  readdirSync(BASE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => [full.slice(BASE.length + 1).replaceAll("\\", "/"), readFileSync(full)] as const),
);
const GOOD = readFileSync(join(BASE, STORY));

function checkFile(path: string, bytes: Uint8Array) {
  const files = [...new Map<string, Uint8Array>([...FILES, [path, bytes]])].map(([name, own]) => ({
    path: name,
    bytes: own,
  }));
  return readFiles(files, 0, true).diagnostics;
}

function expectPlaced(path: string, bytes: Uint8Array): void {
  const lines = new TextDecoder().decode(bytes).split("\n");
  for (const { path: told, line, column } of checkFile(path, bytes)) {
    if (told !== `content/${path}`) continue;
    expect(lines.length).toBeGreaterThanOrEqual(line);
    expect(column).toBeGreaterThanOrEqual(1);
    expect((lines[line - 1] ?? "").length + 1).toBeGreaterThanOrEqual(column);
  }
}

const RUNS = { numRuns: 150, seed: 20_260_304 };
const anyFile = fc.constantFrom(...FILES.keys());
/** What YAML, Markdown, Unicode and JavaScript each take for something special. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    ..."- |? |: |: \n|\n---\n|...\n|%YAML 1.1\n|&a |*a|!!str |!<x>|<<: |[|]|{|}|,|#| #|\"|'|\\|\\u0000|\\uD800|@|`|\t|\r|\r\n|~|null".split(
      "|",
    ),
    ..."|>|1e999|.nan|0x1f|2026-03-04|__proto__: |constructor: |toString|## |### |[a](|)|![|](|[^1]|[^1]: |[a]: |<b>|<!--|&#0;".split(
      "|",
    ),
    ..."https://|story:|affiliate:|mailto:|/about/|#%zz|//|javascript:|\uFEFF|\u202E|\uD83D|\0|title: |source:\n  |tags: ".split(
      "|",
    ),
    "|",
  ),
);

describe("reading never throws, and each problem lies in its file", () => {
  test("whatever the bytes", () => {
    fc.assert(fc.property(anyFile, fc.uint8Array({ maxLength: 200 }), expectPlaced), RUNS);
  });

  test("wherever a good file is cut off", () => {
    fc.assert(
      fc.property(anyFile, fc.nat(500), (path, length) => {
        expectPlaced(path, (FILES.get(path) ?? GOOD).subarray(0, length));
      }),
      RUNS,
    );
  });

  test("whatever is put into a good file", () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.tuple(fc.nat(300), piece), { minLength: 1, maxLength: 6 }), (path, pieces) => {
        let text = (FILES.get(path) ?? GOOD).toString();
        for (const [at, words] of pieces) text = text.slice(0, at) + words + text.slice(at);
        expectPlaced(path, Buffer.from(text));
      }),
      RUNS,
    );
  });
});

describe("a title is kept as it was typed, or is an error", () => {
  const keeps = (value: string) => {
    const { document, diagnostics } = readMarkdownFile("a.md", Buffer.from(`---\ntitle: ${value}\n---\n`));
    const found = document && validate(document, storySchema);
    const wrong = [...diagnostics, ...(found?.diagnostics ?? [])].filter(({ rule }) => rule !== "missing-key");
    return wrong.length > 0 ? wrong.map(({ rule }) => rule) : found?.partial.title;
  };

  test.each([
    ["yes", "yes"],
    ["on", "on"],
    ["1_000", "1_000"],
    ["12:30:45", "12:30:45"],
    ["2026-3-4", "2026-3-4"],
    ["C#", "C#"],
    ["1.2.3", "1.2.3"],
    ["0b11", "0b11"],
    ["'2026-03-04'", "2026-03-04"],
    ['"012"', "012"],
    ["'It''s'", "It's"],
    ['"a\\tb"', "a\tb"],
    ['"a \\\n  b"', "a b"],
    ["one\n  two", "one two"],
    ["Nein — doch", "Nein — doch"],
    ["Яндекс", "Яндекс"],
  ])("%j", (value, expected) => {
    expect(keeps(value)).toBe(expected);
  });

  test.each([
    ...["3.10", "012", "0x1f", "0o14", "1e3", "1e999", ".inf", "-.inf", ".nan", "+1", "1.", ".5", "-0"],
    ...["12345678901234567890", "true", "False", "null", "~", "", "2026-03-04", "2026-03-04T18:30"],
    ...[
      "a: b",
      "F #1",
      "@a",
      "`a",
      "&a b",
      "*a",
      "!a b",
      "%a",
      "[a]",
      "{ a: b }",
      "{{ x }}",
      "- a",
      "? a",
      "|\n  a\n  b",
      '"a',
      "'a",
    ],
  ])("%j is an error", (value) => {
    expect(keeps(value)).toBeInstanceOf(Array);
  });

  test("as any plain text that YAML has no word for", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9 .,;()+*/=$€“”’é—-]{0,60}[a-z.]$/), (value) => {
        const kept = keeps(value);
        if (typeof kept === "string") expect(kept).toBe(value);
      }),
      RUNS,
    );
  });
});
