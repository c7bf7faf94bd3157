import { describe, expect, test } from "vitest";
import { drawChart } from "./chart.ts";
import { median, ratioToHugo, type Results, type SizeResult } from "./results.ts";
import { formatMarkdown, formatText, tabulate } from "./table.ts";
import { judgeGrowth, judgeSize } from "./targets.ts";

function size(stories: number, cold: number): SizeResult {
  const cost = (wall: number) => [1, 2, 3].map((run) => ({ wall: wall * run, cpu: wall * run, memory: 100 }));
  return { stories, files: { hugo: 7, cold: 7 }, costs: { hugo: cost(10), cold: cost(cold), same: cost(0.5) } };
}

const RESULTS: Results = {
  date: "2026-11-01",
  machine: { processor: "p", cores: 2, memory: 8, kernel: "k", fileSystem: "f", node: "n", hugo: "h" },
  runs: 3,
  sizes: [size(1000, 9), size(5000, 9.5), size(20_000, 42)],
};

describe("a target", () => {
  test("is met up to its value, and missed above", () => {
    const met = (cold: number) => judgeSize(size(5000, cold)).map(({ what, met }) => [what, met]);
    expect(met(9)).toContainEqual(["cold build, CPU", true]);
    expect(met(9.1)).toContainEqual(["cold build, CPU", false]);
    expect(met(10)).toContainEqual(["cold build, wall", true]);
    expect(met(10.1)).toContainEqual(["cold build, wall", false]);
    expect(met(10)).toContainEqual(["cold build, memory", false]);
    expect(met(10)).toContainEqual(["nothing changed, wall", true]);
  });

  test("is set for some sizes only", () => {
    expect(judgeSize(size(1000, 9))).toEqual([]);
  });

  test("compares with Hugo in the same run", () => {
    const costs = (walls: number[]) => walls.map((wall) => ({ wall, cpu: 1, memory: 1 }));
    const uneven = { stories: 5000, files: {}, costs: { hugo: costs([1, 2, 10]), cold: costs([2, 2, 5]) } };
    expect(ratioToHugo(uneven, "cold", "wall")).toBe(1);
  });

  test("of growth compares a story's cost at 20,000 with that at 5,000", () => {
    expect(judgeGrowth(RESULTS)).toMatchObject([{ met: false, target: 1.1 }]);
    expect(judgeGrowth(RESULTS)[0]?.reached).toBeCloseTo(42 / 38);
    expect(judgeGrowth({ sizes: [size(5000, 9)] })).toEqual([]);
  });
});

describe("a report", () => {
  test("takes the middle value, or the mean of the two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  test("says of each scenario whether its targets are met", () => {
    const table = tabulate(size(5000, 9.5));
    expect(formatText(table)).toMatch(/cold build .*wall ≤ 1, CPU ≤ 0.9, memory ≤ 0.8 +missed: CPU, memory$/m);
    expect(formatText(table)).toMatch(/nothing changed .* wall ≤ 0.1 +met$/m);
    expect(formatMarkdown(table)).toContain("| Hugo, full build | 20.0 (10.0–30.0) | 20.0 | 100 | 7 |");
  });

  test("has a chart that says the same in words", () => {
    const chart = drawChart(RESULTS);
    expect(chart).toContain('<title id="title">');
    expect(chart).toContain("5,000 stories: Hugo, full build 20.00 s, cold build 19.00 s, nothing changed 1.00 s.");
    expect(chart).toContain("prefers-color-scheme: dark");
    expect(chart).not.toContain("NaN");
  });
});
