import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { drawChart } from "./chart.ts";
import { formatMachine } from "../machine.ts";
import type { Results } from "./results.ts";
import { formatMarkdown, formatRatio, tabulate } from "./table.ts";
import { judgeGrowth } from "./targets.ts";

const LOCALE = "en";

/** What is said of growth, when it was measured. */
export function formatGrowth(results: Results): string[] {
  return judgeGrowth(results).map(
    ({ what, reached, target, met }) => `${what}: × ${formatRatio(reached)} (≤ ${target}, ${met ? "met" : "missed"})`,
  );
}

/** The figures as a page: the machine, how they came about, a table for each size. */
export function formatReport(results: Results): string {
  const sections = results.sizes.map(
    (size) => `## ${size.stories.toLocaleString(LOCALE)} stories\n\n${formatMarkdown(tabulate(size))}`,
  );
  return `# Measured build times

Made by \`npm run bench\` on ${results.date}; the raw figures are in [results.json](results.json).

${formatMachine(results.machine)}.

Each scenario ran ${results.runs} times, in turn with Hugo's full build of the same publication. Wall time is the median (least–most),
CPU time and peak memory are medians, and “×” is the median of each run's part of Hugo's full build in the same run.

![Wall time of each scenario beside Hugo's full build](chart.svg)

${[...sections, ...formatGrowth(results).map((line) => `${line}.\n`)].join("\n")}`;
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
