import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeContent } from "../bench/corpus/write-content.ts";
import { run } from "../command.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-heap-"));
  writeContent(join(folder, "content"), { seed: 7, stories: 600 });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a heap that is too small for a publication is told in a line, with what to set, and leaves nothing behind", () => {
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  const args = ["build", "--content", content, "--out", out, "--now", "2026-12-24T12:00:00Z", "--no-cards"];
  const env = { EVENING_UPDATE_CACHE: join(folder, "cache"), NODE_OPTIONS: "--max-old-space-size=50" };
  const { code, stdout, stderr } = run([...args, "--no-search"], { env });
  expect(code).toBe(1);
  const [told = "", ...rest] = stderr.trimEnd().split("\n");
  expect(told).toMatch(
    /Node lets the program use 50 MB, which is too little .* NODE_OPTIONS=--max-old-space-size=\d+ /,
  );
  expect(rest).toEqual([`${out} is as it was`]);
  expect(stdout).toBe("");
  expect(readdirSync(folder)).toEqual(["content"]);
});
