import type { EditionOutline } from "../../content/outline.ts";
import { messagesOf } from "../../locales/messages.ts";
import { countCitations, formatShare, SHARE_DAYS } from "../parts/citations.ts";
import { type ChartSite, type ChartView, formatCount, formatNumber } from "./chart.ts";

/** So many publishers have a bar. */
const MOST_PUBLISHERS = 10;

/** The publishers that are cited most in the 90 days up to the latest edition, and the shares of those and the others. */
export function viewPublisherChart(site: ChartSite, editions: readonly EditionOutline[]): ChartView {
  const m = messagesOf(site.publication);
  const about = { id: "_publishers", title: "Publishers" };
  const { all, by } = countCitations(editions);
  const bars = [...by]
    .map(([id, value]) => ({
      name: site.vocabularies.publishers[id]?.name ?? id,
      value,
      label: formatShare(value, all, m),
    }))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const [first] = bars;
  const when = `in the ${SHARE_DAYS} days to the latest edition`;
  if (!first) return { ...about, finding: `Nobody was cited ${when}.`, drawn: undefined };
  const shown = bars.slice(0, MOST_PUBLISHERS);
  const others = bars.slice(MOST_PUBLISHERS);
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  const equals = bars.filter(({ value }) => value === first.value).length - 1;
  const beside = equals > 0 ? `, as often as ${formatCount(equals, "other", "others")}` : "";
  const whole =
    others.length === 0
      ? ""
      : ` ${formatCount(others.length, "more has", "more have")} ${formatShare(rest, all, m)}${others.length > 1 ? " together" : ""}.`;
  return {
    ...about,
    finding: `${first.name} is cited most${beside}: ${formatNumber(first.value)} of ${formatCount(all, "citation", "citations")} ${when}, ${first.label}.${whole}`,
    drawn: {
      picture: { kind: "bars", bars: shown },
      table: {
        caption: `Citations ${when}`,
        head: ["Publisher", "Citations", "Share"],
        rows: shown.map(({ name, value, label }) => ({ name, cells: [formatNumber(value), label] })),
      },
      how: "A bar for each publisher, as long as its citations are many; beside it, its share of all of them.",
    },
  };
}
