import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { EditionOutline, StoryOutline } from "../../src/content/outline.ts";
import type { Site } from "../../src/content/site.ts";
import { PAGES } from "../../src/content/addresses.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import { countCitations, describeShare, formatShare } from "../../src/views/parts/citations.ts";
import type { Shell } from "../../src/views/shell.ts";
import { countAiLevels } from "../../src/views/trends/ai-levels.ts";
import { measureEditions, wordsOf } from "../../src/views/trends/lengths.ts";
import { viewPublisherChart } from "../../src/views/trends/publishers.ts";
import { countSources } from "../../src/views/trends/sources.ts";
import { divideTime } from "../../src/views/trends/timeline.ts";
import { countTopics, viewTopicChart } from "../../src/views/trends/topics.ts";
import { listTrendsPages, type TrendsPage } from "../../src/views/trends/trends-page.ts";
import trends from "../../templates/trends.11ty.ts";

type Story = Partial<StoryOutline>;

function edition(date: string, stories: readonly Story[] = [{}], words = 0): EditionOutline {
  const plain = { topic: "boats", publishers: [], kinds: [], ai: "human-only", words: 100 };
  return {
    dateline: { date, slot: "evening" },
    words,
    stories: stories.map((story) => ({ ...plain, ...story })),
  } as unknown as EditionOutline;
}

/** Editions of consecutive days. */
function days(first: string, number: number, stories?: readonly Story[]): EditionOutline[] {
  return Array.from({ length: number }, (_, index) => {
    const date = new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10);
    return edition(date, stories);
  });
}

const NASTY = `<script>&"'alert(1)</script>`;

const SITE = {
  pages: [],
  yielded: [],
  publication: { slots: [{ id: "evening" }], language: "en", messages: {}, url: "https://example.org", base: "" },
  vocabularies: {
    topics: { boats: { name: "Boats" }, lamps: { name: "Lamps" }, nasty: { name: NASTY } },
    publishers: { wire: { name: "Wire" }, nasty: { name: NASTY } },
  },
} as unknown as Site;

const WORDS = messagesOf(SITE.publication);

const SHELL = {
  name: "Sample",
  language: "en",
  messages: {},
  url: "https://sample.example",
  home: "/",
  navigation: [],
  colophon: [],
  feeds: [],
  imprint: {},
  extras: {},
  paper: { light: "#ffffff", dark: "#000000" },
  assets: {
    stylesheet: "/-/style.css",
    sheets: { print: "/-/print.css", trends: "/-/trends.css" },
    preload: [],
    script: { code: "", sha256: "" },
  },
} as unknown as Shell;

function calendarOf(editions: readonly EditionOutline[]) {
  const timeline = divideTime(editions);
  if (!timeline) throw new Error("no edition");
  return { ...timeline, names: timeline.periods.map(({ from }) => ({ short: from, long: from })) };
}

describe("the time of editions", () => {
  test("is none without an edition", () => {
    expect(divideTime([])).toBeUndefined();
  });

  test.each([
    ["one edition", "2026-03-04", "2026-03-04", "day", 1, "2026-03-04"],
    ["27 days apart", "2026-02-05", "2026-03-04", "day", 28, "2026-02-05"],
    ["28 days apart", "2026-02-04", "2026-03-04", "week", 5, "2026-02-02"],
    ["a Sunday and the Monday after four weeks", "2026-02-01", "2026-03-02", "week", 6, "2026-01-26"],
    ["over a turn of the year", "2025-11-30", "2026-01-01", "week", 6, "2025-11-24"],
    ["26 weeks", "2025-09-08", "2026-03-04", "week", 26, "2025-09-08"],
    ["more than half a year", "2020-01-01", "2026-03-04", "week", 26, "2025-09-08"],
  ])("of %s is divided by its days or weeks", (_, first, last, unit, number, from) => {
    const timeline = divideTime(first === last ? [edition(first)] : [edition(first), edition(last)]);
    expect(timeline?.unit).toBe(unit);
    expect(timeline?.periods).toHaveLength(number);
    expect(timeline?.periods[0]?.from).toBe(from);
    expect(timeline?.periods.at(-1)?.editions).toHaveLength(1);
    expect(timeline?.to).toBe(last);
    expect(timeline?.from).toBe(first > from ? first : from);
  });

  test("has periods without an edition, and each edition in one period", () => {
    const timeline = divideTime([edition("2026-01-04"), edition("2026-01-05"), edition("2026-02-04")]);
    expect(timeline?.periods.map(({ editions }) => editions.length)).toEqual([1, 1, 0, 0, 0, 1]);
  });

  test("has one day of 23 or 25 hours as it has any other", () => {
    const timeline = divideTime(days("2026-03-27", 5));
    expect(timeline?.periods.map(({ from }) => from.slice(5))).toEqual(["03-27", "03-28", "03-29", "03-30", "03-31"]);
  });
});

