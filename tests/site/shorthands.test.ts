import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { run } from "../command.ts";
import { listFiles } from "../files.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const { content: EXAMPLE, now: NOW } = PUBLICATIONS.example;
let folder = "";

/** The entries of one of the example's vocabularies. */
function readEntries(name: string): Record<string, { name: string; aliases?: readonly string[] }> {
  return parse(readFileSync(join(EXAMPLE, `${name}.yaml`), "utf8")) as ReturnType<typeof readEntries>;
}

const [publishers, people, topics] = ["publishers", "people", "topics"].map(readEntries);
const nameIn = (entries: ReturnType<typeof readEntries> | undefined, id: string) =>
  JSON.stringify(entries?.[id]?.name.toUpperCase());
const aliasOf = (id: string) => (topics?.[id]?.aliases?.at(-1) ?? id).toUpperCase().replaceAll("-", " ");

/** A source of which the publication knows no more than its address, as the format says and as an editor types it. */
const FULL = /- publisher: nature\n(?: {4}.*\n)+/;
const ADDRESS = "https://www.nature.com/articles/s41586-025-09422-z";
const FORMAL = `- { publisher: nature, title: nature.com/articles/s41586-025-09422-z, url: "${ADDRESS}" }\n`;

/** How an editor may type what the front matter says. */
const TYPED: readonly (readonly [what: RegExp, type: (found: string, id: string) => string])[] = [
  [/(?<=^ {2}- publisher: )(\S+)$/gm, (_, id) => nameIn(publishers, id)],
  [/(?<=^(?:byline|responsible): )([\w-]+)$/gm, (_, id) => nameIn(people, id)],
  [
    /(?<=^byline: \[)([^\]]+)/gm,
    (_, ids) =>
      ids
        .split(", ")
        .map((id) => nameIn(people, id))
        .join(", "),
  ],
  [/(?<=^topic: )([\w-]+)$/gm, (_, id) => aliasOf(id)],
  // Times of a sign-off are as the command wrote them.
  [/(?<=^(?:publish| *- at): \d{4}-\d\d-\d\d)(T)/gm, () => " "],
  [
    /(?<=^stories: \[)([^\]]+)/gm,
    (_, slugs) =>
      slugs
        .split(", ")
        .map((slug) => `${slug}.md`)
        .join(", "),
  ],
];

/** Lays the example into a folder, with its texts changed, and builds it; returns the site's folder. */
function build(name: string, change: (text: string) => string): string {
  const [content, site] = ["content", "site"].map((part) => join(folder, name, part)) as [string, string];
  cpSync(EXAMPLE, content, { recursive: true });
  for (const path of listFiles(content).filter((each) => /^editions\/.*\.md$|^site\.yaml$/.test(each)))
    writeFileSync(join(content, path), change(readFileSync(join(content, path), "utf8")));
  const args = ["build", "--content", content, "--out", site, "--now", NOW, "--no-cards", "--no-search"];
  const { code, stdout, stderr } = run(args, { env: { EVENING_UPDATE_CACHE: join(folder, name, "state") } });
  expect([code, stderr], stdout).toEqual([0, ""]);
  return site;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-shorthands-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what an editor typed in other words builds byte for byte the site of what the format says", () => {
  const counts = TYPED.map(() => 0);
  const type = (text: string) =>
    TYPED.reduce(
      (typed, [what, word], at) =>
        typed.replace(what, (found: string, id: string) => {
          counts[at] = (counts[at] ?? 0) + 1;
          return word(found, id);
        }),
      text,
    );
  const formal = build("formal", (text) => text.replace(FULL, FORMAL));
  const typed = build("typed", (text) => type(text.replace(FULL, `- ${ADDRESS}\n`)));
  expect(counts.filter((count) => count === 0)).toEqual([]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  expect(listFiles(typed)).toEqual(listFiles(formal));
  const differing = listFiles(formal).filter(
    (path) => !readFileSync(join(typed, path)).equals(readFileSync(join(formal, path))),
  );
  expect(differing).toEqual([]);
});
