import { groupBy } from "../pages/list-pages.ts";
import {
  type Calendar,
  type ChartSite,
  type ChartView,
  formatCount,
  formatNumber,
  type Series,
  seriesOf,
  tableOf,
} from "./chart.ts";

/** So many topics have a row of columns; together, the others would be so high that nothing else could be seen. */
const MOST_TOPICS = 6;

/** The stories of each topic over time, the topic with most of them first. */
export function countTopics(site: ChartSite, { periods }: Pick<Calendar, "periods">): Series[] {
  const topics = periods.map(({ editions }) => editions.flatMap(({ stories }) => stories.map(({ topic }) => topic)));
  const counts = topics.map((own) => groupBy(own, (topic) => topic));
  return [...new Set(counts.flatMap((own) => [...own.keys()]))]
    .map((id) =>
      seriesOf(
        site.vocabularies.topics[id]?.name ?? id,
        counts.map((own) => own.get(id)?.length ?? 0),
      ),
    )
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

function sumOf(series: readonly Series[]): number {
  return series.reduce((sum, { total }) => sum + total, 0);
}

/** Which topic leads, of series sorted by their totals. */
function describe(series: readonly Series[]): string {
  const all = formatNumber(sumOf(series));
  const most = series[0]?.total ?? 0;
  const leaders = series.filter(({ total }) => total === most);
  const [one, two] = leaders;
  if (leaders.length > 2) return `No topic leads: ${leaders.length} have ${formatNumber(most)} of ${all} stories each.`;
  return two
    ? `${one?.name} and ${two.name} have the most stories, ${formatNumber(most)} of ${all} each.`
    : `${one?.name} has the most stories, ${formatNumber(most)} of ${all}.`;
}

export function viewTopicChart(site: ChartSite, calendar: Calendar): ChartView {
  const about = { id: "_topics", title: "Topics" };
  const all = countTopics(site, calendar);
  if (all.length === 0) return { ...about, finding: "There is no story to count yet.", drawn: undefined };
  const series = all.slice(0, MOST_TOPICS);
  const others = all.slice(MOST_TOPICS);
  const rest =
    others.length === 0
      ? ""
      : ` ${formatCount(others.length, "more topic has", "more topics have")} ${formatNumber(sumOf(others))}${others.length > 1 ? " together" : ""}.`;
  return {
    ...about,
    finding: describe(all) + rest,
    drawn: {
      picture: { kind: "columns", periods: calendar.names.map(({ short }) => short), series },
      table: tableOf("Stories by topic", calendar, series),
      how: `A row for each topic, a column for each ${calendar.unit}, as high as the number of its stories; at the end of each row’s title, their sum.`,
    },
  };
}
