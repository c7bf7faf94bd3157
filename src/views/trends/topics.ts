import { groupBy } from "../pages/list-pages.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import {
  type Calendar,
  type ChartSite,
  type ChartView,
  joinSentences,
  type Series,
  seriesOf,
  tableOf,
  wordingOf,
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
function describe(series: readonly Series[], { topicChart: words }: Messages): string {
  const all = sumOf(series);
  const most = series[0]?.total ?? 0;
  const leaders = series.filter(({ total }) => total === most).map(({ name }) => name);
  const [first = "", second] = leaders;
  if (second === undefined) return words.oneLeads({ topic: first, most, all });
  if (leaders.length === 2) return words.twoLead({ first, second, most, all });
  return words.noneLeads({ count: leaders.length, most, stories: words.stories({ count: all }) });
}

/** How many topics are not drawn, if there are any, and how many stories they have. */
function describeOthers(others: readonly Series[], { topicChart: words }: Messages): string | undefined {
  if (others.length === 0) return undefined;
  return words.others({ count: others.length, stories: words.storiesOfOthers({ count: sumOf(others) }) });
}

export function viewTopicChart(site: ChartSite, calendar: Calendar): ChartView {
  const m = messagesOf(site.publication);
  const { title, table, byDay, byWeek } = m.topicChart;
  const about = { id: "_topics", title };
  const all = countTopics(site, calendar);
  if (all.length === 0) return { ...about, finding: m.trends.noStory, drawn: undefined };
  const series = all.slice(0, MOST_TOPICS);
  return {
    ...about,
    finding: joinSentences(describe(all, m), describeOthers(all.slice(MOST_TOPICS), m), m),
    drawn: {
      picture: { kind: "columns", periods: calendar.names.map(({ short }) => short), series },
      table: tableOf(site, table, calendar, series),
      how: wordingOf(calendar, byDay, byWeek),
    },
  };
}
