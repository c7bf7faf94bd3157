import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { BASE } from "../fixtures.ts";

/** A content folder of its own for each test, with a cache of its own. */
export interface DeskContent {
  root: string;
  content: string;
}

/** Has each test of a file begin with a fresh copy of a small publication. */
export function freshContent(): DeskContent {
  const fresh: DeskContent = { root: "", content: "" };
  const cache = process.env["EVENING_UPDATE_CACHE"];
  beforeEach(() => {
    fresh.root = mkdtempSync(join(tmpdir(), "evening-update-desk-"));
    fresh.content = join(fresh.root, "content");
    process.env["EVENING_UPDATE_CACHE"] = join(fresh.root, "cache");
    cpSync(BASE, fresh.content, { recursive: true });
  });
  afterEach(() => {
    if (cache === undefined) delete process.env["EVENING_UPDATE_CACHE"];
    else process.env["EVENING_UPDATE_CACHE"] = cache;
    rmSync(fresh.root, { recursive: true, force: true });
  });
  return fresh;
}

/** What was not refused. Throws the refusal. */
export function taken<Result extends object>(result: Result | { readonly refused: string }): Result {
  if ("refused" in result) throw new Error(result.refused);
  return result;
}
