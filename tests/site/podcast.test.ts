import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { FILES } from "../../src/content/addresses.ts";
import type { EditionDocument } from "../../src/views/api/documents.ts";
import { exampleSite, fixtureSite } from "../sites.ts";

const SCHEMA = join(import.meta.dirname, "../fixtures/site/schemas/podcast.rng");
const SYNTHETIC = "Synthetic voice";
/** The editions of the fixture that are read aloud, the newest first: by a person, and by a machine. */
const HEARD = [
  { page: "/2026/03/04/morning/", file: "briefing.mp3", type: "audio/mpeg", seconds: 1, by: "Ida Inkwell" },
  { page: "/2026/03/03/midday/", file: "read-aloud.m4a", type: "audio/mp4", seconds: 380, by: undefined },
] as const;

const read = (path: string): string => readFileSync(join(fixtureSite(), path), "utf8");

describe("the podcast", () => {
  const text = read(FILES.podcast);
  const feed = parseRssFeed(text);

  test("is built as RSS, Apple and Podcasting 2.0 ask", async () => {
    const { errors } = await validateXML({
      xml: { fileName: "podcast.xml", contents: text },
      schema: { fileName: "podcast.rng", contents: readFileSync(SCHEMA, "utf8") },
      extension: "relaxng",
    });
    expect(errors).toEqual([]);
  });

  test("names itself, its site, who makes it and what it is about", () => {
    expect(feed).toMatchObject({
      title: "The Paper Lantern, read aloud",
      link: "https://lantern.example/",
      language: "en-GB",
      image: { url: "https://lantern.example/icon-512.png" },
      itunes: { author: "Lantern Press", explicit: false, categories: [{ text: "News" }] },
    });
    expect(feed.atom?.links).toEqual([
      { rel: "self", type: "application/rss+xml", href: "https://lantern.example/podcast.xml" },
    ]);
  });

  test("has an item for each edition with a recording, whose file is there, whole", () => {
    expect(feed.items?.map(({ link }) => link)).toEqual(HEARD.map(({ page }) => `https://lantern.example${page}`));
    for (const [at, { page, file, type, seconds }] of HEARD.entries()) {
      const { enclosures, itunes } = feed.items?.[at] ?? {};
      const { size } = statSync(join(fixtureSite(), page, file));
      expect(enclosures).toEqual([{ url: `https://lantern.example${page}${file}`, length: size, type }]);
      expect(itunes?.duration).toBe(seconds);
      const folder = `${page.slice(1, 5)}/${page.slice(6).replace("/", "-").replace("/", "-")}`;
      const source = join(import.meta.dirname, "../fixtures/site/content/editions", folder, file);
      expect(readFileSync(join(fixtureSite(), page, file)).equals(readFileSync(source))).toBe(true);
    }
  });

  test("knows an item by what the other feeds know its edition by", () => {
    const { items = [] } = parseJsonFeed(read(FILES.jsonFeed));
    for (const { guid, link } of feed.items ?? []) {
      expect(guid?.isPermaLink).toBe(false);
      expect(items.find(({ url }) => url === link)?.id).toBe(guid?.value);
    }
  });

  test("lists the stories in their order, with labels, and with times where the newsroom told some", () => {
    for (const { link = "", content } of feed.items ?? []) {
      const { stories } = JSON.parse(
        read(`/api/1/editions/${link.slice(24, 34).replaceAll("/", "-")}-${link.slice(35, -1)}.json`),
      ) as EditionDocument;
      const listed = [...(content?.encoded ?? "").matchAll(/<li>(?:[\d:]+ )?<a href="([^"]*)">/g)].map(
        ([, href]) => href,
      );
      expect(listed).toEqual(stories.map(({ url }) => url));
    }
    const [untold, told] = feed.items ?? [];
    expect(untold?.content?.encoded).not.toMatch(/<li>\d/);
    expect(untold?.podcast?.chapters).toBeUndefined();
    expect(told?.content?.encoded?.match(/<li>\d[\d:]* (?=<a )/g)).toEqual(
      ["0:00", "1:01", "1:35", "5:20"].map((at) => `<li>${at} `),
    );
    expect(told?.podcast?.chapters).toEqual({
      url: "https://lantern.example/podcast/2026-03-03-midday.json",
      type: "application/json+chapters",
    });
  });

  test("gives the chapters as Podcasting 2.0 has them, in the order in which they are heard, to programs of any page", () => {
    const { version, chapters } = JSON.parse(read("/podcast/2026-03-03-midday.json")) as {
      version: string;
      chapters: { startTime: number; title: string; url: string }[];
    };
    expect(version).toBe("1.2.0");
    expect(chapters.map(({ startTime, url }) => [startTime, url.slice(42, -1)])).toEqual([
      [0, "arabic"],
      [61, "chinese"],
      [95, "markup"],
      [320, "script"],
    ]);
    const { audio } = JSON.parse(read("/api/1/editions/2026-03-03-midday.json")) as EditionDocument;
    expect(audio?.chapters).toEqual(chapters.map(({ startTime, ...own }) => ({ start: startTime, ...own })));
    expect(existsSync(join(fixtureSite(), "podcast/2026-03-04-morning.json"))).toBe(false);
    expect(read("/_headers")).toContain("/podcast/*\n  Access-Control-Allow-Origin: *\n");
  });
});

