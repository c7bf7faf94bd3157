import { PAGES } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import type { PageView } from "../page-view.ts";
import { phraseLanguage } from "../parts/phrase.ts";
import { defineWhole, type Page } from "../page.ts";
import { viewAiChart } from "./ai-levels.ts";
import type { Calendar, ChartSite, ChartView } from "./chart.ts";
import { viewLengthChart } from "./lengths.ts";
import { viewPublisherChart } from "./publishers.ts";
import { viewSourceChart } from "./sources.ts";
import { divideTime, type Timeline } from "./timeline.ts";
import { viewTopicChart } from "./topics.ts";
import { hasTrends } from "./trends-path.ts";

/** What the editions show when they are counted: pictures, each with its numbers. */
export interface TrendsPage extends PageView {
  readonly title: string;
  readonly introduction: string;
  readonly charts: readonly ChartView[];
}

const TITLE = "Trends";

function describe({ unit, periods, from, to }: Timeline, language: string): string {
  const day = (date: string): string => formatDay(date, phraseLanguage(language), "day");
  if (periods.length === 1)
    return `All editions are of one day, ${day(to)}, so that nothing over time can be drawn yet.`;
  return unit === "day"
    ? `Day by day from ${day(from)} to ${day(to)}; once there are four weeks of editions, week by week.`
    : `Week by week from ${day(from)} to ${day(to)}, the day of the latest edition: ${periods.length} weeks, half a year at most, each from Monday to Sunday.`;
}

function viewCharts(site: ChartSite, editions: readonly EditionOutline[], timeline: Timeline): ChartView[] {
  const { language } = site.publication;
  const publishers = viewPublisherChart(site, editions);
  if (timeline.periods.length === 1) return [publishers];
  const names = timeline.periods.map(({ from }) => ({
    short: formatDay(from, language, "short"),
    long: formatDay(from, language, "day"),
  }));
  const calendar: Calendar = { ...timeline, names };
  return [
    viewTopicChart(site, calendar),
    publishers,
    viewSourceChart(calendar),
    viewAiChart(site, calendar),
    viewLengthChart(calendar),
  ];
}

const trendsPage = defineWhole<TrendsPage>("trends");

/** The page of charts about these editions, oldest first; none where the publication has a page of that name itself. */
export function listTrendsPages(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  if (!hasTrends(site)) return [];
  const timeline = divideTime(editions);
  const { url, language } = site.publication;
  return [
    trendsPage({
      path: PAGES.trends,
      head: {
        title: TITLE,
        description: "Topics, publishers, sources, AI levels and the length of editions over time, in pictures.",
        canonical: url + PAGES.trends,
        trail: [],
      },
      title: TITLE,
      introduction: timeline ? describe(timeline, language) : "The first edition is on its way.",
      charts: timeline ? viewCharts(site, editions, timeline) : [],
    }),
  ];
}
