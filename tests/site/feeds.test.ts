import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { readFiles } from "../files.ts";
import { missingWords, readWritten, visibleWords } from "./source-words.ts";
import { SITES } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const SCHEMAS = join(import.meta.dirname, "../fixtures/site/schemas");
// What XML 1.0 forbids, and the control characters that it only discourages.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

function addressesIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*?\s(?:href|src|cite)="([^"]*)"/g)].map(([, address = ""]) => address);
}

/** The parts of itself that a text names, and those that it has. */
function partsOf(html: string): { readonly named: string[]; readonly ids: ReadonlySet<string> } {
  const collect = (pattern: RegExp) => Array.from(html.matchAll(pattern), ([, part = ""]) => part);
  return { named: collect(/\shref="#([^"]*)"/g).map(decodeURIComponent), ids: new Set(collect(/\sid="([^"]*)"/g)) };
}

/** Where a file of the site lies, by its address. */
function fileOf(folder: string, address: string): string {
  return join(folder, decodeURIComponent(new URL(address).pathname));
}

async function findFaults(schema: string, path: string, text: string): Promise<string[]> {
  const contents = readFileSync(join(SCHEMAS, schema), "utf8");
  const { errors } = await validateXML({
    xml: { fileName: "site.xml", contents: text },
    schema: { fileName: schema, contents },
    extension: "relaxng",
  });
  return errors.map(({ message, loc }) => `${path}:${loc?.lineNumber ?? 0} ${message}`);
}

