import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import { readCharts, type ReadChart } from "./read-charts.ts";
import { exampleSite, SITES } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const CHARTS = ["_topics", "_publishers", "_sources", "_ai", "_length"];

function pageOf(site: string): string {
  return readFileSync(join(site, "trends", "index.html"), "utf8");
}

/** The columns of a chart's table that its marks show; a share is another way to say the number before it. */
function drawnOf({ id, table }: ReadChart): (number | undefined)[][] {
  return table.map((row) => (id === "_publishers" ? row.slice(0, 1) : [...row]));
}

/** What the marks say in numbers, when the highest of them stands for the highest number of the table. */
function measure(chart: ReadChart): (number | undefined)[][] {
  const largest = (rows: readonly (readonly (number | undefined)[])[]) =>
    Math.max(...rows.flatMap((row) => row.map((value) => value ?? 0)));
  const unit = largest(drawnOf(chart)) / largest(chart.lengths);
  return chart.lengths.map((row) => row.map((length) => (length === undefined ? undefined : length * unit)));
}

/** Expects the marks to measure what the table says, to the tenth of a unit to which they are drawn. */
function expectAgreement(chart: ReadChart): void {
  const told = drawnOf(chart);
  const measured = measure(chart);
  const most = Math.max(...told.flat().map((value) => value ?? 0));
  const longest = Math.max(...chart.lengths.flat().map((length) => length ?? 0));
  expect(measured.length, chart.id).toBe(told.length);
  for (const [row, values] of told.entries())
    for (const [column, value] of values.entries()) {
      const own = measured[row]?.[column];
      const where = `${chart.id}, ${chart.names[row]}, ${chart.head[column + 1]}`;
      if (value === undefined) expect(own, where).toBeUndefined();
      else expect(Math.abs((own ?? NaN) - value), where).toBeLessThanOrEqual((0.3 * most) / longest);
    }
}

describe.each(SITES)("the charts of the $name site", ({ folder }) => {
  const page = pageOf(folder);
  const charts = readCharts(page);

  test("are five, each with a title, a description that holds numbers, and a table with words for its rows", () => {
    expect(charts.map(({ id }) => id)).toEqual(CHARTS);
    for (const { title, description, head, names, table } of charts) {
      expect(title).not.toBe("");
      expect(description).toMatch(/\d/);
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
      for (const row of table) expect(row).toHaveLength(head.length - 1);
    }
  });

  test.each(CHARTS)("say in %s by their marks what the table says", (id) => {
    const chart = charts.find((own) => own.id === id);
    expect(chart).toBeDefined();
    if (chart) expectAgreement(chart);
  });

  test("have the sums of the tables beside their names", () => {
    for (const id of ["_topics", "_sources", "_ai"]) {
      const { head = [], table = [], texts = [] } = charts.find((own) => own.id === id) ?? {};
      for (const [column, name] of head.slice(1).entries()) {
        const sum = table.reduce((all, row) => all + (row[column] ?? 0), 0);
        expect(texts).toEqual(expect.arrayContaining([name, sum.toLocaleString("en")]));
      }
    }
  });

  test("have the shares of the table beside the names of publishers", () => {
    const { table = [], texts = [] } = charts.find(({ id }) => id === "_publishers") ?? {};
    const shares = table.map(([, share]) => `${share} %`);
    expect(texts.filter((text) => text.endsWith("%")).map((text) => text.replace(/^under /, ""))).toEqual(shares);
  });

  test("and all around them take at most 14 kB compressed", () => {
    expect(gzipSync(page).length).toBeLessThanOrEqual(14_000);
  });

  test("have no style of their own, which the pages’ policy would not let through", () => {
    expect(page).not.toMatch(/<style|\sstyle=/);
  });
});

const STORY = "editions/2026/03-04-evening/gemini-flash-lite.md";