describe("what is counted", () => {
  test("are stories by topic, the topic with most of them first and equals by name", () => {
    const own = [
      edition("2026-03-01", [{ topic: "lamps" }, { topic: "boats" }, { topic: undefined }]),
      edition("2026-03-03", [{ topic: "lamps" }, { topic: "canals" }]),
    ];
    expect(countTopics(SITE, calendarOf(own))).toEqual([
      { name: "Lamps", values: [1, 0, 1], total: 2 },
      { name: "Boats", values: [1, 0, 0], total: 1 },
      { name: "canals", values: [0, 0, 1], total: 1 },
    ]);
  });

  test("are six topics at most; of the others it is told how many stories they have", () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ topic: `t${index}` }));
    const { finding, drawn } = viewTopicChart(
      SITE,
      calendarOf(days("2026-03-01", 2, [...many, { topic: "boats" }, {}])),
    );
    expect(drawn?.table.head).toHaveLength(7);
    expect(finding).toBe("Boats has the most stories, 4 of 84. 35 more topics have 70 together.");
  });

  test.each([
    [["boats", "boats", "lamps"], "Boats has the most stories, 4 of 6."],
    [["boats", "lamps"], "Boats and Lamps have the most stories, 2 of 4 each."],
    [["boats", "lamps", "x"], "No topic leads: 3 have 2 of 6 stories each."],
  ])("tells of the topics %j that “%s”", (topics, finding) => {
    const own = days(
      "2026-03-01",
      2,
      topics.map((topic) => ({ topic })),
    );
    expect(viewTopicChart(SITE, calendarOf(own)).finding).toBe(finding);
  });

  test("are sources by kind, each source of a story", () => {
    const own = [
      edition("2026-03-01", [{ kinds: ["primary", "primary", "reporting"] }, { kinds: ["vendor"] }]),
      edition("2026-03-02", [{ kinds: ["primary"] }]),
    ];
    expect(countSources("P", "primary", calendarOf(own))).toEqual({ name: "P", values: [2, 1], total: 3 });
    expect(countSources("A", "analysis", calendarOf(own)).values).toEqual([0, 0]);
  });

  test("are stories by AI level", () => {
    const own = [edition("2026-03-01", [{ ai: "ai-autonomous" }, {}]), edition("2026-03-02", [{ ai: "ai-assisted" }])];
    expect(countAiLevels(SITE, calendarOf(own)).map(({ values }) => values)).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  test("are the words of editions with their stories", () => {
    const own = [
      edition("2026-03-01", [{ words: 300 }, { words: 50 }], 100),
      edition("2026-03-01", [{ words: 250 }], 50),
    ];
    expect(own.map(wordsOf)).toEqual([450, 300]);
    expect(measureEditions(own)).toEqual({ least: 300, average: 400, most: 450 });
    expect(measureEditions([])).toBeUndefined();
  });

  test("are citations of 90 days up to the latest edition, that of the 91st left out", () => {
    const cite = (date: string, publishers: string[]) => edition(date, [{ publishers }]);
    const own = [cite("2025-12-04", ["old"]), cite("2025-12-05", ["wire"]), cite("2026-03-04", ["wire", "other"])];
    const citations = countCitations(own);
    expect([...citations.by]).toEqual([
      ["wire", 2],
      ["other", 1],
    ]);
    expect(describeShare(citations, "wire", WORDS)).toBe("67 % of all citations in the 90 days to the latest edition");
    expect(describeShare(citations, "old", WORDS)).toMatch(/^0 %/);
  });

  test.each([
    [0, 0, "0 %"],
    [0, 5, "0 %"],
    [1, 1000, "under 1 %"],
    [1, 3, "33 %"],
    [5, 5, "100 %"],
  ])("is of %d in %d told as %s", (own, all, share) => {
    expect(formatShare(own, all, WORDS)).toBe(share);
  });

  test("are ten publishers at most; of the others it is told which share they have", () => {
    const publishers = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const { finding, drawn } = viewPublisherChart(SITE, [
      edition("2026-03-01", [{ publishers: ["wire", "wire", ...publishers] }]),
    ]);
    expect(drawn?.table.rows).toHaveLength(10);
    expect(finding).toBe(
      "Wire is cited most: 2 of 14 citations in the 90 days to the latest edition, 14 %. 3 more have 21 % together.",
    );
  });
});

