import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectBrowser } from "../browser/connect.ts";
import { screen, visit, type Visit } from "../browser/visits.ts";
import { PROJECT, run } from "../command.ts";
import { serveSite, type SiteServer } from "../site-server.ts";

const FIELD = join(PROJECT, "tests/fixtures/field");
const EDITION = "editions/2026/03-04-evening";
const TITLES = {
  japanese: "人工知能の新しいモデルを発表した",
  korean: "네이버클라우드 인공지능 모델",
  thai: "ปัญญาประดิษฐ์รุ่นใหม่ในประเทศไทย",
};

let browser: Browser;
let folder: string;

/** The story in Chinese of the one fixture, the one with a footnote of the other, and three in other scripts. */
function lay(language: string): string {
  const content = join(folder, language, "content");
  const at = (name: string) => join(content, EDITION, name);
  cpSync(join(FIELD, "search-cjk-on-english-site/content"), content, { recursive: true });
  cpSync(join(FIELD, "search-note/content", EDITION, "x.md"), at("note.md"));
  const story = readFileSync(at("x.md"), "utf8");
  for (const [name, title] of Object.entries(TITLES))
    writeFileSync(
      at(`${name}.md`),
      story.replace(/title: ".*"\ntopic/, `title: "${title}"\ntopic`).replace("阿里巴巴的通义千问团队", name),
    );
  writeFileSync(at("edition.md"), `---\nstories: [x, note, ${Object.keys(TITLES).join(", ")}]\n---\nWords.\n`);
  const site = join(content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace("language: en", `language: ${language}`));
  return content;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-field-search-"));
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["en", "zh"])("the search of a site in “%s”", (language) => {
  let server: SiteServer;
  let reader: Visit;

  beforeAll(async () => {
    const out = join(folder, language, "site");
    const args = ["--content", lay(language), "--out", out, "--now", "2026-03-04T19:00:00Z", "--no-cards"];
    const { code, stdout, stderr } = run(["build", ...args]);
    if (code !== 0) throw new Error(stdout + stderr);
    server = await serveSite(out);
    reader = await visit(browser, server.url, screen(1280));
  });

  afterAll(async () => {
    await reader.page.close();
    await server.close();
  });

  async function find(words: string): Promise<{ titles: string[]; excerpt: string; marks: string[] }> {
    const { page } = reader;
    await page.goto(`${server.url}/search/?q=${encodeURIComponent(words)}`);
    await page
      .locator("[role=status]")
      .filter({ hasText: /stor|报道/ })
      .waitFor();
    return {
      titles: await page.locator("#_found h2").allTextContents(),
      excerpt: (await page.locator("#_found .excerpt").allTextContents()).join("\n"),
      marks: await page.locator("#_found mark").allTextContents(),
    };
  }

  test.each(["千问", "团队", "通义千问团队", "阿里巴巴", "发布", "队", "Lab 千问"])(
    "finds Chinese by “%s”",
    async (words) => {
      const { titles, excerpt } = await find(words);
      expect(titles).toEqual(["通义千问团队发布新模型"]);
      expect(excerpt).toContain("The lab, 阿里巴巴的通义千问团队, moved.");
    },
  );

  test("marks what was found in it", async () => {
    expect((await find("千问团队")).marks).toEqual(["千问团队"]);
  });

  test.each([
    ["知能", TITLES.japanese],
    ["モデル", TITLES.japanese],
    ["클라우드", TITLES.korean],
    ["지능", TITLES.korean],
    ["ประเทศ", TITLES.thai],
    ["ประดิษฐ์", TITLES.thai],
  ])("finds “%s” in “%s”", async (words, title) => {
    expect((await find(words)).titles).toEqual([title]);
  });

  test.each(["千团", "问通", "知人", "버네"])(
    "finds nothing by “%s”, of which only the signs are there",
    async (words) => {
      expect((await find(words)).titles).toEqual([]);
    },
  );

  test("says what it says itself in the site's language", async () => {
    await find("千问");
    const status = reader.page.locator("[role=status]");
    expect(await status.textContent()).toMatch(language === "zh" ? /^\d+篇报道$/ : /^\d+ (?:story|stories)$/);
    expect(await status.getAttribute("lang")).toBe(null);
  });

  test("shows what a reader reads, without the marks of notes", async () => {
    const { titles, excerpt } = await find("zyzzyva");
    expect(titles).toEqual(["Footnoted story"]);
    expect(excerpt).toContain("The word zyzzyva stands here.");
    expect(excerpt).toContain("A weevil.");
    expect(excerpt).not.toMatch(/[↑\d]/);
    expect(reader.complaints).toEqual([]);
  });
});