describe.each(SITES)("the Atom feeds of the $name site", ({ name, folder }) => {
  const files = readFiles(folder, ".xml").filter(({ path }) => /(^|\/)(feed|stories)\.xml$/.test(path));
  const feeds = files.map(({ path, text }) => ({ path, text, feed: parseAtomFeed(text) }));
  const entriesOf = (path: string) => feeds.find((feed) => feed.path === path)?.feed.entries ?? [];

  test("are of editions, stories, every slot and every topic", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["feed.xml", "stories.xml", "morning/feed.xml"]));
    expect(paths.filter((path) => path.startsWith("topics/")).length).toBeGreaterThan(2);
  });

  test("are well-formed and built as RFC 4287 says", async () => {
    const faults = await Promise.all(files.map(({ path, text }) => findFaults("atom.rng", path, text)));
    expect(faults.flat()).toEqual([]);
  });

  test("name themselves, the page they belong to and who makes them", () => {
    for (const { path, feed } of feeds) {
      const { origin } = new URL(feed.id ?? "");
      const linked = (relation: string) => feed.links?.find(({ rel }) => rel === relation)?.href ?? "";
      expect(linked("self"), path).toBe(`${origin}/${path}`);
      expect(feed.id, path).toBe(linked("self"));
      expect(existsSync(join(folder, new URL(linked("alternate")).pathname, "index.html")), path).toBe(true);
      expect(feed.authors?.[0]?.name, path).toBeTruthy();
    }
  });

  test("give every entry one lasting tag: id, a title, an author and an address that is there", () => {
    for (const { path, feed } of feeds) {
      const { hostname, origin } = new URL(feed.id ?? "");
      const entries = feed.entries ?? [];
      expect(new Set(entries.map(({ id }) => id)).size, path).toBe(entries.length);
      for (const { id = "", title, authors, links } of entries) {
        expect(id.startsWith(`tag:${hostname},`), id).toBe(true);
        expect(id).toMatch(/^tag:[\w.-]+,\d{4}-\d\d-\d\d:\d{4}-\d\d-\d\d-[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/);
        expect(title?.value, id).toBeTruthy();
        expect((authors ?? feed.authors ?? []).length, id).toBeGreaterThan(0);
        const alternates = (links ?? []).filter(({ rel }) => rel === "alternate").map(({ href }) => href ?? "");
        expect(alternates, id).toHaveLength(1);
        const [address = ""] = alternates;
        expect(new URL(address).origin, id).toBe(origin);
        expect(existsSync(join(folder, new URL(address).pathname, "index.html")), id).toBe(true);
      }
    }
  });

  test("say when each entry came and last changed, the newest edition first", () => {
    for (const { path, feed } of feeds) {
      const entries = feed.entries ?? [];
      for (const { id, published = "", updated = "" } of entries) {
        expect(published, id).toMatch(MOMENT);
        expect(updated, id).toMatch(MOMENT);
        expect(Date.parse(updated), id).toBeGreaterThanOrEqual(Date.parse(published));
      }
      const changes = entries.map(({ updated = "" }) => Date.parse(updated));
      expect(Date.parse(feed.updated ?? ""), path).toBe(entries.length === 0 ? 0 : Math.max(...changes));
    }
    const datelines = entriesOf("feed.xml").map(({ published = "" }) => Date.parse(published));
    expect(datelines).toEqual([...datelines].sort((a, b) => b - a));
  });

  test("hold whole https addresses and parts of the same entry only, no control character and nothing that runs", () => {
    for (const { path, text, feed } of feeds) {
      expect(text, path).not.toMatch(CONTROL);
      for (const { id, content } of feed.entries ?? []) {
        const html = content?.value ?? "";
        expect(
          addressesIn(html).filter((address) => !/^(https:\/\/[^/]+\/|mailto:|#)/.test(address)),
          id,
        ).toEqual([]);
        expect(html, id).not.toMatch(/<(script|style|iframe|object|embed|form)\b|<[a-z][^>]*\s(on[a-z]+|style)=/);
      }
    }
  });

  test("lead to footnotes, headings and other parts within the entry where it has them, else on its page", () => {
    let count = 0;
    for (const { feed } of feeds)
      for (const { id, links, content } of feed.entries ?? []) {
        const html = content?.value ?? "";
        const { named, ids } = partsOf(html);
        expect(
          named.filter((part) => !ids.has(part)),
          id,
        ).toEqual([]);
        const page = links?.find(({ rel }) => rel === "alternate")?.href ?? "";
        const away = addressesIn(html).filter((address) => address.startsWith(`${page}#`));
        expect(
          away.filter((address) => ids.has(decodeURIComponent(address.slice(page.length + 1)))),
          id,
        ).toEqual([]);
        count += named.length;
      }
    expect(count).toBeGreaterThan(20);
    for (const { path, text, feed } of feeds)
      expect(
        Array.from(text.matchAll(/<content type="html" xml:base="([^"]*)"/g), ([, base]) => base),
        path,
      ).toEqual((feed.entries ?? []).map(({ links }) => links?.find(({ rel }) => rel === "alternate")?.href));
  });

  test("have an icon and a logo, and in every entry of a text a picture that is there", () => {
    for (const { path, text, feed } of feeds) {
      for (const address of [feed.icon, feed.logo]) expect(existsSync(fileOf(folder, address ?? "")), path).toBe(true);
      if (path === "corrections/feed.xml") continue;
      const pictures = Array.from(text.matchAll(/<media:thumbnail url="([^"]*)"/g), ([, address = ""]) => address);
      expect(pictures).toHaveLength(feed.entries?.length ?? 0);
      expect(
        pictures.filter((address) => !existsSync(fileOf(folder, address))),
        path,
      ).toEqual([]);
    }
  });

  test("hold the full text of every published story, word for word", () => {
    const entries = new Map(
      [...entriesOf("stories.xml"), ...entriesOf("feed.xml")].map(({ links, title, content }) => [
        new URL(links?.find(({ rel }) => rel === "alternate")?.href ?? "").pathname,
        visibleWords(`${(title?.value ?? "").replaceAll("<", "&lt;")} ${content?.value ?? ""}`),
      ]),
    );
    const written = readWritten(PUBLICATIONS[name].content);
    const published = written.filter(({ path }) => existsSync(join(folder, path, "index.html")));
    expect(published.length).toBeGreaterThan(20);
    for (const { path, words } of published) {
      const page = readFileSync(join(folder, path, "index.html"), "utf8");
      expect({ path, missing: missingWords(words, visibleWords(page.slice(page.indexOf("<main")))) }).toEqual({
        path,
        missing: [],
      });
      expect({ path, missing: missingWords(words, entries.get(path) ?? []) }).toEqual({ path, missing: [] });
    }
  });
});

describe.each(SITES)("the JSON Feed of the $name site", ({ folder }) => {
  const text = readFileSync(join(folder, "feed.json"), "utf8");
  const raw = JSON.parse(text) as { version: string; items: Record<string, unknown>[] } & Record<string, unknown>;
  const feed = parseJsonFeed(text);
  const items = feed.items ?? [];

  test("is of version 1.1 and names itself, its page and who makes it", () => {
    expect(raw.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.feed_url).toBe(`${feed.home_page_url ?? ""}feed.json`);
    expect(feed.title).toBeTruthy();
    expect(feed.authors?.[0]?.name).toBeTruthy();
    expect(raw["language"]).toBeTruthy();
  });

  test("uses only the keys of the specification, and extensions with an underscore", () => {
    const known =
      /^(id|url|title|content_html|summary|image|date_published|date_modified|authors|tags|language|attachments|_[a-z_]+)$/;
    for (const item of raw.items) expect(Object.keys(item).filter((key) => !known.test(key))).toEqual([]);
    const top =
      /^(version|title|home_page_url|feed_url|description|user_comment|next_url|icon|favicon|authors|language|hubs|items)$/;
    expect(Object.keys(raw).filter((key) => !top.test(key))).toEqual([]);
  });

  test("says what the Atom feed says", () => {
    const { entries = [] } = parseAtomFeed(readFileSync(join(folder, "feed.xml"), "utf8"));
    expect(
      items.map(({ id, title, content_html, date_published, date_modified }) => ({
        id,
        title,
        html: content_html,
        published: date_published,
        updated: date_modified,
      })),
    ).toEqual(
      entries.map(({ id, title, content, published, updated }) => ({
        id,
        title: title?.value,
        html: content?.value,
        published,
        updated,
      })),
    );
  });

  test("has the icons of the site and the picture of each entry that the Atom feed has", () => {
    const atom = readFileSync(join(folder, "feed.xml"), "utf8");
    const thumbnails = Array.from(atom.matchAll(/<media:thumbnail url="([^"]*)"/g), ([, address]) => address);
    expect(raw.items.map(({ image }) => image)).toEqual(thumbnails);
    for (const key of ["icon", "favicon"]) expect(existsSync(fileOf(folder, String(raw[key])))).toBe(true);
  });

  test("has text ids, whole addresses, moments with an offset and tags that are texts", () => {
    for (const item of raw.items) {
      expect(typeof item["id"]).toBe("string");
      expect(item["url"]).toMatch(/^https:\/\//);
      expect(item["date_published"]).toMatch(MOMENT);
      expect(item["date_modified"]).toMatch(MOMENT);
      expect((item["tags"] as unknown[]).every((tag) => typeof tag === "string" && tag !== "")).toBe(true);
    }
    expect(new Set(raw.items.map(({ id }) => id)).size).toBe(raw.items.length);
    expect(text).not.toMatch(CONTROL);
  });
});

describe.each(SITES)("the sitemap of the $name site", ({ folder }) => {
  test("is well-formed and built as sitemaps.org says", async () => {
    const text = readFileSync(join(folder, "sitemap.xml"), "utf8");
    expect(await findFaults("sitemap.rng", "sitemap.xml", text)).toEqual([]);
    const hosts = new Set([...text.matchAll(/<loc>([^<]*)</g)].map(([, loc = ""]) => new URL(loc).origin));
    expect(hosts.size).toBe(1);
  });

  test("of news is well-formed and built as Google says, and its texts are in the other", async () => {
    const text = readFileSync(join(folder, "news-sitemap.xml"), "utf8");
    expect(await findFaults("news-sitemap.rng", "news-sitemap.xml", text)).toEqual([]);
    const addresses = Array.from(text.matchAll(/<loc>([^<]*)</g), ([, loc = ""]) => loc);
    expect(addresses.length).toBeGreaterThan(5);
    const all = readFileSync(join(folder, "sitemap.xml"), "utf8");
    expect(addresses.filter((address) => !all.includes(`<loc>${address}</loc>`))).toEqual([]);
    const robots = readFileSync(join(folder, "robots.txt"), "utf8");
    const { origin } = new URL(addresses[0] ?? "");
    expect(robots).toContain(`\nSitemap: ${origin}/news-sitemap.xml\n`);
  });
});

describe.each(SITES)("every page of the $name site", ({ folder }) => {
  test("offers the feeds of editions, stories and corrections, each once", () => {
    const pages = readFiles(folder, ".html").filter(({ text }) => text.includes('<footer class="colophon'));
    expect(pages.length).toBeGreaterThan(20);
    for (const { path, text } of pages) {
      const offered = Array.from(
        text.matchAll(
          /<link rel="alternate" type="application\/(?:atom\+xml|feed\+json)" title="[^"]+" href="([^"]*)">/g,
        ),
        ([, href]) => href,
      );
      expect(offered, path).toEqual(
        expect.arrayContaining(["/feed.xml", "/feed.json", "/stories.xml", "/corrections/feed.xml"]),
      );
      expect(new Set(offered).size, path).toBe(offered.length);
    }
  });
});

describe.each(SITES)("llms.txt of the $name site", ({ folder }) => {
  test("is Markdown with a title, a summary and lists of links, each of which leads somewhere", () => {
    const lines = readFileSync(join(folder, "llms.txt"), "utf8").split("\n");
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines[2]).toMatch(/^> \S/);
    const rest = lines.slice(3).filter((line) => line !== "");
    expect(rest.filter((line) => !/^(?:## \S.*|- \[.+\]\(https:[^)\s]+\))$/.test(line))).toEqual([]);
    const addresses = rest.flatMap((line) => /\]\((https:[^)]+)\)$/.exec(line)?.[1] ?? []);
    expect(addresses.length).toBeGreaterThan(15);
    const lost = addresses.filter((address) => {
      const file = fileOf(folder, address);
      return !existsSync(address.endsWith("/") ? join(file, "index.html") : file);
    });
    expect(lost).toEqual([]);
  });
});
