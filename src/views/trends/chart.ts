import type { OverviewSite } from "../../content/site.ts";
import { formatNumber } from "../../locales/format.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Timeline } from "./timeline.ts";

/** What charts may know of a site, beside its editions. */
export type ChartSite = Pick<OverviewSite, "publication" | "vocabularies">;

/** A row of numbers over the periods of a timeline. */
export interface Series {
  readonly name: string;
  /** Of its values. */
  readonly total: number;
  /** One a period. */
  readonly values: readonly number[];
}

/** Words in the editions of one period; undefined for one without editions. */
export interface Range {
  readonly least: number;
  readonly average: number;
  readonly most: number;
}

interface OverTime {
  /** What stands under each period, in as few letters as tell it. */
  readonly periods: readonly string[];
}

/** The numbers that a picture is drawn of, and how. */
export type Picture =
  | (OverTime & { readonly kind: "columns"; readonly series: readonly Series[] })
  | (OverTime & { readonly kind: "mirror"; readonly up: Series; readonly down: Series })
  | (OverTime & { readonly kind: "stack"; readonly series: readonly Series[] })
  | (OverTime & { readonly kind: "ranges"; readonly ranges: readonly (Range | undefined)[] })
  | {
      readonly kind: "bars";
      readonly bars: readonly { readonly name: string; readonly value: number; readonly label: string }[];
    };

/** The same numbers as text. */
export interface Table {
  readonly caption: string;
  /** Of the column of names, then of the others. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** A picture with the table of its numbers. */
export interface Drawn {
  readonly picture: Picture;
  readonly table: Table;
  /** How it is drawn, for those who do not see it as for those who do. */
  readonly how: string;
}

/** One part of the page of trends. */
export interface ChartView {
  /** Of its place on the page. */
  readonly id: string;
  readonly title: string;
  /** The main finding, or why there is none yet. */
  readonly finding: string;
  /** Undefined where there is nothing to draw. */
  readonly drawn: Drawn | undefined;
}

/** A timeline with its periods in words. */
export interface Calendar extends Timeline {
  readonly names: readonly { readonly short: string; readonly long: string }[];
}

export function seriesOf(name: string, values: readonly number[]): Series {
  return { name, values, total: values.reduce((sum, value) => sum + value, 0) };
}

/** Of two wordings, the one for the periods of a calendar: days or weeks. */
export function wordingOf({ unit }: Pick<Calendar, "unit">, byDay: string, byWeek: string): string {
  return unit === "day" ? byDay : byWeek;
}

/** What stands over a table's column of periods. */
export function headOf(calendar: Calendar, { trends }: Messages): string {
  return wordingOf(calendar, trends.day, trends.week);
}

/** The table of several series, a row a period. */
export function tableOf(
  { publication }: ChartSite,
  caption: string,
  calendar: Calendar,
  series: readonly Series[],
): Table {
  return {
    caption,
    head: [headOf(calendar, messagesOf(publication)), ...series.map(({ name }) => name)],
    rows: calendar.names.map(({ long }, index) => ({
      name: long,
      cells: series.map(({ values }) => formatNumber(publication.language, values[index] ?? 0)),
    })),
  };
}

/** One sentence or two that follow one another. */
export function joinSentences(first: string, second: string | undefined, { trends }: Messages): string {
  return second === undefined ? first : trends.sentences({ first, second });
}
