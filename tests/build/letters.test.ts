import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../files.ts";
import { buildWarmAndCold } from "./warm-and-cold.ts";

/** What a letter does to a site that is built already: each warm build is held against a cold one. */
const NOW = "2026-03-05T00:00:00Z";
const LETTER = "letters/2026/03-04-q8w7e6.md";
const STORY = "2026/03/04/morning/lamps-by-post/index.html";
const MARK = "Nobody else wrote of brass hinges";

const { bench, build } = buildWarmAndCold(NOW);

function write(text: string, { story = "2026-03-04-morning/lamps-by-post", reply = "" } = {}): void {
  const path = join(bench().content, LETTER);
  mkdirSync(dirname(path), { recursive: true });
  const accepted = "accepted: { by: ida-inkwell, at: 2026-03-04T10:00 }";
  writeFileSync(
    path,
    `---\nstory: ${story}\nname: Wanda Wick\nat: 2026-03-04T09:00\n${accepted}\n${reply}---\n${text}\n`,
  );
}

function read(path: string): string {
  return readFileSync(join(bench().out, path), "utf8");
}

function filesWith(words: string): string[] {
  return listFiles(bench().out).filter((path) => readFileSync(join(bench().out, path)).includes(words));
}

test("a letter that is written, changed, answered and deleted changes the site each time, and is gone from every byte of it", () => {
  write(`${MARK}.`);
  build();
  expect(filesWith(MARK)).toEqual([STORY]);
  expect(read("2026/03/04/morning/index.html")).toContain(">1 letter</a>");
  write(`${MARK}, or did they?`, { reply: "reply: { by: otto-o-blotter, text: Somebody did. }\n" });
  build();
  expect(read(STORY)).toContain("Otto O’Blotter &amp; Sons, Harbour correspondent, answers");
  const people = join(bench().content, "people.yaml");
  writeFileSync(people, readFileSync(people, "utf8").replace("role: Harbour correspondent", "role: Pilot"));
  build();
  expect(read(STORY)).toContain("Otto O’Blotter &amp; Sons, Pilot, answers");
  rmSync(join(bench().content, LETTER));
  build();
  expect([...filesWith(MARK), ...filesWith("Wanda Wick"), ...filesWith("Somebody did")]).toEqual([]);
  expect(read("2026/03/04/morning/index.html")).not.toContain("letter</a>");
});

test("one letter makes few pages anew, and none where nothing has changed", () => {
  write(`${MARK}.`);
  expect(bench().build(NOW)).toMatchObject({ code: 0 });
  expect(bench().build(NOW).stdout).toContain("nothing has changed");
  write(`${MARK}, they say.`);
  const before = new Set(bench().snapshot());
  expect(bench().build(NOW)).toMatchObject({ code: 0 });
  const changed = bench()
    .snapshot()
    .filter((line) => !before.has(line));
  expect(changed.map((line) => line.split(" ")[0])).toEqual([STORY]);
});

test("the page of a story changes when it takes no more letters, and not before", () => {
  const path = join(bench().content, "editions/2026/03-04-morning/lamps-by-post.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("\ntopic:", "\ncomments: true\ntopic:"));
  write(`${MARK}.`);
  build();
  expect(read(STORY)).toContain('class="write"');
  build("2026-03-18T01:29:59Z");
  expect(read(STORY)).toContain('class="write"');
  build("2026-03-18T01:30:00Z");
  expect(read(STORY)).not.toContain('class="write"');
  expect(read(STORY)).toContain("This story takes no more letters.");
});

test("a letter to a story that readers cannot see stands nowhere, and is told", () => {
  write(`${MARK}.`, { story: "2026-03-04-late-evening/canary-draft-story" });
  expect(build()).toContain("letter-not-shown");
  expect(filesWith(MARK)).toEqual([]);
});
