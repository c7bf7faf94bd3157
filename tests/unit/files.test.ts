import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readContentFolder } from "../../src/content/files/files.ts";

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return {
    ...original,
    lstatSync: vi.fn(original.lstatSync),
    openSync: vi.fn(original.openSync),
    readdirSync: vi.fn(original.readdirSync),
  };
});

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-files-"));
  mkdirSync(join(folder, "pages"));
  for (const name of ["about.md", "terms.md"]) writeFileSync(join(folder, "pages", name), "text");
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function fail(code: string) {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
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
  vi.mocked(fs.openSync).mockImplementationOnce(fail("EACCES"));
  expect(read()).toEqual({
    files: ["pages/terms.md"],
    refused: ["pages/about.md"],
    told: [["content/pages/about.md", "this cannot be read (EACCES)"]],
  });
});

test("a file that goes away between listing and reading is told, and the others are read", () => {
  const look = vi.mocked(fs.lstatSync).getMockImplementation();
  vi.mocked(fs.lstatSync)
    .mockImplementationOnce(look as never)
    .mockImplementationOnce(fail("ENOENT"));
  expect(read()).toMatchObject({
    files: ["pages/terms.md"],
    told: [["content/pages/about.md", "this was here a moment ago and is gone"]],
  });
});

test("a folder that nobody may open is told", () => {
  const list = vi.mocked(fs.readdirSync).getMockImplementation();
  vi.mocked(fs.readdirSync)
    .mockImplementationOnce(list as never)
    .mockImplementationOnce(fail("EACCES"));
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
