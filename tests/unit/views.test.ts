import { describe, expect, test } from "vitest";
import type { Publication } from "../../src/content/publication.ts";
import type { AiLevel } from "../../src/content/schema/schema.ts";
import type { Site } from "../../src/content/site.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import { describeEditionAi, labelOfAi, labelOfParts, mostAutomated, viewEditionAi } from "../../src/views/parts/ai.ts";
import { describeCommerce, viewDisclosure } from "../../src/views/parts/disclosure.ts";
import { composeHeadline } from "../../src/views/parts/headline.ts";
import { lightAt } from "../../src/views/parts/light.ts";
import { paginate } from "../../src/views/parts/pager.ts";
import { tagOfWords } from "../../src/locales/languages.ts";
import { inPhrases, titleOfPage } from "../../src/views/parts/phrase.ts";
import { viewClock } from "../../src/views/parts/time.ts";
import { html } from "../../templates/html.ts";
import { SAID, said, settleSaid } from "../../templates/said.ts";

function headlineOf(shorts: readonly string[], language: string): string {
  return composeHeadline("Update", shorts, { language, messages: {} }).whole;
}

describe("an edition's headline", () => {
  test.each([
    [[], "en", "Update"],
    [["A"], "en", "Update: A"],
    [["A", "B"], "en", "Update: A and B"],
    [["A", "B", "C"], "en", "Update: A, B, and C"],
    [["A", "B", "C"], "en-US", "Update: A, B, and C"],
    [["A", "B", "C"], "en-GB", "Update: A, B and C"],
    [["A", "B", "C"], "de", "Update: A, B und C"],
  ])("of %j in %s is “%s”", (shorts, language, expected) => {
    expect(headlineOf(shorts, language)).toBe(expected);
  });

  const short = (letter: string, length = 40) => letter.repeat(length);

  test("folds the later stories into “and more” over 110 characters", () => {
    const whole = ["a", "b", "c", "d"].map((letter) => short(letter));
    expect(headlineOf(whole, "en")).toBe(`Update: ${short("a")}, ${short("b")}, and more`);
  });

  test.each([
    ["en-GB", "Update: a, b and more"],
    ["de", "Update: a, b und mehr"],
    ["de-CH", "Update: a, b und mehr"],
    ["zh", "Update：a、b和其他报道"],
    ["ja", "Update: a、b、…"],
    ["ar", "Update: a وb والمزيد"],
    ["pl", "Update: a, b, …"],
    ["eo", "Update: a, b, …"],
  ])("folds them without a word of another language in %s", (language, expected) => {
    const whole = ["a", "b", "c", "d"].map((letter) => short(letter));
    const folded = headlineOf(whole, language);
    expect(folded.replaceAll(short("a"), "a").replaceAll(short("b"), "b")).toBe(expected);
  });

  test("of exactly 110 characters stands whole, and of 111 folds", () => {
    const fits = headlineOf([short("a", 40), short("b", 57)], "en");
    expect(fits).toHaveLength(110);
    expect(fits).toContain("bbb");
    expect(headlineOf([short("a", 40), short("b", 58)], "en")).toBe(`Update: ${short("a")} and more`);
  });

  test("has what stands before its stories apart, as the language writes it", () => {
    const composed = (headline: string) =>
      composeHeadline("Update", ["A", "B"], { language: "en", messages: { edition: { headline } } });
    expect(composed("{slot} : {stories}")).toEqual({
      slot: "Update :",
      rest: "A and B",
      whole: "Update : A and B",
    });
    expect(composed("{slot}：{stories}")).toEqual({ slot: "Update：", rest: "A and B", whole: "Update：A and B" });
    expect(composed("{stories} ({slot})")).toEqual({
      slot: undefined,
      rest: "A and B (Update)",
      whole: "A and B (Update)",
    });
  });

  test("keeps its lead, however long", () => {
    expect(headlineOf([short("a", 200), "b"], "en")).toBe(`Update: ${short("a", 200)} and more`);
    expect(headlineOf([short("a", 200)], "en")).toBe(`Update: ${short("a", 200)}`);
  });
});

const AT_NEWS = { base: "/news", language: "en", messages: {} };