describe("a change of one number in the content", () => {
  let folder: string;
  let state: string;
  const before = new Map(readCharts(pageOf(exampleSite())).map((chart) => [chart.id, chart]));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "evening-update-trends-"));
    state = join(folder, "state");
    build();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function build(edit?: (story: string) => string): string {
    const content = join(folder, "content");
    cpSync(PUBLICATIONS.example.content, content, { recursive: true });
    const file = join(content, STORY);
    if (edit) {
      const text = readFileSync(file, "utf8");
      expect(edit(text)).not.toBe(text);
      writeFileSync(file, edit(text));
    }
    const out = join(folder, "site");
    const { now } = PUBLICATIONS.example;
    const { code, stdout, stderr } = run(["build", "--content", content, "--out", out, "--now", now, "--no-cards"], {
      env: { EVENING_UPDATE_CACHE: state },
    });
    expect(code, stdout + stderr).toBe(0);
    return pageOf(out);
  }

  /** The charts whose table is another than before; their pictures must be, too, and all others as they were. */
  function findChanged(html: string): string[] {
    return readCharts(html)
      .filter((chart) => {
        const { lengths, table, texts } = before.get(chart.id) ?? {};
        const isOther = JSON.stringify(chart.table) !== JSON.stringify(table);
        const picture = JSON.stringify([chart.lengths, chart.texts]);
        expect(picture !== JSON.stringify([lengths, texts]), chart.id).toBe(isOther);
        expectAgreement(chart);
        return isOther;
      })
      .map(({ id }) => id);
  }

  test("of none leaves every picture as it is, to the byte", () => {
    // The card of the publication is named by pages of a site with cards alone.
    const withoutCard = (html: string) =>
      html.replace(/^<meta (?:property="og|name="twitter):(?:image|card).*\n/gm, "");
    expect(build((story) => story.replace(/^short: /m, "short: A "))).toBe(withoutCard(pageOf(exampleSite())));
  });

  test("to another topic is seen in the topics, in picture and table", () => {
    expect(findChanged(build((story) => story.replace(/^topic: .*$/m, "topic: research")))).toEqual(["_topics"]);
  });

  test("by one more primary source is seen among publishers and sources", () => {
    const source =
      '  - publisher: arxiv\n    title: One more\n    url: "https://arxiv.org/abs/0000.00001"\n    kind: primary\n';
    const html = build((story) => story.replace(/^source:\n/m, `source:\n${source}`));
    expect(findChanged(html)).toEqual(["_publishers", "_sources"]);
  });

  test("to another AI level is seen in the levels", () => {
    const html = build((story) => story.replace(/\n---\n/, "\nai: ai-autonomous\n---\n"));
    expect(findChanged(html)).toEqual(["_ai"]);
  });

  test("by some hundred words is seen in the length", () => {
    const html = build((story) => `${story.trimEnd()}\n\n${"More words. ".repeat(150)}\n`);
    expect(findChanged(html)).toEqual(["_length"]);
  });
});

const SMALL = join(PROJECT, "tests/fixtures/invalid/_base");

describe("a small publication", () => {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-trends-"));
  const out = join(folder, "site");

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function build(change: (content: string) => void): string {
    const content = join(folder, "content");
    rmSync(content, { recursive: true, force: true });
    cpSync(SMALL, content, { recursive: true });
    change(content);
    const args = [
      "build",
      "--content",
      content,
      "--out",
      out,
      "--now",
      "2026-03-05T00:00:00Z",
      "--no-cards",
      "--unpublished",
    ];
    const { code, stdout, stderr } = run(args, { env: { EVENING_UPDATE_CACHE: join(folder, "state") } });
    expect(code, stdout + stderr).toBe(0);
    return pageOf(out);
  }

  test("of one edition has a chart of publishers and says why there is no other", () => {
    const html = build(() => undefined);
    expect(readCharts(html).map(({ id }) => id)).toEqual(["_publishers"]);
    expect(html).toContain("nothing over time can be drawn yet");
  });

  test("of no edition says that the first is on its way", () => {
    const html = build((content) => {
      rmSync(join(content, "editions"), { recursive: true });
    });
    expect(html).not.toContain("<svg");
    expect(html).toContain("The first edition is on its way.");
  });

  test("with a standing page called “trends” keeps that, and no charts", () => {
    const html = build((content) => {
      writeFileSync(join(content, "pages", "trends.md"), "---\ntitle: Our own trends\n---\nWords.\n");
    });
    expect(html).toContain("<h1>Our own trends</h1>");
    expect(html).not.toContain("<svg");
    expect([...html.matchAll(/href="[^"]*\/trends\/">/g)]).toHaveLength(2);
  });

  test("with a slot called “trends” keeps its list", () => {
    const html = build((content) => {
      const file = join(content, "site.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(/^slots:\n/m, 'slots:\n  trends: { name: Trends Daily, time: "12:00" }\n'),
      );
    });
    expect(html).toContain("<h1>Trends Daily</h1>");
  });
});
