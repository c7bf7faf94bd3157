import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readContentFolder } from "../../src/content/files/files.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-files-"));
  mkdirSync(join(folder, "pages"));
  for (const name of ["about.md", "terms.md"]) writeFileSync(join(folder, "pages", name), "text");
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

type Reading = "lstatSync" | "openSync" | "readdirSync";

/** Has a function of the disk fail, once, at a call: for every module, whenever it was loaded. */
function failAt(call: number, name: Reading, code: string): void {
  const spy = vi.spyOn(fs, name);
  const original = spy.getMockImplementation() as () => never;
  for (let before = 1; before < call; before++) spy.mockImplementationOnce(original);
  spy.mockImplementationOnce(() => {
    throw Object.assign(new Error(code), { code });
  });
  syncBuiltinESMExports();
}

function read() {
  const { files, refused, diagnostics } = readContentFolder(folder, "content");
  return {
    files: files.map(({ path }) => path),
    refused,
    told: diagnostics.map(({ path, message }) => [path, message]),
  };
}

test("a folder's files are read in order", () => {
  expect(read()).toEqual({ files: ["pages/about.md", "pages/terms.md"], refused: [], told: [] });
});

test("a file that nobody may read is told, and the others are read", () => {
  failAt(1, "openSync", "EACCES");
  expect(read()).toEqual({
    files: ["pages/terms.md"],
    refused: ["pages/about.md"],
    told: [["content/pages/about.md", "this cannot be read (EACCES)"]],
  });
});

test("a file that goes away between listing and reading is told, and the others are read", () => {
  failAt(2, "lstatSync", "ENOENT");
  expect(read()).toMatchObject({
    files: ["pages/terms.md"],
    told: [["content/pages/about.md", "this was here a moment ago and is gone"]],
  });
});

test("a folder that nobody may open is told", () => {
  failAt(2, "readdirSync", "EACCES");
  expect(read()).toEqual({
    files: [],
    refused: ["pages"],
    told: [["content/pages", "this cannot be read (EACCES)"]],
  });
});

test("folders with nothing in them are passed over, as git does", () => {
  mkdirSync(join(folder, "drafts/2026"), { recursive: true });
  expect(read()).toMatchObject({ refused: [], told: [] });
});
