import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCharacters } from "../../src/content/words/characters.ts";
import { listFiles } from "../files.ts";
import { type Bench, createBench } from "./publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const LONG_ENOUGH = 24;

let bench: Bench;

beforeAll(() => {
  bench = createBench("--no-cards");
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
});

afterAll(() => {
  bench.remove();
});

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What the site says in one piece, headlines that are composed and words of its templates among it. */
function saidBySite(): string[] {
  const said = new Set<string>();
  for (const path of listFiles(bench.out).filter((name) => name.endsWith(".html")))
    for (const [, attribute, text = attribute] of readFileSync(join(bench.out, path), "utf8").matchAll(
      / content="([^"]+)"|>([^<>]+)</g,
    )) {
      const plain = (text ?? "").replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "").trim();
      const length = countCharacters(plain);
      if (length >= LONG_ENOUGH && length <= 110 && !/[\n{]|https?:/.test(plain)) said.add(plain);
    }
  return [...said];
}

function writeDrafts(titles: readonly string[]): void {
  const folder = join(bench.content, "editions/2026/03-06-morning");
  mkdirSync(folder, { recursive: true });
  const story = readFileSync(join(bench.content, "editions/2026/03-04-late-evening/night-boat.md"), "utf8");
  const [, topic = ""] = /^(topic: .*)$/m.exec(story) ?? [];
  const [, publisher = ""] = /publisher: ([\w-]+)/.exec(story) ?? [];
  titles.forEach((title, at) => {
    const source = `source: { publisher: ${publisher}, title: A source, url: "https://wire.example/${at}" }`;
    const front = [`title: ${JSON.stringify(title)}`, "short: A draft", topic, source, "draft: true"].join("\n");
    writeFileSync(join(folder, `draft-${at}.md`), `---\n${front}\n---\nNot yet.\n`);
  });
}

describe("a draft", () => {
  test("may say in so many words what the program says of itself, or what is composed of published texts", () => {
    const said = saidBySite();
    expect(said.length).toBeGreaterThan(100);
    const composed = said.filter((text) => /^Lantern \w+: .* and /.test(text));
    expect([composed.length > 0, said.some((text) => text.startsWith("Every edition of "))]).toEqual([true, true]);
    writeDrafts(said);
    // A page that is carried over was looked at before.
    rmSync(join(bench.state, "builds"), { recursive: true });
    const { code, stdout, stderr } = bench.build(NOW);
    expect(code, stdout + stderr).toBe(0);
  });

  test("that a page is given is found there, whichever function forgot that it is hidden", () => {
    bench.reset();
    const file = join(bench.templates, "..", "src/views/visible.ts");
    const source = readFileSync(file, "utf8");
    writeFileSync(file, source.replace('return status === "published";', 'return status !== "";'));
    try {
      const { code, stdout, stderr } = bench.build(NOW);
      expect(code, stdout + stderr).toBe(1);
      expect(stdout).toMatch(
        /^\/index\.html: it holds “[^”]*” of 2026-03-04-late-evening\/[\w-]*, which is not published$/m,
      );
      expect(stdout).toMatch(/^\/sitemap|^\/topics\/[\w-]*\/index\.html: it holds “/m);
    } finally {
      writeFileSync(file, source);
    }
  });
});
