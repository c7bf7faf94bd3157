import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { silence } from "../recording-sample.ts";
import { buildWarmAndCold } from "./warm-and-cold.ts";

/** What a recording does to a site that is built already: each warm build is held against a cold one. */
const NOW = "2026-03-05T00:00:00Z";
const FOLDER = "editions/2026/03-04-morning";
const FILE = "2026/03/04/morning/briefing.mp3";

const { bench, build } = buildWarmAndCold(NOW);

const own = (name: string) => join(bench().content, FOLDER, name);

function change(from: string | RegExp, to: string): void {
  writeFileSync(own("edition.md"), readFileSync(own("edition.md"), "utf8").replace(from, to));
}

const read = (path: string) => readFileSync(join(bench().out, path));
const podcast = () => read("podcast.xml").toString();

test("other bytes under the same name are copied again, and their length is told anew", () => {
  const { length } = silence(80);
  writeFileSync(own("briefing.mp3"), silence(80));
  build();
  expect(read(FILE).length).toBe(length);
  expect(podcast()).toContain(`length="${length}" type="audio/mpeg"`);
});

test("one larger than a chunk of a digest comes whole, and its last byte counts", () => {
  const large = silence(30_000);
  writeFileSync(own("briefing.mp3"), large);
  build();
  expect(read(FILE).equals(large)).toBe(true);
  large[large.length - 1] = 1;
  writeFileSync(own("briefing.mp3"), large);
  build();
  expect(read(FILE).equals(large)).toBe(true);
});

test("another voice is told wherever the recording is", () => {
  change("voice: ida-inkwell", "voice: synthetic");
  build();
  for (const path of ["2026/03/04/morning/index.html", "feed.xml", "api/1/editions/2026-03-04-morning.json"])
    expect(read(path).toString()).toContain("Synthetic voice");
  expect(podcast().match(/<description>\[Synthetic voice/g)).toHaveLength(2);
});

test("a person of another name is told by that", () => {
  const people = join(bench().content, "people.yaml");
  writeFileSync(people, readFileSync(people, "utf8").replace("name: Ida Inkwell", "name: Ida Penholder"));
  build();
  expect(podcast()).toContain("Ida Penholder");
});

test("one that is named no more is gone, and with the last of them the podcast", () => {
  change(/^audio:\n(?: {2}.*\n)+/m, "");
  rmSync(own("briefing.mp3"));
  const midday = join(bench().content, "editions/2026/03-03-midday/edition.md");
  build();
  expect(existsSync(join(bench().out, FILE))).toBe(false);
  expect(podcast()).not.toContain("/2026/03/04/");
  writeFileSync(midday, readFileSync(midday, "utf8").replace(/^audio:\n(?: {2}.*\n)+/m, ""));
  build();
  expect(existsSync(join(bench().out, "podcast.xml"))).toBe(false);
});

test("a chapter of a story that became a draft is told nowhere", () => {
  const story = join(bench().content, "editions/2026/03-03-midday/chinese.md");
  expect(read("podcast/2026-03-03-midday.json").toString()).toContain("/midday/chinese/");
  writeFileSync(story, readFileSync(story, "utf8").replace(/^---\n/, "---\ndraft: true\n"));
  expect(bench().build(NOW, "--unpublished")).toMatchObject({ code: 0 });
  for (const path of ["podcast/2026-03-03-midday.json", "podcast.xml"])
    expect(read(path).toString()).not.toContain("/midday/chinese/");
});

test("that of an edition which is a draft, or has not come, stands nowhere", () => {
  change("audio:", "publish: 2026-03-04T23:00\naudio:");
  build("2026-03-04T12:00:00Z");
  expect(existsSync(join(bench().out, FILE))).toBe(false);
  expect(podcast()).not.toContain("/2026/03/04/");
  change("publish: 2026-03-04T23:00\n", "draft: true\n");
  build();
  expect(existsSync(join(bench().out, FILE))).toBe(false);
});
