import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LinkChecker, type LinkResult } from "linkinator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFiles } from "../files.ts";
import { LANGUAGE_SITES, serveBelow } from "../language-sites.ts";
import type { SiteServer } from "../site-server.ts";
import { findInvalid } from "./validity.ts";

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "language-links-"));
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(LANGUAGE_SITES)("the $name site", (site) => {
  let server: SiteServer & { readonly home: string };
  let links: LinkResult[];

  beforeAll(async () => {
    server = await serveBelow(site, join(scratch, site.name));
    ({ links } = await new LinkChecker().check({
      path: `${server.home}/`,
      recurse: true,
      checkCss: true,
      checkFragments: true,
      concurrency: 20,
      linksToSkip: (link) => Promise.resolve(!link.startsWith(server.url)),
    }));
  });

  afterAll(() => server.close());

  test("is valid HTML by every rule of correctness", async () => {
    expect(await findInvalid(site.folder)).toEqual([]);
  });

  test("names its language and direction in every page, those that only lead on too", () => {
    const wanted = `<html lang="${site.language}"${site.direction === "rtl" ? ' dir="rtl"' : ""}`;
    const pages = readFiles(site.folder, ".html");
    expect(pages.length).toBeGreaterThan(25);
    expect(pages.filter(({ text }) => !text.includes(`${wanted} `) && !text.includes(`${wanted}>`))).toEqual([]);
  });

  test("has no link that leads nowhere", () => {
    const dead = links.filter(({ state }) => (state as string) === "BROKEN");
    expect(dead.map(({ url, parent, status }) => ({ url, parent, status }))).toEqual([]);
    expect(links.filter(({ state }) => (state as string) === "OK").length).toBeGreaterThan(50);
  });

  test("names the language of every passage that is in another one", () => {
    if (site.name === "german") return;
    const story = readFileSync(join(site.folder, site.paths.story, "index.html"), "utf8");
    expect(story).toContain('<span lang="en" dir="ltr">');
    expect(story).toContain('hreflang="en" lang="en" dir="ltr">Line 12: stop data, version 2.1</a>');
  });
});
