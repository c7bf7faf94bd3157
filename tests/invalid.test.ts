import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelOf } from "../src/pipeline/read/label.ts";
import { formatReport } from "../src/commands/report.ts";
import type { Diagnostic } from "../src/content/problems/diagnostic.ts";
import { spellOut } from "../src/content/words/invisible.ts";
import { PROJECT } from "./command.ts";
import { readWhole } from "./publication.ts";
import { runWithin } from "./within.ts";
import { EDITION, HOSTILE_ENTRIES, HOSTILE_STORIES, STORY } from "./hostile.ts";

/**
 * One folder of tests/fixtures/invalid is one mistake: the files that differ from the valid content of _base, the paths
 * that are taken away (removed.txt), and what `check` prints (expected.txt), with advice where the name begins so.
 * UPDATE_EXPECTED=1 writes the last anew.
 */
const INVALID = join(PROJECT, "tests/fixtures/invalid");
const NOW = Date.parse("2026-03-05T00:00:00Z");

/** Never reported, whatever an editor writes: what a check of a kind not foreseen would be called. */
const FALLBACK = "invalid";

/** Need the text of an earlier revision or site; tests/silent-edits.test.ts and tests/lost-addresses.test.ts have some. */
const OF_A_REVISION = ["lost-address", "silent-edit"];

/** Told of a hundred stories and more; tests/repeats/repeats.test.ts has some. */
const OF_AN_ARCHIVE = ["same-event"];

/** Told of printed pages, by a build only; tests/build/budget.test.ts and tests/build/not-made.test.ts have some. */
const OF_A_BUILD = ["heavy-page", "not-made", "site-size"];

/** Mistakes that git would not keep, or that nobody could see in a file, are made in the copy. */
const MADE: Record<string, (content: string) => void> = {
  ...Object.fromEntries(
    Object.entries(HOSTILE_STORIES).map(([name, change]) => [
      name,
      (content) => {
        layStory(content, STORY, change);
      },
    ]),
  ),
  ...Object.fromEntries(Object.entries(HOSTILE_ENTRIES).map(([name, { lay }]) => [name, lay])),
  "vocabulary-too-large": (content) => {
    writeFileSync(join(content, "topics.yaml"), `# ${"Words. ".repeat(40_000)}\n`);
  },
  "letter-too-long": (content) => {
    const path = join(content, "letters/2026/03-04-a1b2c3.md");
    cpSync(fixturePath("letter-twice", "letters/2026/03-04-a1b2c3.md"), path);
    writeFileSync(path, readFileSync(path, "utf8").replace("bus.", `bus.\n\n${"🚌 ".repeat(1_500)}`));
  },
  "character-zero-width": (content) => {
    const path = join(content, "topics.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("name: Models", "name: Mo\u200Bdels"));
  },
};

function layStory(content: string, path: string, change: (story: string) => string | Uint8Array): void {
  writeFileSync(join(content, path), change(readFileSync(join(INVALID, "_base", STORY), "utf8")));
}

function fixturePath(name: string, path: string): string {
  return join(INVALID, name, path);
}

/** Lays the base and the mistake into an empty folder. */
function lay(name: string, content: string): void {
  cpSync(join(INVALID, "_base"), content, { recursive: true });
  const own = join(INVALID, name);
  if (existsSync(own))
    cpSync(own, content, { recursive: true, filter: (path) => !/[/\\](expected|removed)\.txt$/.test(path) });
  if (existsSync(fixturePath(name, "removed.txt")))
    for (const path of readFileSync(fixturePath(name, "removed.txt"), "utf8").trim().split("\n"))
      rmSync(join(content, path));
  MADE[name]?.(content);
}

async function check(content: string, advice = false): Promise<{ diagnostics: readonly Diagnostic[]; report: string }> {
  const { diagnostics } = await readWhole(content, NOW, advice);
  return { diagnostics, report: formatReport(diagnostics, "text").replaceAll(`${labelOf(content)}/`, "content/") };
}

const NAMES = [...new Set([...readdirSync(INVALID).filter((name) => name !== "_base"), ...Object.keys(MADE)])].sort();
const RUNNABLE = NAMES.filter((name) => !HOSTILE_ENTRIES[name]?.notOn?.includes(process.platform));
const covered = new Set<string>();
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-invalid-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a mistake in the content", () => {
  test("is none in the base that every fixture starts from", async () => {
    lay("_base", join(folder, "_base", "content"));
    expect((await check(join(folder, "_base", "content"))).report).toBe("");
  });

  test.each(RUNNABLE)("of the kind “%s” is told as its expected.txt says", async (name) => {
    const content = join(folder, name, "content");
    lay(name, content);
    const { diagnostics, report } = await check(content, name.startsWith("advice-"));
    for (const { rule } of diagnostics) covered.add(rule);
    if (process.env["UPDATE_EXPECTED"] === "1") {
      mkdirSync(join(INVALID, name), { recursive: true });
      writeFileSync(fixturePath(name, "expected.txt"), report);
    }
    expect(report).toBe(readFileSync(fixturePath(name, "expected.txt"), "utf8"));
    expect(diagnostics, "a fixture without a mistake shows nothing").not.toEqual([]);
  });

  test("of every kind that the source can report has its fixture, and no rule is left over", () => {
    const rules = new Set<string>();
    for (const part of ["src/content", "src/rules", "src/pipeline/look"])
      for (const name of readdirSync(join(PROJECT, part), { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".ts")) continue;
        for (const rule of rulesIn(readFileSync(join(PROJECT, part, name), "utf8"))) rules.add(rule);
      }
    rules.delete(FALLBACK);
    for (const rule of [...OF_A_REVISION, ...OF_AN_ARCHIVE]) expect(rules.delete(rule), rule).toBe(true);
    expect([...covered].sort()).toEqual([...rules].sort());
    const page = readFileSync(join(PROJECT, "docs/rules.md"), "utf8");
    const documented = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, rule]) => rule);
    expect(documented.sort()).toEqual([...rules, ...OF_A_REVISION, ...OF_AN_ARCHIVE, ...OF_A_BUILD].sort());
  });
});

