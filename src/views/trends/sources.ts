import type { SourceKind } from "../../content/source.ts";
import { formatList } from "../../locales/format.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";
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

/** What is counted but not drawn, if there is any. */
function describeOthers(publication: Spoken, vendors: number, analyses: number): string | undefined {
  const { sourceChart: words } = messagesOf(publication);
  const left = [
    ...(vendors > 0 ? [words.vendors({ count: vendors })] : []),
    ...(analyses > 0 ? [words.analyses({ count: analyses })] : []),
  ];
  if (left.length === 0) return undefined;
  return words.notDrawn({ sources: formatList(tagOfWords(publication.language), left) });
}

export function viewSourceChart(site: ChartSite, calendar: Calendar): ChartView {
  const { publication } = site;
  const m = messagesOf(publication);
  const words = m.sourceChart;
  const about = { id: "_sources", title: words.title };
  const up = countSources(words.primaryColumn, "primary", calendar);
  const down = countSources(words.reportedColumn, "reporting", calendar);
  const vendors = countSources("", "vendor", calendar).total;
  const analyses = countSources("", "analysis", calendar).total;
  if (up.total + down.total === 0) return { ...about, finding: words.none, drawn: undefined };
  const how = wordingOf(calendar, words.byDay, words.byWeek);
  return {
    ...about,
    finding: words.finding({
      sources: words.sources({ count: up.total + down.total + vendors + analyses }),
      primary: words.primary({ count: up.total }),
      reported: words.reported({ count: down.total }),
    }),
    drawn: {
      picture: { kind: "mirror", periods: calendar.names.map(({ short }) => short), up, down },
      table: tableOf(site, words.table, calendar, [up, down]),
      how: joinSentences(how, describeOthers(publication, vendors, analyses), m),
    },
  };
}
