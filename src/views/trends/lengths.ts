import type { EditionOutline } from "../../content/outline.ts";
import { formatNumber } from "../../locales/format.ts";
import { messagesOf } from "../../locales/messages.ts";
import { type Calendar, type ChartSite, type ChartView, headOf, type Range, wordingOf } from "./chart.ts";

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

export function viewLengthChart({ publication }: ChartSite, calendar: Calendar): ChartView {
  const m = messagesOf(publication);
  const words = m.lengthChart;
  const { periods, names } = calendar;
  const about = { id: "_length", title: words.title };
  const whole = measureEditions(periods.flatMap(({ editions }) => editions));
  if (!whole || whole.most === 0) return { ...about, finding: words.none, drawn: undefined };
  const ranges = periods.map(({ editions }) => measureEditions(editions));
  const cellsOf = (range: Range | undefined): string[] =>
    range
      ? [range.least, range.average, range.most].map((length) => formatNumber(publication.language, length))
      : ["–", "–", "–"];
  return {
    ...about,
    finding: words.finding({ count: whole.average, least: whole.least, most: whole.most }),
    drawn: {
      picture: { kind: "ranges", periods: names.map(({ short }) => short), ranges },
      table: {
        caption: words.table,
        head: [headOf(calendar, m), words.shortest, words.average, words.longest],
        rows: names.map(({ long }, index) => ({ name: long, cells: cellsOf(ranges[index]) })),
      },
      how: wordingOf(calendar, words.byDay, words.byWeek),
    },
  };
}
