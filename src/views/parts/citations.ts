import { addDays } from "../../content/time/calendar.ts";
import type { Messages } from "../../locales/locale.ts";
import { perArchive } from "../per-setting.ts";

/** For so many days up to the latest edition, that one's day included, citations are counted: a matter of editions, of no clock. */
export const SHARE_DAYS = 90;

/** How often publishers were cited of late. */
export interface Citations {
  readonly all: number;
  /** By the publisher's id, in order of first appearance. */
  readonly by: ReadonlyMap<string, number>;
}

/** Counts the citations of the 90 days up to the latest edition. */
export const countCitations = perArchive((editions): Citations => {
  const since = addDays(editions.at(-1)?.dateline.date ?? "1970-01-01", -SHARE_DAYS);
  const by = new Map<string, number>();
  let all = 0;
  for (const { dateline, stories } of editions) {
    if (dateline.date <= since) continue;
    for (const publisher of stories.flatMap(({ publishers }) => publishers)) {
      by.set(publisher, (by.get(publisher) ?? 0) + 1);
      all += 1;
    }
  }
  return { all, by };
});

/** A part of a whole in whole per cent; what is there is never said to be nothing. */
export function formatShare(own: number, all: number, { shares }: Messages): string {
  const share = all === 0 ? 0 : Math.round((own / all) * 100);
  return own > 0 && share === 0 ? shares.underOne({ one: 1 }) : shares.share({ share });
}

/** A publisher's part of these citations, in words. */
export function describeShare({ all, by }: Citations, publisher: string, m: Messages): string {
  return m.shares.ofCitations({ share: formatShare(by.get(publisher) ?? 0, all, m), days: SHARE_DAYS });
}
