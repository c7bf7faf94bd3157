import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import createParser, { type MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";
import { afterAll, expect, test, vi } from "vitest";
import { entryOf, type IndexFile } from "../../src/pipeline/print/search/index-files.ts";
import { startIndexer } from "../../src/pipeline/print/search/pagefind.ts";
import { ANY, pickPart, pickProgram } from "../../src/pipeline/print/search/pick-files.ts";
import { startEleventy } from "../../src/pipeline/print/views.ts";
import { viewProblems } from "../../src/views/problems.ts";
import { observe } from "../../src/content/markdown/observe.ts";

// What this project reaches into libraries for, beside what they promise: a new version may have it otherwise.

const folder = mkdtempSync(join(tmpdir(), "evening-update-libraries-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function indexAny(): Promise<IndexFile[]> {
  const indexer = await startIndexer("en");
  try {
    return await indexer.index([ANY]);
  } finally {
    await indexer.end();
  }
}

test("Pagefind’s program has the class that opens one index, with all that the search page asks of it", async () => {
  const files = await indexAny();
  const program = pickProgram(files).find(({ path }) => path.endsWith(".js"));
  const path = join(folder, "pagefind.mjs");
  writeFileSync(path, program?.content ?? "");
  const { PagefindInstance } = (await import(pathToFileURL(path).href)) as {
    PagefindInstance: { readonly prototype: object };
  };
  const own = Object.getOwnPropertyNames(PagefindInstance.prototype);
  const replaced = ["loadEntry", "loadMeta", "_loadGenericChunk"];
  const called = ["init", "loadWasm", "search", "loadFragment", "throttledFetch", "decompress"];
  expect(own).toEqual(expect.arrayContaining([...replaced, ...called]));
  // `init` is to call those that are replaced.
  expect(String(PagefindInstance.prototype["init" as never])).toMatch(/this\.loadEntry\(\)/);
  expect(String(program?.content)).toMatch(/this\.loadMeta\(/);
  expect(String(program?.content)).toMatch(/this\.backend\.request_indexes\(/);
  expect(String(program?.content)).toMatch(/this\._loadGenericChunk\(\w+,"load_index_chunk"\)/);
  expect(Object.values(entryOf(files).languages)).toMatchObject([{ page_count: 1 }]);
});

test("Pagefind’s program without that class is refused, and so is an index whose texts cannot be read", async () => {
  const files = await indexAny();
  const change = (pattern: RegExp, from: string, to: string) =>
    files.map((file) =>
      pattern.test(file.path)
        ? { ...file, content: Buffer.from(Buffer.from(file.content).toString("latin1").replaceAll(from, to), "latin1") }
        : file,
    );
  expect(() => pickProgram(change(/^pagefind\.js$/, "PagefindInstance", "Instance"))).toThrow("not the Pagefind");
  const [facets] = pickPart(files, [ANY], "/");
  const { rows } = JSON.parse(String(facets?.content)) as { rows: [name: string][] };
  expect(rows.map(([name]) => name)).toEqual([expect.stringMatching(/^en_\w+$/)]);
  const renamed = files.map((file) => ({ ...file, path: file.path.replace("fragment/", "texts/") }));
  expect(() => pickPart(renamed, [ANY], "/")).toThrow("not the Pagefind");
});

test("Plot brings styles and names of parts, which the charts go without", () => {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = plot.plot({ document, marks: [plot.barX([1, 2]), plot.text(["a"])] });
  expect(svg.querySelectorAll("style").length).toBeGreaterThan(0);
  expect(svg.innerHTML).toMatch(/ aria-label="/);
});

interface Rules {
  readonly __rules__: readonly { readonly name: string; readonly alt: readonly string[] }[];
}

test("the rules that are wrapped stay where the parser and its plugin had put them", () => {
  const alternatives = ({ block, inline, core }: MarkdownIt) =>
    [block, inline, core].map(({ ruler }) =>
      (ruler as unknown as Rules).__rules__
        .filter(({ name }) => name !== "definitions" && name !== "words")
        .map(({ name, alt }) => [name, alt]),
    );
  const [plain, observed] = [createParser().use(footnote), createParser().use(footnote)];
  observe(observed);
  expect(alternatives(observed)).toEqual(alternatives(plain));
});

test("Eleventy prints and says nothing, however long it takes", async () => {
  const said = (["log", "warn", "error", "info"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  let time = 1000;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (time *= 1.5));
  const print = await startEleventy();
  for (let count = 0; count < 3; count++) expect(await print({ problems: [viewProblems([])] })).toHaveLength(1);
  const words = said.flatMap((spy) => spy.mock.calls);
  for (const spy of [clock, ...said]) spy.mockRestore();
  expect(time).toBeGreaterThan(1_000_000);
  expect(words).toEqual([]);
});
