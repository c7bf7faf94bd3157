import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import { listFiles, type SiteFile } from "../files.ts";
import { readPages } from "./pages.ts";
import { SITES } from "../sites.ts";

interface ImageObject {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

const CARD = /\/card\.[0-9a-f]{16}\.png$/;

function metaOf(text: string, name: string): string | undefined {
  return new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(text)?.[1];
}

function imagesOf(text: string): ImageObject[] {
  const [, json = "{}"] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
  return (JSON.parse(json) as { image?: ImageObject[] }).image ?? [];
}

/** The pages of editions and stories. */
function datedPages(folder: string): SiteFile[] {
  return readPages(folder).filter(({ path }) => /^\d{4}\/\d\d\/\d\d\//.test(path));
}

describe.each(SITES)("the cards of the $name site", ({ folder }) => {
  const pages = datedPages(folder);
  const siteOf = (text: string) => /<link rel="canonical" href="([^"]*)">/.exec(text)?.[1] ?? "";
  const fileOf = (page: SiteFile, url: string): string => {
    const own = siteOf(page.text);
    expect(url.startsWith(own), `${url} stands beside ${own}`).toBe(true);
    return join(folder, page.path.replace(/index\.html$/, ""), url.slice(own.length));
  };

  test("are on every page of an edition or a story, as large as they say, for each who asks", async () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) {
      const url = metaOf(page.text, "og:image") ?? "";
      expect(url, page.path).toMatch(CARD);
      expect(metaOf(page.text, "twitter:image")).toBe(url);
      expect(metaOf(page.text, "twitter:card")).toBe("summary_large_image");
      expect(metaOf(page.text, "og:image:type")).toBe("image/png");
      expect([metaOf(page.text, "og:image:width"), metaOf(page.text, "og:image:height")]).toEqual(["1200", "630"]);
      const { format, width, height } = await sharp(fileOf(page, url)).metadata();
      expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    }
  });

  test("are in linked data where a text has no picture of its own, as large as they are", () => {
    for (const page of pages) {
      const images = imagesOf(page.text);
      expect(images.length, page.path).toBe(1);
      const [{ url, width, height } = { url: "", width: 0, height: 0 }] = images;
      if (!CARD.test(url)) continue;
      expect(url, page.path).toBe(metaOf(page.text, "og:image"));
      expect([width, height]).toEqual([1200, 630]);
    }
  });

  test("say in words what they show: the headline, and every label of what they lead to", () => {
    const labelled = pages.filter(({ text }) => /class="disclosure"|class="label"/.test(text));
    expect(labelled.length).toBeGreaterThan(2);
    for (const { path, text } of pages) {
      const alt = metaOf(text, "og:image:alt") ?? "";
      expect(alt.includes("Contains paid links"), path).toBe(text.includes('class="disclosure"'));
      expect(alt.includes("AI-generated"), path).toBe(
        /<article class="sheet [^>]*ai-disclosure="ai-autonomous"/.test(text),
      );
      expect(imagesOf(text).every(({ caption }) => caption !== "")).toBe(true);
    }
  });

  test("are named by a page, each of them", () => {
    const named = new Set(pages.map((page) => fileOf(page, metaOf(page.text, "og:image") ?? "")));
    const cards = listFiles(folder).filter((path) => CARD.test(path));
    expect(cards.length).toBe(pages.length);
    expect(cards.filter((path) => !named.has(join(folder, path)))).toEqual([]);
  });

  test("are one for the publication, on every page that shows no text", () => {
    const [card = "", ...others] = listFiles(folder).filter((path) => CARD.test(`/${path}`) && !path.includes("/"));
    expect([card !== "", others]).toEqual([true, []]);
    const rest = readPages(folder).filter(({ path }) => path !== "index.html" && !/^\d{4}\//.test(path));
    expect(rest.length).toBeGreaterThan(20);
    for (const { path, text } of rest) expect(metaOf(text, "og:image")?.endsWith(`/${card}`), path).toBe(true);
  });

  test("stand for the latest edition on the home", () => {
    const home = readFileSync(join(folder, "index.html"), "utf8");
    const url = metaOf(home, "og:image") ?? "";
    expect(url).toMatch(CARD);
    expect(existsSync(join(folder, url.slice(siteOf(home).length)))).toBe(true);
  });
});

describe("the cards of two builds", () => {
  const STORY = "editions/2026/03-04-evening/open-model.md";
  let work: string;
  const build = (name: string, ...more: string[]): string[] => {
    const args = [
      "build",
      "--content",
      join(work, "content"),
      "--out",
      join(work, name),
      "--now",
      "2026-03-05T00:00:00Z",
    ];
    const { code, stdout, stderr } = run([...args, ...more], { env: { EVENING_UPDATE_CACHE: join(work, "cache") } });
    expect(code, stdout + stderr).toBe(0);
    return listFiles(join(work, name)).filter((path) => CARD.test(path));
  };
  const edit = (from: RegExp, to: string) => {
    const path = join(work, "content", STORY);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), "evening-update-cards-"));
    cpSync(join(PROJECT, "tests/fixtures/invalid/_base"), join(work, "content"), { recursive: true });
    const story = readFileSync(join(work, "content", STORY), "utf8");
    const other = story.replace(/^title: .*$/m, "title: A story beside it").replaceAll("/labs", "/other");
    writeFileSync(join(work, "content", STORY.replace("open-model", "other")), other);
    const edition = join(work, "content", STORY.replace("open-model", "edition"));
    writeFileSync(edition, readFileSync(edition, "utf8").replace("[open-model]", "[open-model, other]"));
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  test("differ in the cards of the story and the edition whose title changed, and in nothing else", () => {
    const before = build("site");
    edit(/^title: .*$/m, "title: Another title altogether");
    edit(/^short: .*\n/m, "");
    const after = build("site");
    const folders = (paths: readonly string[]) => [...new Set(paths.map((path) => path.replace(CARD, "")))].sort();
    const gone = before.filter((path) => !after.includes(path));
    const fresh = after.filter((path) => !before.includes(path));
    const changed = ["2026/03/04/evening", "2026/03/04/evening/open-model"];
    expect(folders(gone)).toEqual(changed);
    expect(folders(fresh)).toEqual(changed);
    expect([gone.length, fresh.length]).toEqual([2, 2]);
    expect(after.length).toBeGreaterThan(2);
    edit(/$/, "\nA word more.\n");
    expect(build("site")).toEqual(after);
  });

  test("are the same bytes whether drawn anew or kept", () => {
    const kept = build("kept");
    rmSync(join(work, "cache"), { recursive: true });
    expect(build("anew")).toEqual(kept);
    for (const path of kept)
      expect(readFileSync(join(work, "anew", path)).equals(readFileSync(join(work, "kept", path))), path).toBe(true);
  });

  test("are none when they are not asked for", () => {
    expect(build("without", "--no-cards")).toEqual([]);
    for (const { text } of readPages(join(work, "without"))) expect(text).not.toContain("og:image");
  });
});
