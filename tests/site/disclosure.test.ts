import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { connectBrowser } from "../browser/connect.ts";
import { readFiles } from "../files.ts";
import { itemsOf } from "./feed-items.ts";
import { addressOf, readPages } from "./pages.ts";
import { SITES } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

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
  /** Links marked as paid that nobody pays for; those of advertisers are looked at by themselves. */
  readonly falselySponsored: readonly string[];
  readonly prescribed: readonly string[];
  /** Links of advertisers, each with the words of its box before it and whether the box stands inside a story. */
  readonly advertisements: readonly { readonly href: string; readonly before: string; readonly inside: boolean }[];
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
    const isAdvertisement = (link: HTMLAnchorElement) => isSponsored(link) && link.closest(".advertisement") !== null;
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
      falselySponsored: links
        .filter((link) => isSponsored(link) && programmeOf(link) === undefined && !isAdvertisement(link))
        .map(address),
      advertisements: links.filter(isAdvertisement).map((link) => ({
        href: address(link),
        before: (link.closest("aside")?.textContent ?? "").split(link.textContent)[0]?.trim() ?? "",
        inside: link.closest("article:not(.edition), .text") !== null,
      })),
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

interface FeedItem extends Text {
  /** The path of the page that it leads to. */
  readonly to: string;
}

function readFeedItems(folder: string): FeedItem[] {
  return readFiles(folder, ".xml").flatMap(({ path, text }) => {
    if (path.endsWith("sitemap.xml")) return [];
    return itemsOf(text).map(({ title, content, url }) => ({
      name: `${path}: ${title}`,
      html: content,
      to: new URL(url).pathname,
    }));
  });
}

function readBookings(content: string): { url: string; from: string; to: string; slots: string[] }[] {
  const path = join(content, "sponsors.yaml");
  if (!existsSync(path)) return [];
  const bookings = parse(readFileSync(path, "utf8")) as Record<
    string,
    { url: string; from: string; to: string; slots?: string[] }
  >;
  return Object.values(bookings).map((booking) => ({ ...booking, slots: booking.slots ?? [] }));
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
});

afterAll(() => browser.close());

describe.each(SITES)("paid links on the $name site", ({ name, folder }) => {
  const programmes = readProgrammes(PUBLICATIONS[name].content);
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

  test("of advertisers stand in a box that says so, between stories, on the editions that they booked and nowhere else", () => {
    const bookings = readBookings(PUBLICATIONS[name].content);
    for (const { name: path, advertisements } of pages) {
      const [, date = "", slot = ""] = /^\/(\d{4}\/\d\d\/\d\d)\/([a-z-]+)\/$/.exec(path) ?? [];
      const day = date.replaceAll("/", "-");
      const booked = bookings
        .filter(({ from, to, slots }) => from <= day && day <= to && (slots.length === 0 || slots.includes(slot)))
        .map(({ url }) => ({ href: url, before: "Advertisement", inside: false }));
      if (path !== "/") expect({ path, advertisements }).toEqual({ path, advertisements: booked });
    }
    if (bookings.length > 0) expect(pages.some(({ advertisements }) => advertisements.length > 0)).toBe(true);
    expect(items.filter(({ advertisements }) => advertisements.length > 0)).toEqual([]);
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
    // The public record of disclosures names each paid link where it names the story.
    expect(leading.filter(({ row }) => !/contains paid links|paid link /i.test(row))).toEqual([]);
    const others = rows.filter(({ href }) => dated.test(href) && !paid.has(href));
    expect(others.filter(({ row }) => /contains paid links/i.test(row))).toEqual([]);
  });

  test("are announced by a label in the title of every feed item that leads to them", () => {
    const paid = new Set(pages.filter((finding) => finding.programmes.length > 0).map((finding) => finding.name));
    const wrong = readFeedItems(folder).filter(
      (item) => / · Contains paid links$/.test(item.name) !== paid.has(item.to),
    );
    expect(wrong.map((item) => item.name)).toEqual([]);
  });
});
