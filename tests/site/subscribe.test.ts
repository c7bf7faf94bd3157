import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PUBLICATIONS } from "../fixtures.ts";
import { exampleSite, fixtureSite } from "../sites.ts";
import { readPages } from "./pages.ts";

interface Config {
  readonly url: string;
  readonly slots: Readonly<Record<string, { readonly name: string }>>;
  readonly subscribe?: string;
}

describe.each([
  { name: "example" as const, site: exampleSite, has: false },
  { name: "fixture" as const, site: fixtureSite, has: true },
])("the page on which readers of the $name site subscribe", ({ name, site, has }) => {
  const config = parse(readFileSync(join(PUBLICATIONS[name].content, "site.yaml"), "utf8")) as Config;
  const pageOf = () => parseHTML(readFileSync(join(site(), "subscribe", "index.html"), "utf8")).document;

  test("names the feeds of editions, of stories and of each slot, each at its whole address, which is there", () => {
    const links = [...pageOf().querySelectorAll("main li a")];
    const paths = [
      "/feed.xml",
      "/feed.json",
      "/stories.xml",
      ...(existsSync(join(site(), "podcast.xml")) ? ["/podcast.xml"] : []),
      ...Object.keys(config.slots).map((id) => `/${id}/feed.xml`),
    ];
    expect(links.map(({ textContent }) => textContent).sort()).toEqual(paths.map((path) => config.url + path).sort());
    for (const link of links) {
      expect(new URL(link.getAttribute("href") ?? "", config.url).href).toBe(link.textContent);
      expect(existsSync(join(site(), new URL(link.textContent).pathname)), link.textContent).toBe(true);
    }
  });

  test("leads to the list's own form where one is configured, and else nowhere beyond the site", () => {
    const beyond = [...pageOf().querySelectorAll("main a")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !href.startsWith("/"));
    expect(config.subscribe !== undefined).toBe(has);
    expect(beyond).toEqual(config.subscribe === undefined ? [] : [config.subscribe]);
  });

  test("is reached from the colophon of every page", () => {
    for (const { path, text } of readPages(site()))
      expect(parseHTML(text).document.querySelectorAll('.colophon a[href="/subscribe/"]').length, path).toBe(1);
  });
});
