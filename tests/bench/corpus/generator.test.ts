import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runWithin } from "../../within.ts";
import { compareFolders } from "../compare.ts";
import { datelineOf, NOW } from "./dateline.ts";
import { addEdition, deleteStory, editBody, editTitle } from "./edits.ts";
import { listFiles } from "./files.ts";
import { plainLinks } from "../peers/plain.ts";
import { writeContent } from "./write-content.ts";
import { writeHugo } from "../peers/write-hugo.ts";

const folder = mkdtempSync(join(tmpdir(), "evening-update-generator-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PLAN = { seed: 7, stories: 160 };

function write(name: string, plan = PLAN): string {
  const content = join(folder, name);
  writeContent(content, plan);
  return content;
}

function check(content: string) {
  return runWithin(["check", "--strict", "--content", content, "--now", NOW]);
}

describe("the generator", () => {
  const content = write("content");

  test("writes the same files for the same seed, and others for another", () => {
    expect(compareFolders(content, write("again"))).toEqual([]);
    expect(compareFolders(content, write("other", { ...PLAN, seed: 8 }))).not.toEqual([]);
  });

  test("begins its two editions a day from a fixed evening", () => {
    expect([1, 0, -1, -2].map((edition) => datelineOf(edition).identity)).toEqual([
      "2026-11-01-morning",
      "2026-10-31-evening",
      "2026-10-31-morning",
      "2026-10-30-evening",
    ]);
  });

  test("uses every part of the format that it is meant to exercise", () => {
    const stories = listFiles(content).filter((path) => /editions\/.*-\d\.md$/.test(path));
    const text = stories.map((path) => readFileSync(join(content, path), "utf8")).join("\n");
    expect(stories).toHaveLength(PLAN.stories);
    for (const part of [
      "](story:",
      "](affiliate:",
      "](/topics/",
      "\n| ---",
      "\n```",
      "\n> ",
      "\n### ",
      "[^1]:",
      "\n1. ",
    ])
      expect(text, part).toContain(part);
    for (const key of ["follows:", "whatsNew:", "corrections:", "affiliate: true", "byline:", "short:"])
      expect(text, key).toContain(`\n${key}`);
    const words = text.split(/\s+/).length / stories.length;
    expect(words).toBeGreaterThan(650);
    expect(words).toBeLessThan(900);
  });

  test("writes publications without a problem, small and after every edit of two runs", async () => {
    expect(await check(write("small", { seed: 7, stories: 16 }))).toMatchObject({ code: 0, stdout: "no problems\n" });
    for (const edit of [editBody, editTitle, addEdition, deleteStory])
      [0, 1].forEach((turn) => {
        edit(content, PLAN, turn);
      });
    expect(await check(content)).toMatchObject({ code: 0, stdout: "no problems\n" });
    const changed = compareFolders(content, join(folder, "again"));
    // Two bodies, two titles, two running orders; two stories gone, and two editions of five files come.
    expect(changed.filter((line) => line.endsWith("differs"))).toHaveLength(6);
    expect(changed.filter((line) => line.endsWith("missing"))).toHaveLength(2);
    expect(changed.filter((line) => line.endsWith("there"))).toHaveLength(10);
  });
});

describe("Hugo's site", () => {
  test("has every story, with links that Hugo can follow", () => {
    const site = join(folder, "hugo");
    writeHugo(site, PLAN);
    const stories = listFiles(join(site, "content")).filter((path) => /-\d\.md$/.test(path));
    expect(stories).toHaveLength(PLAN.stories);
    const text = stories.map((path) => readFileSync(join(site, "content", path), "utf8")).join("\n");
    expect(text).not.toMatch(/\]\((?:story|affiliate):/);
    expect(listFiles(site)).toContain("layouts/story/single.html");
  });

  test("gets plain links", () => {
    expect(plainLinks("[a](story:2026-10-31-evening/b-c-1) [d](affiliate:example-books/e-2)")).toBe(
      "[a](/2026/10/31/evening/b-c-1/) [d](https://books.example/e-2?partner=bench)",
    );
  });
});
