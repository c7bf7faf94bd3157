import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PUBLICATIONS } from "./fixtures.ts";
import { runWithin } from "./within.ts";

const { content: FIXTURE, now: NOW } = PUBLICATIONS.fixture;
const E = "editions/2026";
let folder = "";
let content = "";

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    stdio: "pipe",
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-lost-"));
  content = join(folder, "content");
  cpSync(FIXTURE, content, { recursive: true });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Before");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(path: string): string {
  return readFileSync(join(content, path), "utf8");
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = read(path);
  expect(text).toMatch(from);
  writeFileSync(join(content, path), text.replace(from, to));
}

function rename(from: string, to: string): void {
  renameSync(join(content, from), join(content, to));
}

/** What `check --since` says of lost addresses: path, line and hint, each in one line. */
async function lost(now: string = NOW): Promise<string[]> {
  const { stdout } = await runWithin(["check", "--content", content, "--since", "HEAD", "--now", now]);
  const text = stdout.replaceAll(/\S*\/content\//g, "content/").replaceAll("\n    hint: ", " | ");
  return text.split("\n").filter((line) => line.includes(" lost-address "));
}

function move(from: string, to: string) {
  return runWithin(["move", from, to, "--content", content, "--now", NOW]);
}

describe("check --since tells what was where it answers no more, and what to type", () => {
  test("nothing, where nothing is lost, or was moved by the command", async () => {
    expect(await lost()).toEqual([]);
    await move("2026-03-04-morning/ferry-tickets", "2026-03-02-midday/tickets");
    await move("2026-03-01-morning", "2026-02-28-midday");
    await move("topics/boats", "topics/ships");
    await move("publishers/town-crier", "publishers/crier");
    await move("pages/tools", "pages/our-tools");
    expect(await lost()).toEqual([]);
  });

  test("a story that has another name in its edition", async () => {
    rename(`${E}/03-04-morning/ferry-tickets.md`, `${E}/03-04-morning/tickets.md`);
    edit(`${E}/03-04-morning/edition.md`, "ferry-tickets", "tickets");
    expect(await lost()).toEqual([
      "content/editions/2026/03-04-morning/tickets.md:1:1 error lost-address  the story 2026-03-04-morning/ferry-tickets was at " +
        "/2026/03/04/morning/ferry-tickets/, and nothing answers there any more | write “formerly: [2026-03-04-morning/ferry-tickets]” into " +
        "content/editions/2026/03-04-morning/tickets.md, or “npm run move -- 2026-03-04-morning/ferry-tickets 2026-03-04-morning/tickets” next time",
    ]);
    edit(`${E}/03-04-morning/tickets.md`, "---\n", "---\nformerly: 2026-03-04-morning/ferry-tickets\n");
    expect(await lost()).toEqual([]);
  });

  test("a story in another edition", async () => {
    rename(`${E}/03-04-morning/ferry-tickets.md`, `${E}/03-02-midday/ferry-tickets.md`);
    expect(await lost()).toEqual([
      expect.stringContaining("into content/editions/2026/03-02-midday/ferry-tickets.md, or"),
    ]);
  });

  test("a story that is gone, unless its file says so", async () => {
    const file = `${E}/03-04-morning/ferry-tickets.md`;
    rmSync(join(content, file));
    expect(await lost()).toEqual([
      expect.stringMatching(
        /^content\/editions\/2026\/03-04-morning\/ferry-tickets\.md:1:1 .* \| put it back, .* or write content\/\S+ with “gone: \{ at: 2026-03-05T\d\d:\d\d \}”$/,
      ),
    ]);
    writeFileSync(join(content, file), "---\ngone: { at: 2026-03-04T20:00 }\n---\n");
    expect(await lost()).toEqual([]);
  });

  test("a story that was made a draft again; none that no reader could see", async () => {
    edit(`${E}/03-04-morning/ferry-tickets.md`, "---\n", "---\ndraft: true\n");
    rmSync(join(content, E, "03-04-late-evening/canary-draft-story.md"));
    expect(await lost()).toEqual([
      expect.stringMatching(/ferry-tickets\.md:1:1 .* \| have it published as it was, or, if it was taken back/),
    ]);
    expect(await lost("2026-03-01T12:00:00Z")).toEqual([]);
  });

  test("an edition with all its stories, in one line", async () => {
    rename(`${E}/03-04-morning`, `${E}/03-03-morning`);
    expect(await lost()).toEqual([
      expect.stringMatching(
        /^content\/editions\/2026\/03-03-morning\/edition\.md:1:1 .*the edition 2026-03-04-morning .* \| write “formerly: \[2026-03-04-morning\]” into/,
      ),
    ]);
    rmSync(join(content, E, "03-03-morning"), { recursive: true });
    expect(await lost()).toEqual([
      expect.stringMatching(/03-04-morning\/edition\.md:1:1 .* \| put it back, or write .* with “gone: /),
    ]);
  });

  test("of an edition that went elsewhere the story that did not come along, too", async () => {
    rename(`${E}/03-04-morning`, `${E}/03-03-morning`);
    rmSync(join(content, E, "03-03-morning/main.md"));
    expect((await lost()).map((line) => /the \w+ (\S+) was/.exec(line)?.[1])).toEqual([
      "2026-03-04-morning",
      "2026-03-04-morning/main",
    ]);
  });

  test("topics, publishers, pages and slots; none whose stories went", async () => {
    edit("topics.yaml", /^boats:/m, "ships:");
    edit("publishers.yaml", /^town-crier:/m, "crier:");
    for (const path of readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    ))
      writeFileSync(
        join(content, path),
        read(path).replace("topic: boats", "topic: ships").replaceAll("town-crier", "crier"),
      );
    rename("pages/tools.md", "pages/our-tools.md");
    edit("site.yaml", / {2}midday: .*\n/, "");
    rmSync(join(content, E, "03-02-midday"), { recursive: true });
    rmSync(join(content, E, "03-03-midday"), { recursive: true });
    const told = await lost();
    expect(told).toEqual([
      expect.stringContaining("the edition 2026-03-02-midday"),
      expect.stringContaining("the edition 2026-03-03-midday"),
      expect.stringMatching(/^content\/pages\/our-tools\.md:1:1 .* write “formerly: \[tools\]” into/),
      expect.stringMatching(/^content\/publishers\.yaml:\d+:1 .* write “formerly: \[town-crier\]” below “crier”/),
      expect.stringMatching(/^content\/site\.yaml:\d+:1 .*the slot “midday” .* put it back under “slots”/),
      expect.stringMatching(/^content\/topics\.yaml:1:1 .* write “formerly: \[boats\]” below “ships”/),
    ]);
  });

  test("what led on from an earlier address and does so no more", async () => {
    edit(`${E}/03-04-morning/ferry-tickets.md`, "---\n", "---\nformerly: [/blog/7/, 2026-03-04-morning/boats]\n");
    git("commit", "--all", "--quiet", "--message", "Named");
    edit(`${E}/03-04-morning/ferry-tickets.md`, /formerly.*\n/, "");
    expect(await lost()).toEqual([
      expect.stringContaining("a text was at /blog/7/"),
      expect.stringContaining("the story 2026-03-04-morning/boats"),
    ]);
  });
});

