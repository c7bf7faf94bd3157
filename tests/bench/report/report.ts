import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { formatMachine } from "../machine.ts";
import { drawChart } from "./chart.ts";
import { headingOf, type Results } from "./results.ts";
import { formatMarkdown, tabulate, tabulateTargets } from "./table.ts";
import { judge } from "./targets.ts";

function describeRuns({ sizes }: Results): string {
  const counts = new Set(sizes.map(({ rows }) => rows[0]?.costs.length ?? 0));
  return [...counts].sort((a, b) => b - a).join(" or ");
}

function formatTargets(results: Results): string {
  const table = tabulateTargets(judge(results));
  return table ? `## Targets\n\n${formatMarkdown(table)}` : "";
}

/** The figures as a page: the machine, how they came about, what holds, a table for each size. */
export function formatReport(results: Results): string {
  const sections = results.sizes.map((size) => `## ${headingOf(size)}\n\n${formatMarkdown(tabulate(size))}`);
  return `# Measured build times

Made by \`npm run bench\` on ${results.date}; the raw figures are in [results.json](results.json). What the builds are is told in
[performance.md](../performance.md).

${formatMachine(results.machine)}.

Every build ran ${describeRuns(results)} times, all programs by turns within each run. Wall time is the median (least–most),
CPU time and peak memory are medians, children included, and “×” is the median of each run's part of what the newest Hugo's full build
took in the same run.

![Wall time of each build](chart.svg)

${[formatTargets(results), ...sections].join("\n")}`;
}

async function writeFormatted(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

/** Writes the raw figures, the page and the chart, as the project's formatter would. */
export async function writeReport(folder: string, results: Results): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await writeFormatted(join(folder, "results.json"), JSON.stringify(results, null, 2));
  await writeFormatted(join(folder, "results.md"), formatReport(results));
  writeFileSync(join(folder, "chart.svg"), drawChart(results));
}
