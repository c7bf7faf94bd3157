import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenarios.ts";
import { drawChart } from "./chart.ts";
import { formatReport } from "./report.ts";
import { findPeer, median, ratioTo, type Results, type Row, type SizeResult } from "./results.ts";
import { formatMarkdown, formatText, tabulate, tabulateTargets } from "./table.ts";
import { judge } from "./targets.ts";

function row(scenario: Scenario, by: string, walls: readonly number[], memory = 100): Row {
  return { scenario, by, files: 7, costs: walls.map((wall) => ({ wall, cpu: wall, memory })) };
}

const HUGO = "Hugo 0.111.3";
const NODE = "Node 24.21.0";

/** A size at which the same-pages Hugo takes 10 s and the lean one 5. */
function size(stories: number, cold: number): SizeResult {
  const rows = [
    row("hugo", HUGO, [5, 10, 15]),
    row("lean", HUGO, [2.5, 5, 7.5]),
    row("cold", NODE, [cold / 2, cold, cold * 1.5]),
    row("later", NODE, [0.5, 1, 1.5]),
  ];
  return { stories, extras: false, rows };
}

function resultsOf(...sizes: readonly SizeResult[]): Results {
  const machine = { processor: "p", cores: 2, memory: 8, kernel: "k", fileSystem: "f", engines: [NODE, HUGO] };
  return { date: "2026-11-01", machine, sizes };
}

function verdictsOf(...sizes: readonly SizeResult[]): Record<string, boolean> {
  const verdicts = judge({ sizes }).map(({ what, limit, met }) => [`${what} ${limit}`, met] as const);
  return Object.fromEntries(verdicts);
}

describe("a target", () => {
  test("is met up to its value, and missed above, against each of Hugo's sites", () => {
    expect(verdictsOf(size(5000, 8))).toMatchObject({
      "cold build, wall ≤ 0.8 × Hugo, same pages": true,
      "cold build, wall ≤ 1.5 × Hugo, lean": false,
      "cold build, CPU ≤ 0.9 × Hugo, same pages": true,
      "cold build, peak memory ≤ 0.6 × Hugo, same pages": false,
      "later, another body edited, wall ≤ 0.25 × Hugo, lean": true,
    });
    expect(verdictsOf(size(5000, 8.1))).toMatchObject({ "cold build, wall ≤ 0.8 × Hugo, same pages": false });
    expect(verdictsOf(size(5000, 7.5))).toMatchObject({ "cold build, wall ≤ 1.5 × Hugo, lean": true });
  });

  test("is set for some sizes only", () => {
    expect(verdictsOf(size(1000, 9))).toEqual({});
  });

  test("compares with Hugo in the same run, and with the newest of several", () => {
    const cold = row("cold", NODE, [2, 2, 5]);
    const rows = [row("hugo", "Hugo 0.111.3", [9, 9, 9]), cold, row("hugo", "Hugo 0.99.1", [8, 8, 8])];
    const both = { ...size(5000, 1), rows };
    expect(findPeer(both, "hugo")?.by).toBe("Hugo 0.111.3");
    expect(ratioTo({ ...both, rows: [row("hugo", HUGO, [1, 2, 10]), cold] }, "hugo", cold, "wall")).toBe(1);
  });

  test("needs no Hugo when it is seconds, and none is judged by a Hugo that was not there", () => {
    const rows = [row("cold", NODE, [100], 5000), row("later", NODE, [9])];
    expect(verdictsOf({ stories: 100_000, extras: false, rows })).toEqual({
      "cold build, peak memory ≤ 4096 MB": false,
      "later, another body edited, wall ≤ 10 s": true,
    });
    expect(verdictsOf({ stories: 5000, extras: false, rows })).toEqual({});
  });

  test("of growth compares a build with the same Node's at another size", () => {
    const growth = "cold build, wall ≤ 6 × 20,000 stories";
    expect(verdictsOf(size(20_000, 10), size(100_000, 60))).toMatchObject({ [growth]: true });
    expect(verdictsOf(size(20_000, 10), size(100_000, 61))).toMatchObject({ [growth]: false });
    const other = { ...size(20_000, 10), rows: [row("cold", "Node 20.20.2", [10])] };
    expect(Object.keys(verdictsOf(other, size(100_000, 60)))).not.toContain(growth);
  });

  test("of the default build is judged by Hugo with cards and Pagefind, and in seconds", () => {
    const rows = [
      row("hugoDefault", HUGO, [20]),
      row("coldDefault", NODE, [17]),
      row("newest", NODE, [2.5]),
      row("earlier", NODE, [2.6]),
    ];
    expect(verdictsOf({ stories: 1000, extras: true, rows })).toEqual({
      "cold build, cards and search, wall ≤ 0.8 × Hugo with cards, and Pagefind": false,
      "body in the newest edition edited, wall ≤ 2.5 s": true,
      "body in an earlier year edited, wall ≤ 2.5 s": false,
    });
  });
});

describe("a report", () => {
  test("takes the middle value, or the mean of the two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  test("has a row for each build, with its part of each of Hugo's", () => {
    const table = tabulate(size(5000, 9.5));
    expect(formatMarkdown(table)).toContain(
      `| cold build | ${NODE} | 9.50 (4.75–14.3) | 9.50 | 100 | 7 | 0.95 · 0.95 · 1.00 | 1.90 · 1.90 · 1.00 |`,
    );
    const alone = { ...size(5000, 1), rows: [row("cold", NODE, [1])] };
    expect(formatText(tabulate(alone))).toMatch(/cold build .* – +–$/m);
  });

  test("says of each target what every Node reached", () => {
    const rows = [...size(5000, 8).rows, row("cold", "Node 20.20.2", [4.5, 9, 13.5])];
    const table = tabulateTargets(judge({ sizes: [{ ...size(5000, 8), rows }] }));
    expect(table && formatMarkdown(table)).toContain(
      "| 5,000 | cold build, wall | ≤ 0.8 × Hugo, same pages | 0.80 met | 0.90 **missed** |",
    );
    expect(tabulateTargets([])).toBeUndefined();
    expect(formatReport(resultsOf(size(1000, 9)))).not.toContain("## Targets");
  });

  test("has a chart that says the same in words", () => {
    const chart = drawChart(resultsOf(size(1000, 9), size(5000, 9.5)));
    expect(chart).toContain('<title id="title">');
    expect(chart).toContain(
      "5,000 stories: Hugo 0.111.3, same pages 10.00 s; Hugo 0.111.3, lean 5.00 s; cold build 9.50 s;",
    );
    expect(chart).toContain("prefers-color-scheme: dark");
    expect(chart).not.toContain("NaN");
  });
});
