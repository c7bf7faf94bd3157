import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, createBench } from "./publication.ts";

let bench: Bench;

beforeAll(() => {
  bench = createBench("--unpublished", "--no-search", "--no-cards");
});

afterAll(() => {
  bench.remove();
});

/** Builds by what the last build left, and holds the site against one that is made of nothing. */
function build(now: string): void {
  const { code, stdout, stderr } = bench.build(now);
  expect(code, stdout + stderr).toBe(0);
  expect(bench.snapshot()).toEqual(bench.buildCold(now).site);
}

function read(name: string): string {
  return readFileSync(join(bench.out, name), "utf8");
}

function news(): string[] {
  return Array.from(
    read("news-sitemap.xml").matchAll(/<loc>https:\/\/lantern\.example([^<]*)/g),
    ([, path = ""]) => path,
  );
}

function titles(feed: string): string[] {
  return (parseAtomFeed(read(feed)).entries ?? []).map(({ title }) => title?.value ?? "");
}

describe("a later build of the same content", () => {
  test("takes out of the news what came out two days before, to the second, and says nothing is new without news", () => {
    const morning = "/2026/03/04/morning/";
    // The edition came out at 07:00 in Kolkata.
    build("2026-03-06T01:29:59Z");
    expect(news()).toEqual(expect.arrayContaining([morning, `${morning}lamps-by-post/`, "/2026/03/05/morning/"]));
    expect(news().filter((path) => path.startsWith("/2026/03/03/"))).toEqual([]);
    build("2026-03-06T01:30:00Z");
    expect(news().filter((path) => path.startsWith(morning))).toEqual([]);
    expect(news()).toContain("/2026/03/05/morning/");
    build("2026-04-20T00:00:00Z");
    expect(news()).toEqual(["/"]);
    expect(read("news-sitemap.xml")).not.toContain("news:");
    build("2026-03-06T01:29:59Z");
    expect(news()).toContain(morning);
  });

  test("no longer says before a title what was put right a week ago", () => {
    const path = join(bench.content, "editions/2026/03-04-morning/ferry-tickets.md");
    const correction = (day: string, kind: string) =>
      `{ at: 2026-03-${day}T12:00, kind: ${kind}, text: "It is ${kind}." }`;
    const all = [correction("04", "correction"), correction("05", "update")].join(", ");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^title:/m, `corrections: [${all}]\ntitle:`));
    const [plain, corrected, updated] = ["", "Corrected: ", "Updated: "].map(
      (word) => `${word}Ferry tickets are printed on both sides · Contains paid links`,
    );
    build("2026-03-11T06:29:59Z");
    expect(titles("stories.xml")).toContain(corrected);
    expect(titles("feed.xml").filter((title) => title.includes("Ferry tickets"))).not.toEqual([]);
    expect(titles("feed.xml").filter((title) => /Corrected|Updated/.test(title) && title.includes("Ferry"))).toEqual(
      [],
    );
    // Each is named while it is young, and the graver one before the other.
    build("2026-03-11T06:30:00Z");
    expect(titles("stories.xml")).toContain(updated);
    build("2026-03-12T06:30:00Z");
    expect(titles("stories.xml")).toContain(plain);
    expect(titles("corrections/feed.xml")).toEqual(expect.arrayContaining([`Correction: ${plain ?? ""}`]));
  });
});
