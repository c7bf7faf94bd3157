import { SCENARIO_NAMES, SCENARIOS } from "../scenarios.ts";
import { findPeer, headingOf, median, peersOf, type Results, type Row, type SizeResult, valuesOf } from "./results.ts";

/** A static chart of wall times: a panel for each size, a bar for each build, a logarithmic scale. */

const WIDTH = 860;
const LEFT = 360;
const RIGHT = 70;
const ROW = 22;
const BAR = 13;
const PANEL_HEAD = 30;
const PANEL_GAP = 34;
const TOP = 64;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #222; }
.title { font-size: 16px; font-weight: 600; }
.head { font-weight: 600; }
.tick { font-size: 11px; fill: #555; }
.grid { stroke: #ddd; }
.peer { fill: #8a8a8a; }
.own { fill: #1f5fa8; }
.limit { stroke: #8a8a8a; stroke-dasharray: 4 3; }
.paper { fill: #fff; }
@media (prefers-color-scheme: dark) {
  text { fill: #eee; }
  .tick { fill: #aaa; }
  .grid { stroke: #3a3a3a; }
  .peer { fill: #9a9a9a; }
  .own { fill: #6fb1ff; }
  .limit { stroke: #9a9a9a; }
  .paper { fill: #16181b; }
}`;

interface Bar {
  readonly name: string;
  readonly wall: number;
  readonly isOwn: boolean;
}

/** What a bar is called: the build, and its program where several made it. */
function nameOf(row: Row, rows: readonly Row[]): string {
  const name = SCENARIO_NAMES[row.scenario];
  if (row.by.startsWith("Hugo")) return name.replace("Hugo", row.by);
  const isAlone = rows.filter(({ scenario }) => scenario === row.scenario).length === 1;
  return isAlone ? name : `${name}, ${row.by}`;
}

function barsOf({ rows }: SizeResult): Bar[] {
  return SCENARIOS.flatMap((name) => rows.filter(({ scenario }) => scenario === name)).map((row) => ({
    name: nameOf(row, rows),
    wall: median(valuesOf(row, "wall")),
    isOwn: row.by.startsWith("Node"),
  }));
}

function describe({ sizes }: Results): string {
  return sizes
    .map((size) => {
      const bars = barsOf(size).map(({ name, wall }) => `${name} ${wall.toFixed(2)} s`);
      return `${headingOf(size)}: ${bars.join("; ")}.`;
    })
    .join(" ");
}

interface Scale {
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
}

function scaleOf(walls: readonly number[]): Scale {
  const from = Math.floor(Math.log10(Math.min(...walls)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...walls))));
  return {
    ticks: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)),
    x: (value) => LEFT + ((Math.log10(value) - from) / (to - from)) * (WIDTH - LEFT - RIGHT),
  };
}

/** A panel that begins at `y`. */
function drawPanel(size: SizeResult, { ticks, x }: Scale, y: number): { height: number; lines: string[] } {
  const bars = barsOf(size);
  const top = y + PANEL_HEAD;
  const bottom = top + bars.length * ROW;
  const upright = (kind: string, value: number) =>
    `<line class="${kind}" x1="${x(value).toFixed(1)}" y1="${top}" x2="${x(value).toFixed(1)}" y2="${bottom}"/>`;
  const grid = ticks.flatMap((value) => [
    upright("grid", value),
    `<text class="tick" x="${x(value).toFixed(1)}" y="${bottom + 14}" text-anchor="middle">${value} s</text>`,
  ]);
  const limits = peersOf(size).flatMap((peer) => {
    const row = findPeer(size, peer);
    return row ? [upright("limit", median(valuesOf(row, "wall")))] : [];
  });
  const rows = bars.flatMap(({ name, wall, isOwn }, index) => {
    const middle = top + index * ROW + ROW / 2;
    return [
      `<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${name}</text>`,
      `<rect class="${isOwn ? "own" : "peer"}" x="${LEFT}" y="${middle - BAR / 2}" width="${(x(wall) - LEFT).toFixed(1)}" height="${BAR}"/>`,
      `<text class="tick" x="${(x(wall) + 6).toFixed(1)}" y="${middle + 4}">${wall.toFixed(wall < 10 ? 2 : 1)} s</text>`,
    ];
  });
  const head = `<text class="head" x="${LEFT}" y="${y + 18}">${headingOf(size)}</text>`;
  return { height: bottom + PANEL_GAP - y, lines: [head, ...grid, ...limits, ...rows] };
}

/** The chart as an SVG file that says the same in words. */
export function drawChart(results: Results): string {
  const scale = scaleOf(results.sizes.flatMap((size) => barsOf(size).map(({ wall }) => wall)));
  let y = TOP;
  const drawn = results.sizes.flatMap((size) => {
    const { height, lines } = drawPanel(size, scale, y);
    y += height;
    return lines;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-labelledby="title desc">
<title id="title">Wall time of builds beside Hugo’s full builds</title>
<desc id="desc">Medians, on a logarithmic scale. ${describe(results)}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${y}"/>
<text class="title" x="20" y="28">Wall time of builds beside Hugo’s full builds</text>
<text class="tick" x="20" y="46">Medians; logarithmic scale; the dashed lines are the newest Hugo’s full builds</text>
${drawn.join("\n")}
</svg>
`;
}