/** The rule ids of a source file: after `rule:` or `rule =`, first in `at(…)`, or first in a tuple with a sentence. */
function rulesIn(source: string): string[] {
  const named = [...source.matchAll(/\brule(?::| =(?!=))([^\n;]*)/g)].flatMap(([, rest = ""]) =>
    [...(rest.split("message")[0] ?? "").matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, rule = ""]) => rule),
  );
  const tuples = [...source.matchAll(/(?:\bat\(|\[)\s*"([a-z]+(?:-[a-z]+)*)",\s*["`][^"`]* [^"`]*["`]/g)];
  return [...named, ...tuples.map(([, rule = ""]) => rule)];
}

describe("all that a stranger may send", () => {
  /** Hostile stories that are fixtures of their own. */
  const FIXTURES = ["fence-language", "fence-four-dashes", "raw-html-script", "yaml-anchor", "yaml-tag"];

  test("stands in one folder, and one run of check survives it and tells each", async () => {
    const content = join(folder, "hostile", "content");
    lay("_base", content);
    const stories = Object.entries(HOSTILE_STORIES);
    for (const [name, change] of stories) layStory(content, `${EDITION}/${name}.md`, change);
    for (const name of FIXTURES) cpSync(fixturePath(name, STORY), join(content, EDITION, `${name}.md`));
    const entries = Object.entries(HOSTILE_ENTRIES).filter(([name]) => RUNNABLE.includes(name));
    for (const [, { lay: layEntry }] of entries) layEntry(content);

    const { code, stdout, stderr } = await runWithin(["check", "--content", content, "--now", "2026-03-05T00:00:00Z"]);
    expect(stderr).toBe("");
    expect(code).toBe(1);
    const told = [...stories.map(([name]) => name), ...FIXTURES].filter((name) => !stdout.includes(`/${name}.md:`));
    expect(told, "stories that were not told").toEqual([]);
    const shown = entries.map(([, entry]) => spellOut(entry.shown)).filter((path) => !stdout.includes(`/${path}:`));
    expect(shown, "entries that were not told").toEqual([]);
    expect(stdout.replaceAll("\n", ""), "what a terminal would obey").not.toMatch(
      /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u,
    );
    const lines = stdout.trimEnd().split("\n").slice(0, -1);
    expect(lines.filter((line) => !/^(\S.*:\d+:\d+ (error|warning) [a-z-]+ {2}| {4}hint: )/.test(line))).toEqual([]);
  });
});
