import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LinkChecker, type LinkResult } from "linkinator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite, type SiteServer } from "../site-server.ts";
import { listFiles, readFiles } from "../files.ts";
import { addressOf, readPages } from "./pages.ts";
import { SITES } from "../sites.ts";

// Nothing links to these: a host, a machine or a script asks for them by name, or they stand where something else was. Cards are named in
// the heads of their pages, which another test looks at.
const UNLINKED =
  /^(404\.html|lantern-4f1c07aa\.txt|_headers|_redirects|robots\.txt|offline\.js|(?:news-)?sitemap\.xml|llms\.txt|\.nojekyll|\.evening-update|\.well-known\/security\.txt|search\/parts(\.json|\/.*)|podcast\/.*\.json|-\/addresses\.txt|-\/pagefind\..*|(?:\d.*\/)?card\.[0-9a-f]{16}[\w.]*\.png)$/;

describe.each(SITES)("the links of the $name site", ({ folder }) => {
  let server: SiteServer;
  let links: LinkResult[];

  beforeAll(async () => {
    server = await serveSite(folder);
    const checker = new LinkChecker();
    ({ links } = await checker.check({
      path: `${server.url}/`,
      recurse: true,
      checkCss: true,
      checkFragments: true,
      concurrency: 20,
      linksToSkip: (link) => Promise.resolve(!link.startsWith(server.url)),
    }));
  });

  afterAll(() => server.close());

  test("all lead to a page that is there and to a place on it that is there", () => {
    const dead = links.filter(({ state }) => (state as string) === "BROKEN");
    expect(dead.map(({ url, parent, status }) => ({ url, parent, status }))).toEqual([]);
    expect(links.filter(({ state }) => (state as string) === "OK").length).toBeGreaterThan(50);
  });

  // Linkinator looks for a fragment only when it fetches the page anew, so this counts them all.
  test("all name a place on their page that is there, in the feeds too", () => {
    const pages = new Map(readPages(folder).map(({ path, text }) => [addressOf(path), text]));
    const origin = new URL(/<link rel="canonical" href="([^"]*)">/.exec(pages.get("/") ?? "")?.[1] ?? "").origin;
    const isMissing = (address: string, from: string): boolean => {
      const { origin: host, pathname, hash } = new URL(address.replaceAll("&amp;", "&"), origin + from);
      const id = decodeURIComponent(hash.slice(1));
      return host === origin && id !== "" && pages.get(decodeURIComponent(pathname))?.includes(` id="${id}"`) !== true;
    };
    const found = [...pages].flatMap(([from, text]) =>
      [...text.matchAll(/ href="([^"]*#[^"]*)"/g)].map(([, address = ""]) => ({ from, address })),
    );
    // Parts of an entry are parts of its page as well, for readers' programs that make each address a whole one.
    const entries = readFiles(folder, ".xml").flatMap(({ text }) => [
      ...text.matchAll(/ xml:base="https:\/\/[^/]*([^"]*)">([^<]*)</g),
    ]);
    const inFeeds = entries.flatMap(([, from = "", text = ""]) =>
      [...text.matchAll(/ href=&quot;((?:https:[^&]*)?#[^&]*)&quot;/g)].map(([, address = ""]) => ({ from, address })),
    );
    expect([...found, ...inFeeds].filter(({ from, address }) => isMissing(address, from))).toEqual([]);
    expect(found.length).toBeGreaterThan(100);
    expect(inFeeds.length).toBeGreaterThan(10);
  });

  test("lead from the front page to every page, picture, feed and file of the look", () => {
    const reached = new Set(
      links.filter(({ url }) => url.startsWith(server.url)).map(({ url }) => decodeURIComponent(new URL(url).pathname)),
    );
    const { icons } = JSON.parse(readFileSync(join(folder, "manifest.webmanifest"), "utf8")) as {
      icons: readonly { readonly src: string }[];
    };
    for (const { src } of icons) reached.add(src);
    const redirects = new Set(listFiles(folder).filter((path) => path.endsWith(".html")));
    for (const { path } of readPages(folder)) redirects.delete(path);
    const orphans = listFiles(folder).filter(
      (path) => !UNLINKED.test(path) && !redirects.has(path) && !reached.has(addressOf(path)),
    );
    expect(orphans).toEqual([]);
  });
});

describe.each(SITES)("the sitemap of the $name site", ({ folder }) => {
  const listed = [...readFileSync(join(folder, "sitemap.xml"), "utf8").matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, loc = ""]) => decodeURIComponent(new URL(loc).pathname),
  );

  test("lists only pages that are there, each once", () => {
    expect(listed.filter((path) => !existsSync(join(folder, path, "index.html")))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("lists every page that may be indexed and no other", () => {
    const indexable = readPages(folder).filter(({ text }) => !text.includes('<meta name="robots" content="noindex">'));
    expect(indexable.map(({ path }) => addressOf(path)).sort()).toEqual([...listed].sort());
  });
});
