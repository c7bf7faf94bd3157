/** Consecutive years, the last included, of which the editions are made together. */
export interface Years {
  /** As `YYYY`. */
  readonly from: string;
  readonly to: string;
}

/** So many editions at least are worth a machine, which takes half a minute to begin. */
const LEAST = 250;

/** Reads years as they are asked for, `2021` or `2019-2021`; undefined for anything else. */
export function parseYears(text: string): Years | undefined {
  const [, from = "", to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  return from === "" || to < from ? undefined : { from, to };
}

/** Years as `parseYears` reads them. */
export function nameYears({ from, to }: Years): string {
  return from === to ? from : `${from}-${to}`;
}

/** Whether a year, or a date, falls into some years. */
export function isInYears(date: string, { from, to }: Years): boolean {
  const year = date.slice(0, 4);
  return from <= year && year <= to;
}

/**
 * Divides years, the oldest first, by the number of their editions: as few to a part as are worth a machine, and no year in two. The newest
 * are left out while they are fewer: they change daily, and who puts the parts together makes them meanwhile.
 */
export function divideYears(editions: ReadonlyMap<string, number>, least = LEAST): Years[] {
  const parts: Years[] = [];
  let open: { from: string; count: number } | undefined;
  for (const [year, count] of editions) {
    if (!/^\d{4}$/.test(year)) continue;
    open = { from: open?.from ?? year, count: (open?.count ?? 0) + count };
    if (open.count < least) continue;
    parts.push({ from: open.from, to: year });
    open = undefined;
  }
  return parts;
}
