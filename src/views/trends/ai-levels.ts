import type { AiLevel } from "../../content/schema/schema.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import { nameOfLevel } from "../parts/ai.ts";
import { type Calendar, type ChartSite, type ChartView, type Series, seriesOf, tableOf, wordingOf } from "./chart.ts";

/** From the ground up: what readers ask about first stands where heights are compared best. */
const LEVELS: readonly AiLevel[] = ["ai-autonomous", "ai-assisted", "human-only"];

/** The stories of each AI level over time, all levels whether there are stories of them or not. */
export function countAiLevels({ publication }: ChartSite, { periods }: Pick<Calendar, "periods">): Series[] {
  const m = messagesOf(publication);
  const levels = periods.map(({ editions }) => editions.flatMap(({ stories }) => stories.map(({ ai }) => ai)));
  return LEVELS.map((level) =>
    seriesOf(
      nameOfLevel(level, m),
      levels.map((own) => own.filter((ai) => ai === level).length),
    ),
  );
}

function describe([generated = 0, assisted = 0, people = 0]: readonly number[], { levelChart }: Messages): string {
  return levelChart.finding({
    stories: levelChart.stories({ count: generated + assisted + people }),
    people: people === 0 ? levelChart.noPeople : levelChart.people({ count: people }),
    assisted: assisted === 0 ? levelChart.noAssisted : levelChart.assisted({ count: assisted }),
    generated: generated === 0 ? levelChart.noGenerated : levelChart.generated({ count: generated }),
  });
}

export function viewAiChart(site: ChartSite, calendar: Calendar): ChartView {
  const m = messagesOf(site.publication);
  const { title, table, byDay, byWeek } = m.levelChart;
  const about = { id: "_ai", title };
  const series = countAiLevels(site, calendar);
  const totals = series.map(({ total }) => total);
  if (totals.every((total) => total === 0)) return { ...about, finding: m.trends.noStory, drawn: undefined };
  return {
    ...about,
    finding: describe(totals, m),
    drawn: {
      picture: { kind: "stack", periods: calendar.names.map(({ short }) => short), series },
      table: tableOf(site, table, calendar, series),
      how: wordingOf(calendar, byDay, byWeek),
    },
  };
}
