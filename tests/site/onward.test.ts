import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { listFiles, readFiles } from "../files.ts";
import { exampleSite, SITES } from "../sites.ts";

const read = (path: string) => readFileSync(join(exampleSite(), path), "utf8");
const text = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("a thread", () => {
  const PATH = "threads/indirect-prompt-injection/";

  test("tells what is new by date, the latest first, each with its story", () => {
    const page = read(`${PATH}index.html`);
    const rows = [...page.matchAll(/<li class="band teaser".*?<\/li>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('href="/2026/03/05/evening/owasp-llm-top-10/"');
    expect(text(rows[0] ?? "")).toMatch(
      /5 March 2026 ?, AI Evening Update .* Prompt injection, the subject of Tuesday’s story/,
    );
    expect(rows[1]).toContain('href="/2026/03/03/evening/indirect-prompt-injection/"');
  });

  test("is named on the page of each of its stories and in the directory", () => {
    for (const page of [
      "2026/03/05/evening/owasp-llm-top-10/",
      "2026/03/03/evening/indirect-prompt-injection/",
      "threads/",
    ])
      expect(read(`${page}index.html`), page).toContain(`href="/${PATH}"`);
    expect(text(read("2026/03/05/evening/owasp-llm-top-10/index.html"))).toContain("Previously: ");
  });

  test("has a feed of its stories", () => {
    const { feed } = parseFeed(read(`${PATH}feed.xml`)) as { feed: { entries: { links: { href: string }[] }[] } };
    expect(feed.entries.map(({ links }) => links[0]?.href.replace(/^https:\/\/[^/]+/, ""))).toEqual([
      "/2026/03/05/evening/owasp-llm-top-10/",
      "/2026/03/03/evening/indirect-prompt-injection/",
    ]);
    expect(read(`${PATH}index.html`)).toContain(`type="application/atom+xml"`);
  });
});

describe("the end of an edition", () => {
  const endOf = (page: string) => {
    const html = read(page);
    const end = /<p class="closing end">.*?<\/p>/s.exec(html);
    return { words: text(end?.[0] ?? "").trim(), at: end?.index ?? -1, lastAnalysis: html.lastIndexOf("<article") };
  };

  test("says of the latest one that there is no more, and when there will be", () => {
    for (const page of ["index.html", "2026/03/05/evening/index.html"]) {
      const { words, at, lastAnalysis } = endOf(page);
      expect(words).toMatch(
        /^You’re up to date\. The next edition, AI Morning Briefing , appears on Friday 6 March at 07:00 London time ?\.$/,
      );
      expect(at).toBeGreaterThan(lastAnalysis);
    }
  });

  test("leads on from an older one, and says no untruth", () => {
    expect(endOf("2026/03/03/evening/index.html").words).toMatch(
      /^You’re up to date with AI Evening Update, Tuesday 3 March 2026 \. The next edition is out: AI Morning Briefing: /,
    );
  });
});

describe("a story's page", () => {
  test("leads to others of its topic in other editions", () => {
    const pages = listFiles(exampleSite()).filter((path) => /^\d{4}(\/[^/]+){4}\/index\.html$/.test(path));
    const sections = pages.map(
      (path) => [path, /<section class="band section in-topic">.*?<\/section>/s.exec(read(path))?.[0] ?? ""] as const,
    );
    expect(sections.filter(([, section]) => section !== "").length).toBeGreaterThan(10);
    for (const [path, section] of sections) {
      const own = path.split("/").slice(0, 4).join("/");
      const leads = [...section.matchAll(/<h3><a href="\/([^"]+)"/g)].map(([, href = ""]) => href);
      if (section !== "") expect(leads.length, path).toBeGreaterThan(0);
      expect(leads.length, path).toBeLessThanOrEqual(3);
      for (const href of leads) expect(href.startsWith(own), `${path} to ${href}`).toBe(false);
    }
  });
});

describe.each(SITES)("headings of the $name site", ({ folder }) => {
  test("that have an address lead to themselves, in pages and not in feeds", () => {
    const headings = readFiles(folder, ".html").flatMap(({ text: html }) =>
      [...html.matchAll(/<h([34]) id="([^"]+)">(.*?)<\/h\1>/gs)].map(([, , id = "", inner = ""]) => ({ id, inner })),
    );
    expect(headings.length).toBeGreaterThan(0);
    for (const { id, inner } of headings)
      expect(inner).toContain(`<a class="anchor" href="#${id}" aria-label="Link to this part"`);
    for (const ending of [".xml", "feed.json"])
      for (const { path, text: feed } of readFiles(folder, ending)) expect(feed.includes("anchor"), path).toBe(false);
  });
});

describe.each(SITES)("the icons of the $name site", ({ folder }) => {
  test("are all there, in the sizes that the manifest and the pages tell", async () => {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.webmanifest"), "utf8")) as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest.start_url).toBe("/");
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(join(folder, src)).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    const { width, height } = await sharp(join(folder, "apple-touch-icon.png")).metadata();
    expect([width, height]).toEqual([180, 180]);
    const ico = readFileSync(join(folder, "favicon.ico"));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico[6], ico[22]]).toEqual([0, 1, 16, 32]);
    for (const { path, text: page } of readFiles(folder, "index.html").filter(
      ({ text: html }) => !html.includes('http-equiv="refresh"'),
    ))
      for (const href of ["/favicon.ico", "/favicon.svg", "/apple-touch-icon.png", "/manifest.webmanifest"])
        expect(page.includes(`href="${href}"`), `${path} ${href}`).toBe(true);
  });

  test("come with a colour for each scheme, the one of the paper", () => {
    const css = readFiles(folder, ".css")
      .map(({ text }) => text)
      .join("\n");
    const page = readFileSync(join(folder, "index.html"), "utf8");
    for (const scheme of ["light", "dark"]) {
      const [, colour = "none"] =
        new RegExp(`theme-color" media="\\(prefers-color-scheme: ${scheme}\\)" content="(#\\w+)"`).exec(page) ?? [];
      expect(css).toMatch(new RegExp(`--paper:[^;]*${colour}`));
    }
  });
});
