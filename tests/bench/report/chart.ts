import { median, type Results, type SizeResult, valuesOf } from "./results.ts";
import { SCENARIO_NAMES, type Scenario, SCENARIOS } from "../scenarios.ts";

/** A static chart of wall times: a panel for each size, a bar for each scenario, a logarithmic scale. */

const WIDTH = 760;
const LEFT = 250;
const RIGHT = 70;
const ROW = 24;
const BAR = 14;
const PANEL_HEAD = 30;
const PANEL_GAP = 34;
const TOP = 64;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #222; }
.title { font-size: 16px; font-weight: 600; }
.head { font-weight: 600; }
.tick { font-size: 11px; fill: #555; }
.grid { stroke: #ddd; }
.hugo { fill: #8a8a8a; }
.own { fill: #1f5fa8; }
.limit { stroke: #8a8a8a; stroke-dasharray: 4 3; }
.paper { fill: #fff; }
@media (prefers-color-scheme: dark) {
  text { fill: #eee; }
  .tick { fill: #aaa; }
  .grid { stroke: #3a3a3a; }
  .hugo { fill: #9a9a9a; }
  .own { fill: #6fb1ff; }
  .limit { stroke: #9a9a9a; }
  .paper { fill: #16181b; }
}`;

interface Bar {
  readonly scenario: Scenario;
  readonly wall: number;
}

function barsOf(result: SizeResult): Bar[] {
  return SCENARIOS.filter((scenario) => result.costs[scenario] !== undefined).map((scenario) => ({
    scenario,
    wall: median(valuesOf(result, scenario, "wall")),
  }));
}

function ticks(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}

function describe(results: Results): string {
  return results.sizes
    .map((size) => {
      const bars = barsOf(size).map(({ scenario, wall }) => `${SCENARIO_NAMES[scenario]} ${wall.toFixed(2)} s`);
      return `${size.stories.toLocaleString("en")} stories: ${bars.join(", ")}.`;
    })
    .join(" ");
}

/** The chart as an SVG file that says the same in words. */
export function drawChart(results: Results): string {
  const panels = results.sizes.map((size) => ({ stories: size.stories, bars: barsOf(size) }));
  const walls = panels.flatMap(({ bars }) => bars.map(({ wall }) => wall));
  const from = Math.floor(Math.log10(Math.min(...walls)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...walls))));
  const x = (value: number) => LEFT + ((Math.log10(value) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const at = (value: number) => x(value).toFixed(1);
  let y = TOP;
  const drawn = panels.map(({ stories, bars }) => {
    const top = y + PANEL_HEAD;
    const bottom = top + bars.length * ROW;
    const grid = ticks(from, to).map(
      (value) => `<line class="grid" x1="${at(value)}" y1="${top}" x2="${at(value)}" y2="${bottom}"/>
<text class="tick" x="${at(value)}" y="${bottom + 14}" text-anchor="middle">${value} s</text>`,
    );
    const rows = bars.map(({ scenario, wall }, index) => {
      const middle = top + index * ROW + ROW / 2;
      const kind = scenario === "hugo" || scenario === "eleventy" ? "hugo" : "own";
      return `<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${SCENARIO_NAMES[scenario]}</text>
<rect class="${kind}" x="${LEFT}" y="${middle - BAR / 2}" width="${(x(wall) - LEFT).toFixed(1)}" height="${BAR}"/>
<text class="tick" x="${(x(wall) + 6).toFixed(1)}" y="${middle + 4}">${wall.toFixed(wall < 10 ? 2 : 1)} s</text>`;
    });
    const hugo = bars.find(({ scenario }) => scenario === "hugo");
    const limit = hugo
      ? [`<line class="limit" x1="${at(hugo.wall)}" y1="${top}" x2="${at(hugo.wall)}" y2="${bottom}"/>`]
      : [];
    const head = `<text class="head" x="${LEFT}" y="${y + 18}">${stories.toLocaleString("en")} stories</text>`;
    y = bottom + PANEL_GAP;
    return [head, ...grid, ...limit, ...rows].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-labelledby="title desc">
<title id="title">Wall time of builds beside Hugo’s full build</title>
<desc id="desc">Medians of ${results.runs} runs, on a logarithmic scale. ${describe(results)}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${y}"/>
<text class="title" x="20" y="28">Wall time of builds beside Hugo’s full build</text>
<text class="tick" x="20" y="46">Medians of ${results.runs} runs; logarithmic scale; the dashed line is Hugo’s full build</text>
${drawn.join("\n")}
</svg>
`;
}