const publication = {
  language: "en",
  messages: {},
  zone: "Europe/London",
  publisher: { name: "Desk" },
  slots: [
    { id: "morning", name: "Morning Update", time: "07:00" },
    { id: "evening", name: "Evening Update", time: "18:00" },
  ],
} as unknown as Publication;

describe("a phrase", () => {
  test.each([
    ["en", "en"],
    ["EN-us", "EN-us"],
    ["de-CH", "de-CH"],
    ["pl", "en"],
    ["eng", "en"],
    ["zh-Hans", "zh-Hans"],
  ])("on a site in %s is in %s", (language, expected) => {
    expect(tagOfWords(language)).toBe(expected);
    expect(inPhrases({ ...publication, language }).language).toBe(expected);
  });

  test("has a clock in the digits of its language", () => {
    const clockIn = (language: string) => viewClock({ zone: "UTC", language, messages: {} }, "18:05");
    expect(clockIn("en")).toBe("18:05 UTC");
    expect(clockIn("ar-EG")).toBe("١٨:٠٥ (UTC)");
  });

  test("that numbers the page of a list has no word where the list is in another language", () => {
    const titleOf = (title: string, number: number, language: string) =>
      titleOfPage(title, number, { language, messages: {} });
    expect(titleOf("Models", 1, "pl")).toBe("Models");
    expect(titleOf("März 2026", 2, "de")).toBe("März 2026, Seite 2");
    expect(titleOf("Models", 2, "en-GB")).toBe("Models, page 2");
    expect(titleOf("Marzec 2026", 2, "pl")).toBe("Marzec 2026 (2)");
  });

  test("is not mistaken for a passage that an editor marked as English", () => {
    const passage =
      '<p>Ein <span lang="en" dir="ltr">scoop</span>, <a href="/x/" lang="en" dir="ltr">“A scoop”</a></p>';
    expect(settleSaid(passage, "de")).toBe(passage);
    expect(settleSaid(passage, "pl")).toBe(passage);
  });

  test("is marked where it is not in the page's language, and only there", () => {
    const { markup } = html`<p${SAID}>By A</p><p>${said("1 story.")} <span>B</span></p>`;
    expect(settleSaid(markup, "pl")).toBe(
      '<p lang="en" dir="ltr">By A</p><p><span lang="en" dir="ltr">1 story.</span> <span>B</span></p>',
    );
    expect(settleSaid(markup, "en-US")).toBe("<p>By A</p><p>1 story. <span>B</span></p>");
  });
});

describe("a long list", () => {
  test.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [101, 3],
  ])("of %i entries has %i pages, with every entry once and in order", (entries, count) => {
    const items = Array.from({ length: entries }, (_, index) => index);
    const pages = paginate("/topics/a/", items, AT_NEWS);
    expect(pages).toHaveLength(count);
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    expect(pages.map(({ path }) => path)).toEqual(["/topics/a/", "/topics/a/2/", "/topics/a/3/"].slice(0, count));
  });

  test("of entries that hardly compress has shorter pages", () => {
    const pages = paginate(
      "/a/",
      Array.from({ length: 50 }, () => 400),
      AT_NEWS,
      { weigh: (bytes) => bytes },
    );
    expect(pages.map(({ items }) => items.length)).toEqual([30, 20]);
  });

  test("links its pages both ways, below the base path", () => {
    const [first, second, third] = paginate("/a/", [1, 2, 3], AT_NEWS, { size: 1 });
    expect([first?.newer, first?.older?.href]).toEqual([undefined, "/news/a/2/"]);
    expect([second?.newer?.href, second?.older?.href]).toEqual(["/news/a/", "/news/a/3/"]);
    expect([third?.newer?.href, third?.older]).toEqual(["/news/a/2/", undefined]);
  });
});

