import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { PROJECT, run } from "./command.ts";

export const EXAMPLE_NOW = "2026-03-06T00:00:00Z";
export const FIXTURE_NOW = "2026-03-05T00:00:00Z";

/** Builds once the two sites that most tests look at. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-"));
  const build = (content: string, name: string, now: string): string => {
    const out = join(folder, name);
    const { code, stdout, stderr } = run(["build", "--content", content, "--out", out, "--now", now]);
    if (code !== 0) throw new Error(`building ${content} failed with ${String(code)}:\n${stdout}${stderr}`);
    return out;
  };
  project.provide("exampleSite", build(join(PROJECT, "content"), "example", EXAMPLE_NOW));
  project.provide("fixtureSite", build(join(PROJECT, "tests/fixtures/site/content"), "fixture", FIXTURE_NOW));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
