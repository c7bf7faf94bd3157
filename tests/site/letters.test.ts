import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { readFiles } from "../files.ts";
import { fixtureSite } from "../sites.ts";

const STORY = "2026/03/01/morning/weather-house";

let site = "";
let document: Document;

beforeAll(() => {
  site = fixtureSite();
  ({ document } = parseHTML(read(`${STORY}/index.html`)));
});

function read(path: string): string {
  return readFileSync(join(site, path), "utf8");
}

function wordsOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

describe("below a story", () => {
  test("its letters stand in the order in which they were accepted, each with its name, its time and what was answered", () => {
    const letters = [...document.querySelectorAll("#letters .letter")];
    expect(letters.map(({ id }) => id)).toEqual(["letter-03-02-k3x9q2", "letter-03-03-b7m2t4"]);
    expect(letters.map((letter) => wordsOf(letter.querySelector("h3")))).toEqual([
      "Lucia Lampwick",
      "<i>Wick</i> & “Tallow” O'Candle",
    ]);
    expect(letters[0]?.querySelector("time")?.getAttribute("datetime")).toBe("2026-03-02T09:15:00+05:30");
    expect(wordsOf(letters[0]?.querySelector(".reply"))).toMatch(
      /^Otto O’Blotter & Sons, Harbour correspondent, answers The plan is wrong/,
    );
    expect(letters[1]?.querySelector(".reply")).toBeNull();
  });

  test("they follow the story and its sources, and stand before the ways to share it and to others", () => {
    const page = read(`${STORY}/index.html`);
    const at = ['class="sources"', 'class="band analysis"', 'id="letters"', 'class="band share"', 'class="pager band'];
    const places = at.map((mark) => page.indexOf(mark));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test("what a reader wrote is text, and whole https addresses in it alone are links that pass nothing on", () => {
    const text = [...document.querySelectorAll(".letter p")].map(wordsOf).join("\n");
    for (const words of [
      "<b>So</b> does _everybody_ in # Ferry Lane",
      "</article></section><script>alert(1)</script>",
      "{{ template }} ${code} &amp;",
      "[a link](https://evil.example/)",
      "**the town hall**",
    ])
      expect(text).toContain(words);
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".letter a")];
    expect(links.map((link) => [link.getAttribute("href"), link.getAttribute("rel"), link.textContent])).toEqual([
      [
        "https://town.example/letters/2026?no=7&from=(1)",
        "ugc nofollow",
        "https://town.example/letters/2026?no=7&from=(1)",
      ],
      ["https://evil.example/", "ugc nofollow", "https://evil.example/"],
      ["https://plans.example/weather-house", "ugc nofollow", "https://plans.example/weather-house"],
    ]);
  });

  test("readers are told where they write, what is published, and until when", () => {
    const [mail] = document.querySelectorAll("#letters .write a");
    const subject = new URL(mail?.getAttribute("href") ?? "").searchParams.get("subject");
    expect(subject).toBe("A weather house opens on Rain Street [2026-03-01-morning/weather-house]");
    expect(wordsOf(document.querySelector("#letters .terms"))).toMatch(
      /^Your name is published, your e-mail address is not\. .* until 15 March 2026, 07:15 Kolkata time\.$/,
    );
  });

  test("nothing is said of letters where no editor takes them and none is there", () => {
    expect(read("2026/03/04/morning/lamps-by-post/index.html")).not.toMatch(/id="letters"|class="(?:write|terms)"/);
  });
});

describe("letters are counted", () => {
  test.each([
    ["on its edition's page", "2026/03/01/morning/index.html"],
    ["on its topic's page", "topics/weather/index.html"],
    ["on another story's page", "2026/03/01/morning/bridge-mended/index.html"],
  ])("%s, by a link that leads to them", (_, path) => {
    const { document } = parseHTML(read(path));
    const links = [...document.querySelectorAll(`a[href="/${STORY}/#letters"]`)];
    if (path.includes("bridge-mended")) expect(links).toHaveLength(1);
    expect(links.map(wordsOf)).toContain("2 letters");
  });

  test("in the feeds, and nowhere where none is", () => {
    const feed = read("stories.xml");
    const entries = feed.split("<entry>").slice(1);
    const own = entries.filter((entry) => entry.includes("<thr:total>"));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain("<thr:total>2</thr:total>");
    expect(feed).toContain('xmlns:thr="http://purl.org/syndication/thread/1.0"');
    expect(read("feed.xml")).not.toContain("syndication/thread");
  });

  test("in its linked data, with their words", () => {
    const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => JSON.parse(script.textContent) as Record<string, unknown>,
    );
    const story = data.find((own) => own["@type"] === "NewsArticle");
    expect(story?.["commentCount"]).toBe(2);
    expect(story?.["comment"]).toMatchObject([
      {
        "@type": "Comment",
        author: { name: "Lucia Lampwick" },
        comment: { author: { name: "Otto O’Blotter & Sons" } },
      },
      { "@type": "Comment", author: { name: "<i>Wick</i> & “Tallow” O'Candle" } },
    ]);
  });
});

test("the words of letters stand on their story's page alone", () => {
  const holding = ["html", "xml", "json", "txt"].flatMap((ending) => readFiles(site, ending));
  expect(holding.filter(({ text }) => text.includes("twice in the sun")).map(({ path }) => path)).toEqual([
    `${STORY}/index.html`,
  ]);
});