describe("the commercial disclosure", () => {
  const site = {
    publication,
    vocabularies: {
      affiliates: {
        books: { name: "Books", url: "https://b.example", hosts: [], disclosure: "As a Books partner, we earn." },
        shop: { name: "Shop", url: "https://s.example", hosts: [] },
      },
    },
  } as unknown as Site;

  test("is not there when nothing is paid", () => {
    expect(viewDisclosure(site, [], "page")).toBeUndefined();
    expect(describeCommerce(site, [])).toContain("no paid links");
  });

  test("says who earns, and prescribed wording word for word and once", () => {
    const { paragraphs } = viewDisclosure(site, ["shop", "books", "books"], "story") ?? { paragraphs: [] };
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toMatch(/^This story contains paid links.*Desk earns a commission/);
    expect(paragraphs[1]).toBe("As a Books partner, we earn.");
  });

  test("in full names everybody who pays", () => {
    expect(describeCommerce(site, ["shop", "books"])).toContain("Books and Shop, which pay Desk");
    expect(describeCommerce(site, ["shop"])).toContain("Shop, which pays Desk");
  });
});

describe("the part a machine had", () => {
  const reviewed = {
    publication: { ...publication, zone: "UTC" },
    vocabularies: { people: { a: { name: "Ann", role: "Editor" }, b: { name: "Ben", role: "Desk" } } },
  } as unknown as Site;
  const assisted = (by: string) => ({
    ai: "ai-assisted" as const,
    title: `By ${by}`,
    signOff: { by, at: Date.parse("2026-03-04T12:00:00Z") },
  });

  test("is told with each reviewer once, and in full for each text", () => {
    const texts = [assisted("a"), assisted("b"), assisted("a")] as const;
    expect(viewEditionAi(reviewed, texts[0], texts).line).toBe(
      "Written with AI assistance; reviewed by Ann, Editor, 4 March 2026; and by Ben, Desk, 4 March 2026",
    );
    expect(describeEditionAi(reviewed, { ai: "ai-autonomous", signOff: undefined }, [assisted("b")])).toEqual([
      "The edition’s own text was generated by AI.",
      "“By b” was written with AI assistance; reviewed by Ben, Desk, 4 March 2026.",
    ]);
  });

  test.each<[AiLevel[], AiLevel]>([
    [[], "human-only"],
    [["human-only", "ai-assisted"], "ai-assisted"],
    [["ai-autonomous", "ai-assisted", "human-only"], "ai-autonomous"],
  ])("in texts of %j is %s", (levels, expected) => {
    expect(mostAutomated(levels)).toBe(expected);
  });

  test("is a label only where a machine wrote", () => {
    const m = messagesOf(publication);
    expect(labelOfAi("ai-autonomous", m)).toBe("AI-generated");
    expect(labelOfParts(["ai-autonomous", "ai-autonomous"], m)).toBe("AI-generated");
    expect(labelOfParts(["human-only", "ai-autonomous", "human-only"], m)).toBe("Partly AI-generated");
    expect(labelOfParts(["human-only", "ai-assisted"], m)).toBe(undefined);
    expect(labelOfAi("ai-assisted", m)).toBeUndefined();
    expect(labelOfAi("human-only", m)).toBeUndefined();
  });

  test.each<[AiLevel, AiLevel[], string]>([
    ["human-only", ["human-only"], "Written by people"],
    ["ai-assisted", ["ai-assisted"], "Written with AI assistance"],
    ["ai-autonomous", ["ai-autonomous"], "Generated by AI"],
    ["human-only", ["ai-assisted", "human-only"], "Partly written with AI assistance"],
    ["human-only", ["ai-autonomous"], "Partly generated by AI; each such text is labelled"],
    ["ai-assisted", ["ai-autonomous"], "Partly generated by AI; each such text is labelled"],
  ])("in an edition of %s with %j reads “%s”", (own, stories, line) => {
    const unsigned = (ai: AiLevel) => ({ ai, signOff: undefined });
    expect(viewEditionAi({ publication } as Site, unsigned(own), stories.map(unsigned)).line).toBe(line);
  });
});

test.each([
  ["03:59", "night"],
  ["04:00", "dawn"],
  ["10:59", "dawn"],
  ["11:00", "day"],
  ["15:59", "day"],
  ["16:00", "dusk"],
  ["21:59", "dusk"],
  ["22:00", "night"],
  ["00:00", "night"],
])("the light at %s is that of %s", (time, light) => {
  expect(lightAt(time)).toBe(light);
});
