import type { Load } from "../browser/loading.ts";
import { type Category, CATEGORIES, type Score } from "./lighthouse.ts";

function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => `${line.map(pad).join("  ").trimEnd()}\n`).join("");
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The median score of several runs. */
export function medianScore(runs: readonly Score[], category: Category): number {
  return medianOf(runs.map(({ scores }) => scores[category]));
}

/** Lighthouse's scores by page type: the median, and in brackets the lowest where it is another. */
export function tabulateScores(byType: ReadonlyMap<string, readonly Score[]>): string {
  const rows = [...byType].map(([type, runs]) => {
    const scores = CATEGORIES.map((category) => {
      const [median, lowest] = [medianScore(runs, category), Math.min(...runs.map(({ scores }) => scores[category]))];
      return lowest === median ? String(median) : `${median} (${lowest})`;
    });
    const paint = (at: 0 | 1) => (medianOf(runs.map(({ paints }) => paints[at])) / 1000).toFixed(2);
    return [type, ...scores, paint(0), paint(1)];
  });
  return formatTable(["Lighthouse, mobile", ...CATEGORIES, "FCP s", "LCP s"], rows);
}

/** What a first visit loads, by page type, in kB as sent, and how far the page moves meanwhile. */
export function tabulateLoads(byType: ReadonlyMap<string, Load & { readonly shift: number }>): string {
  const inKilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const rows = [...byType].map(([type, { html, styles, fonts, other, pictures, shift }]) => {
    const all = html + styles + fonts + other;
    return [type, ...[html, html + styles, fonts, all, pictures].map(inKilobytes), String(shift)];
  });
  return formatTable(["kB as sent", "HTML", "with styles", "fonts", "in all", "pictures", "shift"], rows);
}
