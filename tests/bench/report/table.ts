import { median, type Quantity, ratioToHugo, type SizeResult, valuesOf } from "./results.ts";
import { SCENARIO_NAMES, SCENARIOS } from "../scenarios.ts";
import { judgeSize, type Verdict } from "./targets.ts";

/** Cells by row; the first row names the columns. */
export type Table = readonly (readonly string[])[];

const HEADER = ["scenario", "wall s", "CPU s", "peak MB", "files", "wall ×", "CPU ×", "memory ×", "target", ""];

function seconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

export function formatRatio(value: number): string {
  return value.toFixed(value < 0.1 ? 3 : 2);
}

const MARKS: Readonly<Record<Quantity, string>> = { wall: "wall", cpu: "CPU", memory: "memory" };

function targetsOf(verdicts: readonly Verdict[]): [string, string] {
  const wanted = verdicts.map(({ quantity, target }) => `${MARKS[quantity]} ≤ ${target}`).join(", ");
  const missed = verdicts.filter(({ met }) => !met).map(({ quantity }) => MARKS[quantity]);
  if (verdicts.length === 0) return ["", ""];
  return [wanted, missed.length === 0 ? "met" : `missed: ${missed.join(", ")}`];
}

/** What was measured of one size: a row for each scenario, with its part of Hugo's full build. */
export function tabulate(result: SizeResult): Table {
  const verdicts = judgeSize(result);
  const rows = SCENARIOS.filter((scenario) => result.costs[scenario] !== undefined).map((scenario) => {
    const wall = valuesOf(result, scenario, "wall");
    const ratio = (quantity: Quantity) => formatRatio(ratioToHugo(result, scenario, quantity));
    return [
      SCENARIO_NAMES[scenario],
      `${seconds(median(wall))} (${seconds(Math.min(...wall))}–${seconds(Math.max(...wall))})`,
      seconds(median(valuesOf(result, scenario, "cpu"))),
      Math.round(median(valuesOf(result, scenario, "memory"))).toString(),
      String(result.files[scenario] ?? ""),
      ratio("wall"),
      ratio("cpu"),
      ratio("memory"),
      ...targetsOf(verdicts.filter((verdict) => verdict.scenario === scenario)),
    ];
  });
  return [HEADER, ...rows];
}

/** A table as aligned text: words to the left, figures to the right. */
export function formatText(table: Table): string {
  const widths = HEADER.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const isWords = (column: number) => column === 0 || column > 7;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isWords(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return `${table.map(line).join("\n")}\n`;
}

/** A table as Markdown. */
export function formatMarkdown([header = [], ...rows]: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, column) => (column === 0 || column > 7 ? "---" : "---:"));
  return `${[header, rule, ...rows].map(line).join("\n")}\n`;
}
