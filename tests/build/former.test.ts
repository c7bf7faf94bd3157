import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../command.ts";
import { listFiles } from "../files.ts";
import { layMistakes } from "../fixtures.ts";

/** A publication before and after its texts moved, and what a build of the second makes with and without knowing the first. */

const NOW = "2026-03-05T12:00:00Z";
let work = "";

const contentPath = (path: string) => join(work, "content", path);

function write(path: string, text: string): void {
  mkdirSync(dirname(contentPath(path)), { recursive: true });
  writeFileSync(contentPath(path), text);
}

function story(title: string, more = "", body = "Something happened."): string {
  return `---
title: ${title}
topic: models
source:
  publisher: example-wire
  title: ${title}
  url: https://wire.example.org/${encodeURIComponent(title)}
${more}---
${body}
`;
}

function build(site: string, state: string) {
  const args = ["build", "--content", join(work, "content"), "--out", join(work, site), "--no-cards", "--no-search"];
  const { code, stdout, stderr } = run([...args, "--now", NOW], { env: { EVENING_UPDATE_CACHE: join(work, state) } });
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

const read = (path: string) => readFileSync(join(work, "site", path), "utf8");
const leadsTo = (path: string) => /http-equiv="refresh" content="0; url=([^"]*)"/.exec(read(path))?.[1];

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "evening-update-former-"));
  layMistakes(join(work, "content"));
  const first = "editions/2026/03-02-evening";
  write(`${first}/edition.md`, "---\nstories: [first, other]\n---\nThe lede.\n");
  write(`${first}/first.md`, story("The first thing", "", "It began.\n\n## Why\n\nSo."));
  write(`${first}/other.md`, story("Another thing"));
  write("editions/2026/03-03-evening/edition.md", "---\nstories: [later, wrong]\n---\nThe lede.\n");
  write(
    "editions/2026/03-03-evening/later.md",
    story(
      "The later thing",
      "follows: 2026-03-02-evening/first\nwhatsNew: It went on.\n",
      "See [that](story:2026-03-02-evening/first#first__analysis), [there](/2026/03/02/evening/#first) and [it](/topics/models/).",
    ),
  );
  write(
    "editions/2026/03-03-evening/wrong.md",
    story("A thing that was not so", "", "Canarywords of what was not so."),
  );
  const signed = ["sign", "2026-03-03-evening/later", "--by", "robin-example", "--fact-checked", "--now", NOW];
  expect(run([...signed, "--content", join(work, "content")], {}).stderr).toBe("");
  build("site", "state");
  cpSync(join(work, "site"), join(work, "before"), { recursive: true });

  mkdirSync(contentPath("editions/2026/03-01-evening"), { recursive: true });
  renameSync(contentPath(first), contentPath("editions/2026/03-01-evening/"));
  write(
    "editions/2026/03-01-evening/edition.md",
    "---\nformerly: 2026-03-02-evening\nstories: [other, start]\n---\nThe lede.\n",
  );
  rmSync(contentPath("editions/2026/03-01-evening/first.md"));
  write(
    "editions/2026/03-01-evening/start.md",
    story(
      "The first thing",
      "formerly: [/blog/first.html, /blog/f.php, 2026-03-02-evening/first]\n",
      "It began.\n\n## Why\n\nSo.",
    ),
  );
  write(
    "editions/2026/03-03-evening/wrong.md",
    "---\ngone:\n  at: 2026-03-04T09:00\n  reason: The sources took it back.\n---\n",
  );
  write("editions/2026/03-04-evening/hidden.md", story("Hidden", "draft: true\nformerly: /canary-of-a-draft/\n"));
  write("editions/2026/03-04-evening/edition.md", "---\nstories: [open-model, hidden]\n---\nOne story today.\n");
  write("topics.yaml", "systems:\n  name: Systems\n  formerly: models\n  aliases: [llms]\npolicy:\n  name: Policy\n");
  write("publishers.yaml", "the-wire: { name: Example Wire, url: https://wire.example.org, formerly: example-wire }\n");
  write("pages/who.md", "---\ntitle: Who we are\nformerly: [about, /impressum/]\n---\nWe.\n");
  rmSync(contentPath("pages/about.md"));
  write("public/_redirects", "/shop https://shop.example/ 302\n");
}, 300_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("a publication of which texts and entries moved", () => {
  let said = "";

  beforeAll(() => {
    said = build("site", "state");
  });

  test.each([
    ["2026/03/02/evening/index.html", "/2026/03/01/evening/"],
    ["2026/03/02/evening/first/index.html", "/2026/03/01/evening/start/"],
    ["2026/03/02/evening/other/index.html", "/2026/03/01/evening/other/"],
    ["blog/first.html", "/2026/03/01/evening/start/"],
    ["topics/models/index.html", "/topics/systems/"],
    ["topics/llms/index.html", "/topics/systems/"],
    ["publishers/example-wire/index.html", "/publishers/the-wire/"],
    ["about/index.html", "/who/"],
    ["impressum/index.html", "/who/"],
  ])("leads on from %s to %s", (from, to) => {
    expect(leadsTo(from)).toBe(to);
    expect(read("_redirects")).toContain(`/${from.replace("index.html", "")} ${to} 301\n`);
  });

  test("has no file that a static host would not show as a page, and its own redirects first", () => {
    expect(existsSync(join(work, "site/blog/f.php"))).toBe(false);
    expect(read("_redirects")).toMatch(/^\/shop https:\/\/shop\.example\/ 302\n/);
    expect(read("_redirects")).toContain("/blog/f.php /2026/03/01/evening/start/ 301\n");
  });

  test("keeps the ids of feeds and the addresses of threads", () => {
    const idsOf = (text: string) => [...text.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id = ""]) => id).sort();
    for (const path of ["feed.xml", "stories.xml", "threads/first/feed.xml"]) {
      const before = idsOf(readFileSync(join(work, "before", path), "utf8")).filter((id) => !id.endsWith("/wrong"));
      expect(before.length).toBeGreaterThan(2);
      expect(idsOf(read(path))).toEqual(before);
    }
    const idOf = (path: string) => /<id>([^<]*)<\/id>/.exec(read(path))?.[1];
    expect(idOf("topics/systems/feed.xml")).toBe("https://update.example.org/topics/models/feed.xml");
    expect(read("topics/models/feed.xml")).toBe(read("topics/systems/feed.xml"));
  });

  test("leads its own links straight to where things are now, and what was signed stays so", () => {
    const page = read("2026/03/03/evening/later/index.html");
    expect(page).toContain('href="/2026/03/01/evening/start/#start__analysis">that</a>');
    expect(page).toContain('href="/2026/03/01/evening/#start">there</a>');
    expect(page).toContain('href="/topics/systems/">it</a>');
    expect(page).not.toContain("/2026/03/02/");
    expect(page).toContain('href="/publishers/the-wire/"');
    expect(said).not.toContain("warning");
  });

  test("says where a text was taken back, and has no word of it", () => {
    const page = read("2026/03/03/evening/wrong/index.html");
    expect(page).toContain("This story was taken back");
    expect(page).toMatch(/<time datetime="2026-03-04T09:00:00(?:Z|\+00:00)">4 March 2026<\/time>/);
    expect(page).toContain("The sources took it back.");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(read("_redirects")).toContain("/2026/03/03/evening/wrong/ /2026/03/03/evening/wrong/ 410!\n");
    expect(said).toContain("1 taken back");
    for (const path of listFiles(join(work, "site"))) {
      const bytes = readFileSync(join(work, "site", path));
      for (const word of ["Canarywords", "A thing that was not so", "canary-of-a-draft"])
        expect(bytes.includes(word), `${path}: ${word}`).toBe(false);
    }
    expect(read("sitemap.xml")).not.toMatch(/wrong|2026\/03\/02|\/about\//);
  });

  test("is made the same by a build that knows nothing of before", () => {
    build("cold", "other-state");
    const files = listFiles(join(work, "site")).sort();
    expect(listFiles(join(work, "cold")).sort()).toEqual(files);
    for (const path of files)
      expect(readFileSync(join(work, "cold", path)).equals(readFileSync(join(work, "site", path))), path).toBe(true);
  });

  test("takes an edition back with all its stories, and each follower and link stands", () => {
    write(
      "editions/2026/03-01-evening/edition.md",
      "---\nformerly: 2026-03-02-evening\ngone: { at: 2026-03-05T09:00 }\n---\n",
    );
    said = build("site", "state");
    expect(read("2026/03/01/evening/index.html")).toContain("This edition was taken back");
    for (const path of ["2026/03/01/evening/start", "2026/03/01/evening/other"])
      expect(read(`${path}/index.html`)).toContain("This story was taken back");
    expect(leadsTo("2026/03/02/evening/first/index.html")).toBe("/2026/03/01/evening/start/");
    const page = read("2026/03/03/evening/later/index.html");
    expect(page).toContain('href="/2026/03/01/evening/start/">that</a>');
    expect(page).toContain('href="/2026/03/01/evening/">there</a>');
    expect(said).toContain("3 taken back");
    build("cold", "third-state");
    expect(readFileSync(join(work, "cold/index.html"), "utf8")).toBe(read("index.html"));
  });
});
