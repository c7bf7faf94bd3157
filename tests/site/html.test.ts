import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { escapeHtml } from "../../templates/html.ts";
import { listFiles, readFiles } from "../files.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { isRedirect, readPages } from "./pages.ts";
import { findInvalid } from "./validity.ts";
import { SITES } from "../sites.ts";

const ADDRESSES =
  /<(?:script|img|link|source|iframe|video|audio|object|embed|form|base)\b[^>]*?\s(?:src|srcset|href|data|action)="([^"]*)"/g;
const SEARCH_SCRIPT = /^ src="\/-\/search\.[0-9a-f]{10}\.js" defer$/;
const NOT_LOADED = /<link rel="(?:canonical|alternate|prev|next)"/;

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function find(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, first]) => first ?? "");
}

describe.each(SITES)("the pages of the $name site", ({ name, folder }) => {
  const pages = readPages(folder);

  test("are valid HTML by every rule of correctness", async () => {
    expect(await findInvalid(folder)).toEqual([]);
  });

  test("hold no script but linked data and the one of every page, of 2 kB at most, no inline style and no event handler", () => {
    const scripts = new Set(readFiles(folder, ".html").flatMap(({ text }) => find(text, /<script>(.*?)<\/script>/gs)));
    expect(scripts.size).toBe(1);
    for (const script of scripts) expect(Buffer.byteLength(script)).toBeLessThanOrEqual(2000);
    const offences = readFiles(folder, ".html").flatMap(({ path, text }) => [
      ...find(text, /<script(?! type="application\/ld\+json">)([^>]*)>/g)
        .filter((found) => found !== "" && !(path === "search/index.html" && SEARCH_SCRIPT.test(found)))
        .map((found) => `${path}: script ${found}`),
      ...find(text, /<[a-z][^>]*\s(style="[^"]*")/g).map((found) => `${path}: ${found}`),
      ...find(text, /<(style)\b/g).map((found) => `${path}: ${found}`),
      ...find(text, /<[a-z][^>]*\s(on[a-z]+)=/g).map((found) => `${path}: ${found}`),
    ]);
    expect(offences).toEqual([]);
  });

  test("load nothing from another host and link to nothing over plain http", () => {
    const offences = readFiles(folder, ".html").flatMap(({ path, text }) => [
      ...[...text.matchAll(ADDRESSES)]
        .filter(([tag, address = ""]) => !NOT_LOADED.test(tag) && !/^\/(?!\/)/.test(address))
        .map(([tag]) => `${path}: ${tag}`),
      ...find(text, /\s(?:href|src)="(http:[^"]*)"/g).map((found) => `${path}: ${found}`),
    ]);
    expect(offences).toEqual([]);
  });

  test("name a language, one main heading and one canonical address each", () => {
    const offences = pages.flatMap(({ path, text }) => [
      ...(/^<!doctype html>\n<html lang="[a-z]{2,3}(-[A-Za-z0-9]+)*"/.test(text) ? [] : [`${path}: no language`]),
      ...(find(text, /<(h1)\b/g).length === 1 ? [] : [`${path}: not one h1`]),
      ...(find(text, /<link rel="canonical" href="https:\/\/([^"]+)">/g).length === 1 ? [] : [`${path}: no canonical`]),
    ]);
    expect(offences).toEqual([]);
  });

  test("have linked data that parses and says the headline that the page says", () => {
    const described = pages.flatMap(({ path, text }) =>
      find(text, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g).map((json) => {
        const data = JSON.parse(json) as Record<string, unknown>;
        if (data["@type"] === "BreadcrumbList") return path;
        const headline = data["headline"] ?? data["name"];
        const [title = ""] = find(text, /<title>([\s\S]*?)<\/title>/g);
        const [heading = ""] = find(text, /<h1>([\s\S]*?)<\/h1>/g);
        expect(data["@context"], path).toBe("https://schema.org");
        expect(typeof headline, path).toBe("string");
        expect(title, path).toContain(escapeHtml(String(headline)));
        if (path !== "index.html") expect(textOf(heading), path).toBe(escapeHtml(String(headline)));
        return path;
      }),
    );
    expect(described.length).toBeGreaterThan(10);
  });

  test("have a title and a main heading that say the same", () => {
    for (const { path, text } of pages) {
      if (path === "index.html") continue;
      const [title = ""] = find(text, /<title>([\s\S]*?)<\/title>/g);
      const [heading = ""] = find(text, /<h1>([\s\S]*?)<\/h1>/g);
      expect(title.replace(/, page \d+ –/, " –"), path).toContain(textOf(heading));
    }
  });

  test("say what they are to those who share them: title, kind, address, language, words and a picture", () => {
    for (const { path, text } of readFiles(folder, ".html")) {
      const told = find(text, /<meta property="og:(\w+)" content="[^"]+">/g);
      expect(told, path).toEqual(
        expect.arrayContaining(["site_name", "locale", "title", "type", "url", "description", "image"]),
      );
      expect(find(text, /<meta property="og:locale" content="([^"]*)">/g), path).toEqual(["en_GB"]);
    }
  });

  test("tell machines of each story what it says of itself, its section and pages about its writers", () => {
    interface Told {
      readonly "@type": string;
      readonly description?: string;
      readonly articleSection?: string;
      readonly author?: readonly { readonly name: string; readonly url?: string }[];
    }
    const people = parse(readFileSync(join(PUBLICATIONS[name].content, "people.yaml"), "utf8")) as Record<
      string,
      { readonly name: string; readonly url?: string }
    >;
    const pageOf = new Map(Object.values(people).map((person) => [person.name, person.url]));
    const told = pages.flatMap(({ path, text }) => {
      const [json = "{}"] = find(text, /<script type="application\/ld\+json">(.*?)<\/script>/g);
      const data = JSON.parse(json) as Told;
      if (data["@type"] !== "NewsArticle") return [];
      const [description = ""] = find(text, /<meta name="description" content="([^"]*)">/g);
      const [topic = ""] = find(text, /<p class="kicker"><a href="[^"]*">(.*?)<\/a>/g);
      expect(escapeHtml(data.description ?? ""), path).toBe(description);
      expect(escapeHtml(data.articleSection ?? ""), path).toBe(topic);
      for (const { name: writer, url } of data.author ?? []) expect(url, path).toBe(pageOf.get(writer));
      return [path];
    });
    expect(told.length).toBeGreaterThan(10);
  });

  test("say where they stand below the home, from page to page that is there", () => {
    const trails = pages.flatMap(({ path, text }) =>
      find(text, /<script type="application\/ld\+json">([^<]*"BreadcrumbList"[^<]*)<\/script>/g).map((json) => {
        const { itemListElement: places } = JSON.parse(json) as {
          itemListElement: { position: number; item: string }[];
        };
        expect(places.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1));
        const [canonical = ""] = find(text, /<link rel="canonical" href="([^"]*)">/g);
        expect(places.at(-1)?.item).toBe(canonical);
        const home = places[0]?.item ?? "";
        for (const { item } of places) expect(listFiles(folder)).toContain(`${item.slice(home.length)}index.html`);
        return path;
      }),
    );
    expect(pages.map(({ path }) => path).filter((path) => !trails.includes(path))).toEqual(["404.html", "index.html"]);
  });

  test("ask a browser to fetch nothing ahead that their policy would keep back", () => {
    for (const { path, text } of pages)
      expect(find(text, /<link rel="(prefetch|prerender|next|prev|preconnect|dns-prefetch)"/g), path).toEqual([]);
  });

  test("lead on from a moved address to a page that is there", () => {
    for (const page of readFiles(folder, ".html").filter(isRedirect)) {
      const [target = ""] = find(page.text, /content="0; url=([^"]+)"/g);
      expect(listFiles(folder)).toContain(`${target.slice(1)}index.html`);
    }
  });
});

