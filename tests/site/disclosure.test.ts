import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed } from "feedsmith";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { launchBrowser } from "../browser/launch.ts";
import { addressOf, readFiles, readPages, SITES } from "./pages.ts";
import { CONTENT_FOLDERS } from "./source-words.ts";

interface Programme {
  readonly id: string;
  readonly hosts: readonly string[];
  readonly prescribed: string | undefined;
}

interface Text {
  readonly name: string;
  readonly html: string;
}

interface Finding {
  readonly name: string;
  /** The programme behind each paid link, in document order. */
  readonly programmes: readonly string[];
  readonly disclosures: number;
  /** Paid links that stand before the disclosure. */
  readonly early: readonly string[];
  readonly unmarked: readonly string[];
  readonly withoutRel: readonly string[];
  /** Links marked as paid that nobody pays for. */
  readonly falselySponsored: readonly string[];
  readonly prescribed: readonly string[];
  /** Links in headings of list rows and in pagers, with the words around them. */
  readonly teasers: readonly { readonly href: string; readonly row: string }[];
}

/** Reads texts with the browser's own parser, in the browser, as nothing but documents. */
function inspect({ texts, programmes }: { texts: readonly Text[]; programmes: readonly Programme[] }): Finding[] {
  return texts.map(({ name, html }) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const programmeOf = (link: HTMLAnchorElement) => {
      const address = link.getAttribute("href") ?? "";
      const { hostname } = new URL(address, "https://this.invalid/");
      return programmes.find(({ hosts }) => hosts.some((host) => `.${hostname}`.endsWith(`.${host}`)))?.id;
    };
    const isSponsored = (link: HTMLAnchorElement) => link.relList.contains("sponsored");
    const textAfter = (link: HTMLAnchorElement) => {
      let text = "";
      for (let next = link.nextSibling; next !== null; next = next.nextSibling) text += next.textContent ?? "";
      return text.trimStart();
    };
    const links = [...page.querySelectorAll("a")];
    const paid = links.filter((link) => programmeOf(link) !== undefined);
    const address = (link: HTMLAnchorElement) => link.getAttribute("href") ?? "";
    const disclosures = [...page.querySelectorAll(".disclosure")].filter((element) =>
      /contains paid links.*earns a commission/.test(element.textContent),
    );
    const [disclosure] = disclosures;
    const words = page.body.textContent;
    return {
      name,
      programmes: paid.map((link) => programmeOf(link) ?? ""),
      disclosures: disclosures.length,
      early: paid
        .filter(
          (link) =>
            disclosure === undefined ||
            (disclosure.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) === 0,
        )
        .map(address),
      unmarked: paid.filter((link) => !textAfter(link).startsWith("(paid link)")).map(address),
      withoutRel: paid.filter((link) => !isSponsored(link) || !link.relList.contains("nofollow")).map(address),
      falselySponsored: links.filter((link) => isSponsored(link) && programmeOf(link) === undefined).map(address),
      prescribed: programmes.filter(({ prescribed }) => prescribed && words.includes(prescribed)).map(({ id }) => id),
      teasers: [...page.querySelectorAll<HTMLAnchorElement>("main :is(h2, h3) > a, .pager a")]
        .filter((link) => link.closest(".summary, .analysis") === null)
        .map((link) => ({ href: address(link), row: link.closest("li, section")?.textContent ?? "" })),
    };
  });
}

function readProgrammes(content: string): Programme[] {
  const ledger = parse(readFileSync(join(content, "affiliates.yaml"), "utf8")) as Record<
    string,
    { url: string; hosts: string | string[]; disclosure?: string }
  >;
  return Object.entries(ledger).map(([id, { url, hosts, disclosure }]) => ({
    id,
    hosts: [...[hosts].flat(), new URL(url).hostname],
    prescribed: disclosure,
  }));
}

function readFeedItems(folder: string): Text[] {
  return readFiles(folder, ".xml").flatMap(({ path, text }) => {
    if (path.endsWith("sitemap.xml")) return [];
    return (parseAtomFeed(text).entries ?? []).map(({ title, content }) => ({
      name: `${path}: ${title?.value ?? ""}`,
      html: content?.value ?? "",
    }));
  });
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(() => browser.close());

describe.each(SITES)("paid links on the $name site", ({ name, folder }) => {
  const programmes = readProgrammes(CONTENT_FOLDERS[name]);
  let pages: Finding[];
  let items: Finding[];
  const collect = (pick: (finding: Finding) => readonly string[]) =>
    [...pages, ...items].flatMap((finding) => pick(finding).map((found) => `${finding.name}: ${found}`));

  beforeAll(async () => {
    const texts = readPages(folder).map(({ path, text }) => ({ name: addressOf(path), html: text }));
    pages = await page.evaluate(inspect, { texts, programmes });
    items = await page.evaluate(inspect, { texts: readFeedItems(folder), programmes });
  });

  test("are on some pages and in some feed items, and not on others", () => {
    for (const findings of [pages, items]) {
      const paid = findings.filter((finding) => finding.programmes.length > 0).length;
      expect(paid).toBeGreaterThan(0);
      expect(paid).toBeLessThan(findings.length);
    }
  });

  test("never stand before the disclosure in reading order", () => {
    expect(collect(({ early }) => early)).toEqual([]);
  });

  test("are each told to search engines with rel sponsored and nofollow", () => {
    expect(collect(({ withoutRel }) => withoutRel)).toEqual([]);
  });

  test("are each told to readers with “(paid link)” right behind them", () => {
    expect(collect(({ unmarked }) => unmarked)).toEqual([]);
  });

  test("are disclosed once where they are, and nothing is disclosed where there are none", () => {
    const wrong = [...pages, ...items].filter(
      (finding) => finding.disclosures !== (finding.programmes.length > 0 ? 1 : 0),
    );
    expect(wrong.map((finding) => finding.name)).toEqual([]);
  });

  test("bring the wording that their programme prescribes, and no other does", () => {
    const wording = programmes.filter(({ prescribed }) => prescribed !== undefined).map(({ id }) => id);
    const wrong = [...pages, ...items].filter(
      ({ programmes: present, prescribed }) =>
        wording.filter((id) => present.includes(id)).join() !== prescribed.join(),
    );
    expect(wrong.map((finding) => finding.name)).toEqual([]);
  });

  test("are all that is marked as sponsored", () => {
    expect(collect(({ falselySponsored }) => falselySponsored)).toEqual([]);
  });

  test("are announced by a label in every row that leads to a story or edition with them", () => {
    const dated = /^\/\d{4}\/\d\d\/\d\d\//;
    const paid = new Set(
      pages
        .filter((finding) => dated.test(finding.name) && finding.programmes.length > 0)
        .map((finding) => finding.name),
    );
    const rows = pages.flatMap(({ name: from, teasers }) => teasers.map((teaser) => ({ from, ...teaser })));
    const leading = rows.filter(({ href }) => paid.has(href));
    expect(leading.length).toBeGreaterThan(5);
    expect(leading.filter(({ row }) => !/contains paid links/i.test(row))).toEqual([]);
    const others = rows.filter(({ href }) => dated.test(href) && !paid.has(href));
    expect(others.filter(({ row }) => /contains paid links/i.test(row))).toEqual([]);
  });

  test("are announced by a label in the title of every feed item with them", () => {
    const wrong = items.filter((item) => / · Contains paid links$/.test(item.name) !== item.programmes.length > 0);
    expect(wrong.map((item) => item.name)).toEqual([]);
  });
});
