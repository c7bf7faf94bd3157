import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/content/problems/diagnostic.ts";
import { runWithin } from "../../within.ts";
import { compareFolders } from "../compare.ts";
import { datelineOf, NOW, paceOver } from "./dateline.ts";
import {
  addEdition,
  deleteStory,
  editBody,
  editBodyOfFirst,
  editBodyOfNewest,
  editTitle,
  editTitleOfFirst,
} from "./edits.ts";
import { listFiles } from "./files.ts";
import { inventEditions, oldestEdition } from "./invent.ts";
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

/** What is wrong with it, but that two stories seem to tell one event: of so few words some are alike by chance. */
async function check(content: string): Promise<Diagnostic[]> {
  const { stdout } = await runWithin(["check", "--content", content, "--now", NOW, "--format", "json"]);
  return (JSON.parse(stdout) as Diagnostic[]).filter(({ rule }) => rule !== "same-event");
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
  });

  test("writes short stories, and every tenth a long one", () => {
    const bodies = [...inventEditions(PLAN)].flatMap(({ stories }) => stories.map(({ body }) => body));
    const words = bodies.map((body) => body.split(/\s+/).length);
    const long = words.filter((count) => count > 1000);
    const short = words.filter((count) => count <= 1000);
    const mean = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(long).toHaveLength(PLAN.stories / 10);
    expect(mean(long)).toBeGreaterThan(1900);
    expect(mean(long)).toBeLessThan(2100);
    expect(mean(short)).toBeGreaterThan(600);
    expect(mean(short)).toBeLessThan(900);
  });

  test("reaches back into an earlier year at a slower pace, for each slot by turns", () => {
    for (const stories of [200, 1000, 5000]) {
      const pace = paceOver(stories);
      const oldest = oldestEdition({ seed: 7, stories });
      const dates = Array.from({ length: stories / 4 }, (_, index) => datelineOf(oldest + index, pace));
      expect(dates[0]?.date, String(stories)).toMatch(/^202[45]-/);
      expect(dates.at(-1)?.identity).toBe("2026-10-31-evening");
      expect(new Set(dates.map(({ slot }) => slot)).size).toBe(2);
      expect(new Set(dates.map(({ identity }) => identity)).size).toBe(stories / 4);
    }
    expect(paceOver(5000)).toBe(1);
  });

  test("writes publications without a problem, small and after every edit of two runs", async () => {
    expect(await check(write("small", { seed: 7, stories: 16 }))).toEqual([]);
    for (const edit of [editBody, editTitle, addEdition, deleteStory])
      [0, 1].forEach((turn) => {
        edit(content, PLAN, turn);
      });
    expect(await check(content)).toEqual([]);
    const changed = compareFolders(content, join(folder, "again"));
    // Two bodies, two titles, two running orders; two stories gone, and two editions of five files come.
    expect(changed.filter((line) => line.endsWith("differs"))).toHaveLength(6);
    expect(changed.filter((line) => line.endsWith("missing"))).toHaveLength(2);
    expect(changed.filter((line) => line.endsWith("there"))).toHaveLength(10);
  });
});

describe("the default build's publication", () => {
  test("has no problem after every edit of two runs, of the newest and of an earlier year", async () => {
    const plan = { seed: 7, stories: 48, pace: paceOver(48) };
    const content = write("slow", plan);
    for (const edit of [editBodyOfNewest, editBodyOfFirst, editTitleOfFirst])
      [0, 1].forEach((turn) => {
        edit(content, plan, turn);
      });
    expect(await check(content)).toEqual([]);
    const changed = compareFolders(content, write("slow-again", plan));
    // One story of the newest edition, twice; two stories of each of the first two editions.
    expect(changed).toHaveLength(5);
    expect(changed.filter((line) => line.includes("/2026/"))).toHaveLength(1);
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

  test("has a page for each thread, of which its stories are told", () => {
    const site = join(folder, "hugo-threads");
    writeHugo(site, { ...PLAN, stories: 400 });
    const files = listFiles(join(site, "content"));
    const threads = files.filter((path) => /^threads\/.+\/_index\.md$/.test(path));
    const told = files
      .filter((path) => /-\d\.md$/.test(path))
      .flatMap((path) => /\nthreads:\n {2}- (.+)\n/.exec(readFileSync(join(site, "content", path), "utf8"))?.[1] ?? []);
    expect(threads.length).toBeGreaterThan(0);
    expect([...new Set(told)].sort()).toEqual(threads.map((path) => path.split("/")[1] ?? "").sort());
    for (const thread of told) expect(told.filter((other) => other === thread).length).toBeGreaterThan(1);
  });

  test("has a lean sibling of the same stories, without the pages that no theme makes", () => {
    const site = join(folder, "hugo-lean");
    writeHugo(site, PLAN, "lean");
    const files = listFiles(site);
    expect(files.filter((path) => /^content\/.*-\d\.md$/.test(path))).toHaveLength(PLAN.stories);
    expect(files.filter((path) => /^content\/(threads|corrections|disclosures|morning)\//.test(path))).toEqual([]);
    expect(files).toContain("layouts/_default/single.html");
  });

  test("gets plain links", () => {
    expect(plainLinks("[a](story:2026-10-31-evening/b-c-1) [d](affiliate:example-books/e-2)")).toBe(
      "[a](/2026/10/31/evening/b-c-1/) [d](https://books.example/e-2?partner=bench)",
    );
  });
});