describe("a recording", () => {
  test.each(HEARD)("of $page is played on its page by the browser, which fetches nothing before", ({ page, file }) => {
    const own = read(`${page}index.html`);
    expect(own).toContain(`<audio controls preload="none" src="${page}${file}" aria-labelledby="_listen"></audio>`);
    expect(own).toContain("media-src &#39;self&#39;");
    expect(own).toContain('type="application/rss+xml"');
  });

  test("is allowed by the policy of those pages alone that have one", () => {
    for (const page of ["/2026/03/01/morning/index.html", "/about/index.html", "/search/index.html"])
      expect(read(page)).not.toContain("media-src");
    expect(read("/_headers")).toContain("media-src 'self'");
  });

  test.each(HEARD)("of $page says who reads, and carries the label of a machine everywhere", ({ page, by, file }) => {
    const url = `https://lantern.example${page}`;
    const identity = `${page.slice(1, 11).replaceAll("/", "-")}-${page.slice(12, -1)}`;
    const entry =
      read("/feed.xml")
        .split("<entry>")
        .find((own) => own.includes(`href="${url}"`)) ?? "";
    const item =
      read(FILES.podcast)
        .split("<item>")
        .find((own) => own.includes(`<link>${url}</link>`)) ?? "";
    const { audio } = JSON.parse(read(`/api/1/editions/${identity}.json`)) as EditionDocument;
    const { items } = JSON.parse(read(FILES.jsonFeed)) as { items: { url: string; attachments?: object[] }[] };
    const attachments = items.find((own) => own.url === url)?.attachments;
    expect(attachments).toHaveLength(1);
    expect(entry).toContain(`<link rel="enclosure"`);
    expect(entry).toContain(file);
    const places = [read(`${page}index.html`), entry, item, JSON.stringify(attachments), JSON.stringify(audio)];
    for (const place of places) expect(place.includes(SYNTHETIC)).toBe(by === undefined);
    for (const place of [places[0], entry, item, places[4]]) if (by !== undefined) expect(place).toContain(by);
    expect(audio?.synthetic).toBe(by === undefined);
    expect(read(`${page}index.html`).includes("/digitalsourcetype/trainedAlgorithmicMedia")).toBe(by === undefined);
  });

  test("is offered where readers subscribe; a site without any has no podcast", () => {
    expect(read("/subscribe/index.html")).toContain("lantern.example/<wbr>podcast.xml");
    expect(existsSync(join(exampleSite(), FILES.podcast))).toBe(false);
    expect(readFileSync(join(exampleSite(), "/subscribe/index.html"), "utf8")).not.toContain("podcast");
  });
});
