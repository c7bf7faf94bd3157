import type { Site } from "../../content/site.ts";
import { groupBy } from "../list-pages.ts";
import { type Calendar, type ChartView, formatNumber, type Series, seriesOf, tableOf } from "./chart.ts";

/** So many topics have columns of their own; the rest of a longer list stand together. */
const MOST_TOPICS = 6;

/** The stories of each topic over time, the topic with most of them first. */
export function countTopics(site: Site, { periods }: Pick<Calendar, "periods">): Series[] {
  const topics = periods.map(({ editions }) => editions.flatMap(({ stories }) => stories.map(({ topic }) => topic)));
  const counts = topics.map((own) => groupBy(own, (topic) => topic));
  const series = [...new Set(counts.flatMap((own) => [...own.keys()]))]
    .map((id) =>
      seriesOf(
        site.vocabularies.topics[id]?.name ?? id,
        counts.map((own) => own.get(id)?.length ?? 0),
      ),
    )
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  // One topic alone would take no less room under another name.
  if (series.length <= MOST_TOPICS + 1) return series;
  const rest = series.slice(MOST_TOPICS);
  const sums = periods.map((_, index) => rest.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  return [...series.slice(0, MOST_TOPICS), seriesOf(`${rest.length} other topics`, sums)];
}

function describe(series: readonly Series[]): string {
  const [first] = series;
  const all = formatNumber(series.reduce((sum, { total }) => sum + total, 0));
  const most = first?.total ?? 0;
  const leaders = series.filter(({ name, total }) => total === most && !/^\d+ other topics$/.test(name));
  const [one, two] = leaders;
  if (leaders.length > 2) return `No topic leads: ${leaders.length} have ${formatNumber(most)} of ${all} stories each.`;
  return two
    ? `${one?.name} and ${two.name} have the most stories, ${formatNumber(most)} of ${all} each.`
    : `${one?.name} has the most stories, ${formatNumber(most)} of ${all}.`;
}

export function viewTopicChart(site: Site, calendar: Calendar): ChartView {
  const about = { id: "_topics", title: "Topics" };
  const series = countTopics(site, calendar);
  if (series.length === 0) return { ...about, finding: "There is no story to count yet.", drawn: undefined };
  return {
    ...about,
    finding: describe(series),
    drawn: {
      picture: { kind: "columns", periods: calendar.names.map(({ short }) => short), series },
      table: tableOf("Stories by topic", calendar, series),
      how: `A row for each topic, a column for each ${calendar.unit}, as high as the number of its stories; at the end of each row’s title, their sum.`,
    },
  };
}