describe.each(SITES)("the stylesheets of the $name site", ({ folder }) => {
  const pages = readPages(folder);
  const sheets = listFiles(folder).filter((path) => path.endsWith(".css"));

  test("are one of at most 20,000 bytes for every page, and smaller ones for what some pages have", () => {
    const sizes = sheets.map((path) => [
      /([a-z]+)\.\w+\.css$/.exec(path)?.[1],
      readFileSync(join(folder, path)).length,
    ]);
    expect(sizes.map(([name]) => name)).toEqual(["lists", "notes", "print", "search", "style", "trends"]);
    for (const [name, size] of sizes) expect(size, String(name)).toBeLessThanOrEqual(name === "style" ? 20_000 : 3000);
    for (const { path, text } of pages) {
      const linked = find(text, /<link rel="stylesheet"[^>]* href="\/-\/([a-z]+)\./g);
      expect(linked, path).toContain("style");
      expect(linked, path).not.toContain("preview");
      expect(linked.includes("notes"), path).toBe(/class="(footnotes|figure|corrections?)"|<blockquote/.test(text));
    }
  });

  test("loads fonts of this site only and nothing else", () => {
    for (const path of sheets) {
      const css = readFileSync(join(folder, path), "utf8");
      const addresses = find(css, /url\(["']?([^"')]*)["']?\)/g);
      expect(addresses.filter((address) => !/^\/-\/[\w.-]+\.woff2$/.test(address))).toEqual([]);
      expect(listFiles(folder)).toEqual(expect.arrayContaining(addresses.map((address) => address.slice(1))));
      expect(css).not.toMatch(/@import|https?:/);
    }
  });
});