describe("the page of trends", () => {
  const own = days("2026-03-01", 3, [{ topic: "nasty", publishers: ["nasty"], kinds: ["primary"] }]);
  const COMMON = { setting: SITE, shell: SHELL };
  const viewOf = (editions: readonly EditionOutline[]) =>
    listTrendsPages({ ...SITE, month: "2026-03" }, editions).flatMap(
      ({ kind, path, around, texts }) => kind.view({ ...COMMON, path, around, texts })["trends"] as TrendsPage[],
    );
  const render = async (editions: readonly EditionOutline[]) => {
    const [view] = viewOf(editions);
    return view ? trends.render({ view }) : "";
  };

  test("is the same while no number is another, whatever else an edition says", () => {
    const retitled = own.map((edition) => ({
      ...edition,
      title: "New",
      stories: edition.stories.map((story) => ({ ...story, title: "New" })),
    }));
    expect(viewOf(retitled)).toEqual(viewOf(own));
  });

  test("gives way to what the publication has of its name", () => {
    expect(listTrendsPages({ ...SITE, month: "2026-03", yielded: [PAGES.trends] }, own)).toEqual([]);
  });

  test("is drawn the same twice", async () => {
    expect(await render(own)).toBe(await render([...own]));
  });

  test("shows every letter of a name and runs none of it", async () => {
    const { document } = parseHTML(await render(own));
    const names = [...document.querySelectorAll("svg text")].filter(({ textContent }) => textContent === NASTY);
    expect(names).toHaveLength(2);
    expect(document.querySelectorAll("main script, main b")).toHaveLength(0);
    expect([...document.querySelectorAll("th")].filter(({ textContent }) => textContent === NASTY)).toHaveLength(2);
  });

  test("cuts a long name in the picture and has it whole in the table", async () => {
    const name = "The Very Long Federated Gazette of Northern Territories Isles";
    const long = days("2026-03-01", 2, [{ publishers: [name], kinds: ["primary"] }]);
    const { document } = parseHTML(await render(long));
    const [label] = document.querySelectorAll("#_publishers svg text");
    expect(label?.childNodes[0]?.textContent).toMatch(/^The Very Long.{10,}…$/);
    expect(document.querySelector("#_publishers tbody th")?.textContent).toBe(name);
  });

  test("says why where it has nothing to draw", async () => {
    const html = await render(days("2026-03-01", 2, []));
    expect(html).not.toContain("<svg");
    for (const why of [
      "There is no story to count yet.",
      "Nobody was cited",
      "No story cites a primary",
      "There are no words",
    ])
      expect(html).toContain(why);
  });

  test("has its words, numbers and days as the publication has them", async () => {
    const publication = {
      ...SITE.publication,
      language: "nl",
      messages: {
        trends: { week: "Week van" },
        topicChart: { oneLeads: "{topic} leidt: {most} van {all}." },
        sourceChart: { finding: "{reported}, {primary} ({sources})." },
      },
    };
    const stories = Array.from({ length: 1200 }, () => ({ topic: "boats", kinds: ["primary"] as const }));
    const many = [edition("2025-12-01", stories, 5000), edition("2026-03-01", [{}], 5000)];
    const [view] = listTrendsPages({ ...SITE, publication, month: "2026-03" }, many).flatMap(
      ({ kind, path, around, texts }) =>
        kind.view({ setting: SITE, shell: { ...SHELL, ...publication }, path, around, texts })[
          "trends"
        ] as TrendsPage[],
    );
    const { document } = parseHTML(view ? await trends.render({ view }) : "");
    const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map((own) => own.textContent.trim());
    // Words that the program has not in Dutch are English, and so are the numbers among them.
    expect(textsOf("#_topics .text p")).toEqual(["Boats leidt: 1,201 van 1,201."]);
    expect(textsOf("#_sources .text p")).toEqual(["0 reported, 1,200 are primary (1,200 sources)."]);
    expect(textsOf("#_topics thead th")).toEqual(["Week van", "Boats"]);
    expect(textsOf("#_topics tbody tr:first-child > *")).toEqual(["1 december 2025", "1.200"]);
    expect(textsOf("#_topics svg text")).toEqual(expect.arrayContaining(["1.201", "1.200", "1 dec"]));
    expect(textsOf("#_sources svg text")).toEqual(expect.arrayContaining(["1.200"]));
    expect(textsOf("#_ai svg text")).toEqual(expect.arrayContaining(["1.201", "1.200"]));
    expect(textsOf("#_length svg text")).toEqual(expect.arrayContaining(["50.000", "100.000"]));
    expect(textsOf("#_length tbody tr:first-child td")).toEqual(["125.000", "125.000", "125.000"]);
  });
});
