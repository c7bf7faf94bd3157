import type { EditionOutline } from "../../content/outline.ts";
import { type Calendar, type ChartView, formatNumber, type Range } from "./chart.ts";

const ROUND = 50;

/** Words of an edition with all its stories; outlines know each text's to the nearest fifty. */
export function wordsOf({ words, stories }: Pick<EditionOutline, "words" | "stories">): number {
  return stories.reduce((sum, story) => sum + story.words, words);
}

/** The shortest, the average, to the nearest fifty, and the longest of some editions; undefined of none. */
export function measureEditions(editions: readonly EditionOutline[]): Range | undefined {
  if (editions.length === 0) return undefined;
  const lengths = editions.map(wordsOf);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return {
    least: Math.min(...lengths),
    average: Math.round(average / ROUND) * ROUND,
    most: Math.max(...lengths),
  };
}

export function viewLengthChart({ unit, periods, names }: Calendar): ChartView {
  const about = { id: "_length", title: "Length" };
  const whole = measureEditions(periods.flatMap(({ editions }) => editions));
  if (!whole || whole.most === 0) return { ...about, finding: "There are no words to count yet.", drawn: undefined };
  const ranges = periods.map(({ editions }) => measureEditions(editions));
  const cellsOf = (range: Range | undefined): string[] =>
    range ? [range.least, range.average, range.most].map(formatNumber) : ["–", "–", "–"];
  return {
    ...about,
    finding: `An edition has about ${formatNumber(whole.average)} words, the shortest ${formatNumber(whole.least)}, the longest ${formatNumber(whole.most)}.`,
    drawn: {
      picture: { kind: "ranges", periods: names.map(({ short }) => short), ranges },
      table: {
        caption: "Words of an edition, to the nearest fifty a text",
        head: [unit === "day" ? "Day" : "Week from", "Shortest", "Average", "Longest"],
        rows: names.map(({ long }, index) => ({ name: long, cells: cellsOf(ranges[index]) })),
      },
      how: `For each ${unit}, a line from its shortest edition to its longest and a dot at the average.`,
    },
  };
}