describe("a number that changed does not escape in a move", () => {
  const silent = async (revision = "HEAD") => {
    const { stdout } = await runWithin(["check", "--content", content, "--since", revision, "--now", NOW]);
    return stdout.split("\n").filter((line) => line.includes(" silent-edit "));
  };

  beforeEach(() => {
    edit(`${E}/03-04-morning/ferry-tickets.md`, /\n---\n/, "\n---\nIt costs 12 pence. ");
    git("commit", "--all", "--quiet", "--message", "Price");
  });

  test.each([
    ["of a story", "2026-03-04-morning/ferry-tickets", "2026-03-02-midday/tickets", `${E}/03-02-midday/tickets.md`],
    ["of an edition", "2026-03-04-morning", "2026-03-03-morning", `${E}/03-03-morning/ferry-tickets.md`],
  ])("%s", async (_, from, to, file) => {
    expect((await move(from, to)).code).toBe(0);
    expect(await silent()).toEqual([]);
    edit(file, "12 pence", "13 pence");
    expect(await silent()).toEqual([expect.stringContaining("“12” became “13”")]);
  });

  test.each([
    ["a story", "2026-03-04-morning/ferry-tickets", "2026-03-02-midday/tickets", `${E}/03-02-midday/tickets.md`],
    ["an edition", "2026-03-04-morning", "2026-03-03-morning", `${E}/03-03-morning/ferry-tickets.md`],
  ])("of %s that was committed, as in a pull request", async (_, from, to, file) => {
    await move(from, to);
    edit(file, "12 pence", "13 pence");
    git("add", ".");
    git("commit", "--quiet", "--message", "Move");
    expect(await silent("HEAD^1")).toEqual([
      expect.stringMatching(/^\S+\.md:\d+:1 warning silent-edit .*“12” became “13”/),
    ]);
    edit(file, "13 pence", "12 pence");
    expect(await silent("HEAD^1")).toEqual([]);
  });

  test("nor where a story was renamed without a word of where it stood", async () => {
    rename(`${E}/03-04-morning/ferry-tickets.md`, `${E}/03-02-midday/tickets.md`);
    edit(`${E}/03-02-midday/tickets.md`, "12 pence", "13 pence");
    git("add", ".");
    git("commit", "--quiet", "--message", "Rename");
    expect(await silent("HEAD^1")).toEqual([expect.stringMatching(/tickets\.md:\d+:1 .*“12” became “13”/)]);
  });

  test("nor where another text has its place now", async () => {
    await move("2026-03-04-morning/ferry-tickets", "2026-03-04-morning/tickets");
    await move("2026-03-04-morning/main", "2026-03-02-midday/main");
    expect(await silent()).toEqual([]);
  });
});
