import { SCENARIO_NAMES, SCENARIOS } from "../scenarios.ts";
import { median, type Peer, peersOf, type Quantity, ratioTo, type Row, type SizeResult, valuesOf } from "./results.ts";
import type { Verdict } from "./targets.ts";

/** Cells by row; the first row names the columns. The columns named in `words` hold words, the others figures. */
export interface Table {
  readonly words: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

const PEER_COLUMNS: Readonly<Record<Peer, string>> = {
  hugo: "× same pages: wall · CPU · memory",
  lean: "× lean: wall · CPU · memory",
  hugoDefault: "× Hugo: wall · CPU · memory",
};

function seconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

export function formatRatio(value: number): string {
  return value.toFixed(value < 0.1 ? 3 : value < 100 ? 2 : 0);
}

const QUANTITIES: readonly Quantity[] = ["wall", "cpu", "memory"];

function ratiosOf(result: SizeResult, peer: Peer, row: Row): string {
  const ratios = QUANTITIES.map((quantity) => ratioTo(result, peer, row, quantity));
  return ratios.some((ratio) => ratio === undefined)
    ? "–"
    : ratios.map((ratio) => formatRatio(ratio ?? NaN)).join(" · ");
}

/** What was measured of one size: a row for each scenario and program, with its part of what Hugo's builds take. */
export function tabulate(result: SizeResult): Table {
  const peers = peersOf(result);
  const header = ["build", "by", "wall s", "CPU s", "peak MB", "files", ...peers.map((peer) => PEER_COLUMNS[peer])];
  const rows = SCENARIOS.flatMap((name) => result.rows.filter(({ scenario }) => scenario === name)).map((row) => {
    const wall = valuesOf(row, "wall");
    return [
      SCENARIO_NAMES[row.scenario],
      row.by,
      `${seconds(median(wall))} (${seconds(Math.min(...wall))}–${seconds(Math.max(...wall))})`,
      seconds(median(valuesOf(row, "cpu"))),
      Math.round(median(valuesOf(row, "memory"))).toString(),
      String(row.files),
      ...peers.map((peer) => ratiosOf(result, peer, row)),
    ];
  });
  return { words: [0, 1], rows: [header, ...rows] };
}

/** Each target with what every Node reached; undefined where no target was measured. */
export function tabulateTargets(verdicts: readonly Verdict[]): Table | undefined {
  const nodes = [...new Set(verdicts.map(({ by }) => by))];
  const rows = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.stories} ${verdict.what} ${verdict.limit}`;
    rows.set(key, [...(rows.get(key) ?? []), verdict]);
  }
  if (rows.size === 0) return undefined;
  const body = [...rows.values()].map((own) => [
    (own[0]?.stories ?? 0).toLocaleString("en"),
    own[0]?.what ?? "",
    own[0]?.limit ?? "",
    ...nodes.map((node) => {
      const verdict = own.find(({ by }) => by === node);
      return verdict ? `${formatRatio(verdict.reached)} ${verdict.met ? "met" : "**missed**"}` : "–";
    }),
  ]);
  return { words: [1, 2], rows: [["stories", "target", "limit", ...nodes], ...body] };
}

/** A table as aligned text: words to the left, figures to the right. */
export function formatText({ words, rows }: Table): string {
  const plain = rows.map((row) => row.map((cell) => cell.replaceAll("**", "")));
  const widths = (plain[0] ?? []).map((_, column) => Math.max(...plain.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    words.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return `${plain.map((row) => row.map(pad).join("  ").trimEnd()).join("\n")}\n`;
}

/** A table as Markdown. */
export function formatMarkdown({ words, rows: [header = [], ...rows] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, column) => (words.includes(column) ? "---" : "---:"));
  return `${[header, rule, ...rows].map(line).join("\n")}\n`;
}
