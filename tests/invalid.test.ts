import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelOf, readPublication } from "../src/build/publication-reader.ts";
import { formatReport } from "../src/commands/report.ts";
import type { Diagnostic } from "../src/content/diagnostic.ts";
import { PROJECT, run } from "./command.ts";

/**
 * One folder of tests/fixtures/invalid is one mistake: the files that differ from the valid content of _base, the paths
 * that are taken away (removed.txt), and what `check` prints (expected.txt). UPDATE_EXPECTED=1 writes the last anew.
 */
const INVALID = join(PROJECT, "tests/fixtures/invalid");
const EDITION = "editions/2026/03-04-evening";
const STORY = `${EDITION}/open-model.md`;
const NOW = Date.parse("2026-03-05T00:00:00Z");
const WINDOWS = process.platform === "win32";

/** Never reported, whatever an editor writes: what a check of a kind not foreseen would be called. */
const FALLBACK = "invalid";

/** Needs the text of an earlier revision; tests/silent-edits.test.ts has one. */
const OF_A_REVISION = "silent-edit";

function replaceIn(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} holds no “${from}”`);
  writeFileSync(path, text.replace(from, to));
}

/** Mistakes that git would not keep, or that nobody could see in a file, are made in the copy. */
const MADE: Record<string, (content: string) => void> = {
  "symbolic-link": (content) => {
    symlinkSync("open-model.md", join(content, EDITION, "linked.md"));
  },
  "symbolic-link-folder": (content) => {
    symlinkSync("2026", join(content, "editions", "2027"));
  },
  "hard-link": (content) => {
    rmSync(join(content, "pages/about.md"));
    linkSync(join(content, STORY), join(content, EDITION, "same.md"));
  },
  fifo: (content) => {
    execFileSync("mkfifo", [join(content, EDITION, "pipe.md")]);
  },
  "file-too-large": (content) => {
    writeFileSync(join(content, STORY), `${readFileSync(join(content, STORY), "utf8")}${"Words. ".repeat(40_000)}\n`);
  },
  "vocabulary-too-large": (content) => {
    writeFileSync(join(content, "topics.yaml"), `# ${"Words. ".repeat(40_000)}\n`);
  },
  "picture-too-large": (content) => {
    writeFileSync(join(content, EDITION, "huge.png"), "");
    truncateSync(join(content, EDITION, "huge.png"), 33 * 1024 * 1024);
  },
  "dot-folder": (content) => {
    mkdirSync(join(content, ".obsidian"));
  },
  "character-nul": (content) => {
    replaceIn(join(content, STORY), "its model on", "its \0model on");
  },
  "character-lone-return": (content) => {
    replaceIn(join(content, STORY), "has put", "has\rput");
  },
  "character-direction": (content) => {
    replaceIn(join(content, STORY), "Example Labs opens", "Example \u202Esbal opens");
  },
  "character-direction-in-body": (content) => {
    replaceIn(join(content, STORY), "has put", "has \u2066put");
  },
  "character-zero-width": (content) => {
    replaceIn(join(content, "topics.yaml"), "name: Models", "name: Mo\u200Bdels");
  },
  "mixed-script": (content) => {
    replaceIn(join(content, STORY), "title: Example Labs", "title: \u041EpenAI");
  },
  "mixed-script-in-body": (content) => {
    replaceIn(join(content, STORY), "\nExample Labs has", "\nThe \u041EpenAI of “Example Labs” has");
  },
  "encoding-utf-16": (content) => {
    writeFileSync(join(content, STORY), `\uFEFF${readFileSync(join(content, STORY), "utf8")}`, "utf16le");
  },
  "encoding-latin-1": (content) => {
    replaceIn(join(content, STORY), "Example Labs has", "Café Labs has");
    writeFileSync(join(content, STORY), readFileSync(join(content, STORY), "utf8"), "latin1");
  },
};

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

async function check(content: string): Promise<{ diagnostics: Diagnostic[]; report: string }> {
  const { diagnostics } = await readPublication({ content, now: NOW, preview: false });
  return { diagnostics, report: formatReport(diagnostics, "text").replaceAll(`${labelOf(content)}/`, "content/") };
}

const NAMES = [...new Set([...readdirSync(INVALID).filter((name) => name !== "_base"), ...Object.keys(MADE)])].sort();
const RUNNABLE = NAMES.filter((name) => !(WINDOWS && name === "fifo"));
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
    const { diagnostics, report } = await check(content);
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
    for (const part of ["src/content", "src/rules"])
      for (const name of readdirSync(join(PROJECT, part), { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".ts")) continue;
        for (const rule of rulesIn(readFileSync(join(PROJECT, part, name), "utf8"))) rules.add(rule);
      }
    rules.delete(FALLBACK);
    expect(rules.delete(OF_A_REVISION)).toBe(true);
    expect([...covered].sort()).toEqual([...rules].sort());
    const page = readFileSync(join(PROJECT, "docs/rules.md"), "utf8");
    const documented = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, rule]) => rule);
    expect(documented.sort()).toEqual([...rules, OF_A_REVISION].sort());
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

describe("twelve mistakes in twelve files", () => {
  const MISTAKES: readonly [fixture: string, from: string, to: string, at: string][] = [
    ["site-zone", "site.yaml", "site.yaml", "site.yaml:4:7 error bad-zone"],
    ["topic-id", "topics.yaml", "topics.yaml", "topics.yaml:6:1 error bad-id"],
    ["publisher-kind", "publishers.yaml", "publishers.yaml", "publishers.yaml:1:74 error unknown-value"],
    ["person-team", "people.yaml", "people.yaml", "people.yaml:2:15 error not-a-person"],
    ["affiliate-host", "affiliates.yaml", "affiliates.yaml", "affiliates.yaml:1:69 error bad-host"],
    ["sponsor-backwards", "sponsors.yaml", "sponsors.yaml", "sponsors.yaml:6:7 error bad-date"],
    ["page-nav", "pages/about.md", "pages/about.md", "about.md:3:6 error wrong-type"],
    ["running-order-twice", `${EDITION}/edition.md`, `${EDITION}/edition.md`, "edition.md:2:23 error running-order"],
    ["duplicate-key", STORY, STORY, "open-model.md:8:1 error duplicate-key"],
    ["raw-html-script", STORY, `${EDITION}/script.md`, "script.md:11:1 error raw-html"],
    ["unknown-topic", STORY, `${EDITION}/topical.md`, "topical.md:3:8 error unknown-topic"],
    ["fence-language", STORY, `${EDITION}/fenced.md`, "fenced.md:1:1 error front-matter"],
  ];

  test("are printed by one run of build, with line and column, and the last site stays as it was", () => {
    const root = join(folder, "twelve");
    const content = join(root, "content");
    const out = join(root, "site");
    lay("_base", content);
    expect(run(["build", "--content", content, "--out", out, "--now", "2026-03-05T00:00:00Z"])).toMatchObject({
      code: 0,
    });
    const before = snapshot(out);
    expect(before.size).toBeGreaterThan(10);
    for (const [fixture, from, to] of MISTAKES) cpSync(fixturePath(fixture, from), join(content, to));

    const { code, stdout, stderr } = run(["build", "--content", content, "--out", out]);
    expect(code).toBe(1);
    for (const [, , to, at] of MISTAKES)
      expect(stdout).toContain(`/content/${to.slice(0, to.lastIndexOf("/") + 1)}${at}  `);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
    expect(snapshot(out)).toEqual(before);
  });
});

function snapshot(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, readFileSync(path).toString("base64")]));
}
