import { PAGES } from "../../content/addresses.ts";
import { formatDay } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import { viewAiChart } from "./ai-levels.ts";
import type { Calendar, ChartSite, ChartView } from "./chart.ts";
import { viewLengthChart } from "./lengths.ts";
import { viewPublisherChart } from "./publishers.ts";
import { viewSourceChart } from "./sources.ts";
import { divideTime, type Timeline } from "./timeline.ts";
import { viewTopicChart } from "./topics.ts";

/** What the editions show when they are counted: pictures, each with its numbers. */
export interface TrendsPage extends PageView {
  readonly title: string;
  readonly introduction: string;
  readonly charts: readonly ChartView[];
}

function describe(publication: Spoken, { unit, periods, from, to }: Timeline): string {
  const { trends } = messagesOf(publication);
  const day = (date: string): string => formatDay(date, tagOfWords(publication.language), "day");
  if (periods.length === 1) return trends.oneDay({ day: day(to) });
  const span = { from: day(from), to: day(to) };
  return unit === "day" ? trends.byDay(span) : trends.byWeek({ ...span, count: periods.length });
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
    viewSourceChart(site, calendar),
    viewAiChart(site, calendar),
    viewLengthChart(site, calendar),
  ];
}

const trendsPage = defineWhole<TrendsPage>("trends");

/** The page of charts about these editions, oldest first; none where the publication has something of that name itself. */
export function listTrendsPages(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  if (site.yielded.includes(PAGES.trends)) return [];
  const timeline = divideTime(editions);
  const { url } = site.publication;
  const { title, description, noEdition } = messagesOf(site.publication).trends;
  return [
    trendsPage({
      path: PAGES.trends,
      head: {
        title,
        description,
        canonical: url + PAGES.trends,
        trail: [],
      },
      title,
      introduction: timeline ? describe(site.publication, timeline) : noEdition,
      charts: timeline ? viewCharts(site, editions, timeline) : [],
    }),
  ];
}
