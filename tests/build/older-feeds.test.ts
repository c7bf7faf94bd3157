import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { PROJECT } from "../command.ts";
import { type Bench, createBench } from "./publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const SITE = "https://lantern.example";
const OLDER = ["feed-1.xml", "feed-2.xml"];
const SCHEMA = readFileSync(join(PROJECT, "tests/fixtures/site/schemas/atom.rng"), "utf8");

let bench: Bench;

/** Lays an edition of two stories onto a day. */
function addEdition(day: string): void {
  const edition = join(bench.content, "editions", day.slice(0, 4), `${day.slice(5)}-late-evening`);
  cpSync(join(bench.content, "editions/2025/12-31-late-evening"), edition, { recursive: true });
}

beforeAll(() => {
  bench = createBench("--unpublished", "--no-search");
  // With the six editions of the fixture 45: enough for two threads, and for two documents of older ones.
  for (let day = 0; day < 39; day++) addEdition(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
});

afterAll(() => {
  bench.remove();
});

function read(name: string): string {
  return readFileSync(join(bench.out, name), "utf8");
}

interface Document {
  readonly name: string;
  readonly text: string;
  readonly feed: ReturnType<typeof parseAtomFeed<string>>;
  readonly linked: (relation: string) => string | undefined;
}

/** The documents of the feed of editions, as a reader walks from the newest to the first (RFC 5005, 4.2). */
function walk(): Document[] {
  const found: Document[] = [];
  for (let name: string | undefined = "feed.xml"; name !== undefined;) {
    expect(found.length).toBeLessThan(100);
    const text = read(name);
    const feed = parseAtomFeed(text);
    const linked = (relation: string) => feed.links?.find(({ rel }) => rel === relation)?.href;
    found.push({ name, text, feed, linked });
    name = linked("prev-archive")?.slice(SITE.length + 1);
  }
  return found;
}

/** The paths of a site's pages of texts, of editions and of stories. */
function textPages(depth: number): string[] {
  const paths = readdirSync(bench.out, { recursive: true, encoding: "utf8" });
  const dated = new RegExp(String.raw`^\d{4}/\d\d/\d\d(?:/[^/]+){${depth}}/index\.html$`);
  return paths.filter((path) => dated.test(path)).map((path) => `/${path.replace("index.html", "")}`);
}

describe("who walks from the feed of editions back to the first", () => {
  test("meets every edition once, the newest first, and in it each of its stories once", () => {
    const entries = walk().flatMap(({ feed }) => feed.entries ?? []);
    const met = entries.map(
      ({ links }) => links?.find(({ rel }) => rel === "alternate")?.href?.slice(SITE.length) ?? "",
    );
    expect([...met].sort()).toEqual(textPages(1).sort());
    const moments = entries.map(({ published = "" }) => Date.parse(published));
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    const stories = entries.flatMap(({ content }, at) =>
      Array.from(
        (content?.value ?? "").matchAll(/<article class="[^"]*\bsummary\b[^"]*" id="([^"]*)"/g),
        ([, slug = ""]) => `${met[at] ?? ""}${slug}/`,
      ),
    );
    expect(stories.sort()).toEqual(textPages(2).sort());
    expect(stories.length).toBeGreaterThan(90);
  });

  test("is told in each document which feed it is of, and whether it is an old one", async () => {
    const [current, ...older] = walk();
    expect(older.map(({ name }) => name)).toEqual([...OLDER].reverse());
    expect(current?.text).not.toContain("<fh:archive/>");
    for (const { name, text, feed, linked } of older) {
      expect(text).toContain("<fh:archive/>");
      expect(feed.id).toBe(current?.feed.id);
      expect(linked("self")).toBe(`${SITE}/${name}`);
      expect(linked("current")).toBe(`${SITE}/feed.xml`);
      expect(feed.entries).toHaveLength(10);
      const { errors } = await validateXML({
        xml: { fileName: name, contents: text },
        schema: { fileName: "atom.rng", contents: SCHEMA },
        extension: "relaxng",
      });
      expect(errors.map(({ message }) => message)).toEqual([]);
    }
  });
});

describe("a document of older editions", () => {
  test("keeps its bytes while others follow it, until ten more have filled the next", () => {
    const before = OLDER.map(read);
    for (const day of ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"]) {
      addEdition(day);
      expect(bench.build(NOW)).toMatchObject({ code: 0 });
      expect(OLDER.map(read)).toEqual(before);
      expect(existsSync(join(bench.out, "feed-3.xml"))).toBe(day === "2026-01-05");
    }
    expect(bench.snapshot()).toEqual(bench.buildCold(NOW).site);
  });

  test("changes alone when a story in it is put right, and says so in the story but not in the title", () => {
    const [first, second] = OLDER.map(read);
    const path = join(bench.content, "editions/2024/01-12-late-evening/a-first-lamp.md");
    const correction = `corrections: [{ at: 2026-03-04T09:00, kind: correction, text: "It was lit by two, and not by one." }]`;
    writeFileSync(path, readFileSync(path, "utf8").replace(/^title:/m, `${correction}\ntitle:`));
    expect(bench.build(NOW)).toMatchObject({ code: 0 });
    expect(read(OLDER[0] ?? "")).toBe(first);
    expect(read(OLDER[1] ?? "")).not.toBe(second);
    expect(read(OLDER[1] ?? "")).toContain("It was lit by two, and not by one.");
    expect(read("corrections/feed.xml")).toContain("It was lit by two, and not by one.");
    expect(OLDER.map(read).join("")).not.toContain("<title>Corrected:");
    expect(bench.snapshot()).toEqual(bench.buildCold(NOW).site);
  });

  test("names no hub, unlike every feed that goes on, and stays when one is named", () => {
    const before = OLDER.map(read);
    const hub = "https://hub.example/?a=1&b=2";
    const config = join(bench.content, "site.yaml");
    writeFileSync(config, readFileSync(config, "utf8").replace(/^announce: \{/m, `announce: { websub: "${hub}",`));
    expect(bench.build(NOW)).toMatchObject({ code: 0 });
    expect(OLDER.map(read)).toEqual(before);
    const feeds = readdirSync(bench.out, { recursive: true, encoding: "utf8" }).filter((path) =>
      /(?:^|\/)(?:feed|stories)\.xml$/.test(path),
    );
    expect(feeds.length).toBeGreaterThan(8);
    for (const path of feeds) {
      const hubs = (parseAtomFeed(read(path)).links ?? []).filter(({ rel }) => rel === "hub");
      expect(hubs, path).toEqual([{ rel: "hub", href: hub }]);
    }
    expect(parseJsonFeed(read("feed.json")).hubs).toEqual([{ type: "WebSub", url: hub }]);
  });

  test("that a template leaves an edition out of is refused", () => {
    const file = join(bench.templates, "atom-feed.11ty.ts");
    const source = readFileSync(file, "utf8");
    writeFileSync(file, source.replace("${feed.entries.map(", "${feed.entries.slice(feed.current ? 1 : 0).map("));
    try {
      const { code, stdout } = bench.build(NOW);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^\/feed-1\.xml: \/2024\/01\/10\/late-evening\/ is not in it$/m);
    } finally {
      writeFileSync(file, source);
    }
  });
});
