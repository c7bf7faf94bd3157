import type { SourceKind } from "../../content/source.ts";
import { type Calendar, type ChartView, formatCount, formatNumber, type Series, seriesOf, tableOf } from "./chart.ts";

/** How many sources of a kind were cited over time. */
export function countSources(name: string, kind: SourceKind, { periods }: Pick<Calendar, "periods">): Series {
  return seriesOf(
    name,
    periods.map(
      ({ editions }) =>
        editions.flatMap(({ stories }) => stories.flatMap(({ kinds }) => kinds)).filter((own) => own === kind).length,
    ),
  );
}

export function viewSourceChart(calendar: Calendar): ChartView {
  const about = { id: "_sources", title: "Primary and reported" };
  const up = countSources("Primary", "primary", calendar);
  const down = countSources("Reported", "reporting", calendar);
  const vendors = countSources("Vendors", "vendor", calendar).total;
  const analyses = countSources("Analyses", "analysis", calendar).total;
  const all = up.total + down.total + vendors + analyses;
  if (up.total + down.total === 0)
    return { ...about, finding: "No story cites a primary or a reported source yet.", drawn: undefined };
  const left = [
    ...(vendors > 0 ? [`${formatNumber(vendors)} of vendors about themselves`] : []),
    ...(analyses > 0 ? [`${formatNumber(analyses)} of analysis`] : []),
  ];
  const others = left.length > 0 ? ` Not drawn: ${left.join(" and ")}.` : "";
  return {
    ...about,
    finding: `Of ${formatCount(all, "source", "sources")}, ${formatNumber(up.total)} ${up.total === 1 ? "is" : "are"} primary and ${formatNumber(down.total)} reported.`,
    drawn: {
      picture: { kind: "mirror", periods: calendar.names.map(({ short }) => short), up, down },
      table: tableOf("Sources by kind", calendar, [up, down]),
      how: `A column for each ${calendar.unit}: primary sources above the line, reported ones, hollow, below it.${others}`,
    },
  };
}
