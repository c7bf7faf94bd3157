import type { EditionOutline } from "../../content/outline.ts";
import { formatNumber } from "../../locales/format.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import { countCitations, formatShare, SHARE_DAYS } from "../parts/citations.ts";
import { type ChartSite, type ChartView, joinSentences } from "./chart.ts";

/** So many publishers have a bar. */
const MOST_PUBLISHERS = 10;

interface Bar {
  readonly name: string;
  readonly value: number;
  /** Its share of all citations. */
  readonly label: string;
}

/** Who is cited most, of publishers sorted by how often they are. */
function describe(bars: readonly Bar[], first: Bar, all: number, { publisherChart: words }: Messages): string {
  const equals = bars.filter(({ value }) => value === first.value).length - 1;
  const told = {
    publisher: first.name,
    own: first.value,
    citations: words.citations({ count: all }),
    days: SHARE_DAYS,
    share: first.label,
  };
  return equals === 0 ? words.leads(told) : words.leadsWith({ ...told, count: equals });
}

/** The publishers that are cited most in the 90 days up to the latest edition, and the shares of those and the others. */
export function viewPublisherChart(site: ChartSite, editions: readonly EditionOutline[]): ChartView {
  const { publication, vocabularies } = site;
  const m = messagesOf(publication);
  const words = m.publisherChart;
  const about = { id: "_publishers", title: words.title };
  const { all, by } = countCitations(editions);
  const bars = [...by]
    .map(([id, value]): Bar => ({
      name: vocabularies.publishers[id]?.name ?? id,
      value,
      label: formatShare(value, all, m),
    }))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const [first] = bars;
  if (!first) return { ...about, finding: words.none({ days: SHARE_DAYS }), drawn: undefined };
  const shown = bars.slice(0, MOST_PUBLISHERS);
  const others = bars.slice(MOST_PUBLISHERS);
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  const ofOthers =
    others.length === 0 ? undefined : words.others({ count: others.length, share: formatShare(rest, all, m) });
  return {
    ...about,
    finding: joinSentences(describe(bars, first, all, m), ofOthers, m),
    drawn: {
      picture: { kind: "bars", bars: shown },
      table: {
        caption: words.table({ days: SHARE_DAYS }),
        head: [words.publisherColumn, words.citationsColumn, words.shareColumn],
        rows: shown.map(({ name, value, label }) => ({
          name,
          cells: [formatNumber(publication.language, value), label],
        })),
      },
      how: words.how,
    },
  };
}
