/// <reference lib="dom" />
import type { Counts } from "./search-pagefind.ts";

/** Values of facets that results must have: one of each facet's. */
export type Choice = Readonly<Record<string, readonly string[]>>;

/** What a story has of each facet. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** The stories of a part of the index by the names that they have there, the newest first. */
export type Table = ReadonlyMap<string, Values>;

interface Written {
  readonly facets: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly rows: readonly [string, ...(readonly number[])[]][];
}

/** Fetches the table of a part, as the build writes it (`pickPart`). */
export async function fetchTable(address: string, year: string): Promise<Table> {
  const { facets, values, rows } = (await (await fetch(address)).json()) as Written;
  return new Map(
    rows.map(([name, ...own]) => {
      const valuesOf = (at: number) => (own[at] ?? []).map((index) => values[at]?.[index] ?? "");
      return [name, { ...Object.fromEntries(facets.map((facet, at) => [facet, valuesOf(at)])), year: [year] }];
    }),
  );
}

/** The facets in which a story has none of the values that were chosen. */
function missedBy(values: Values, choice: Choice): string[] {
  return Object.keys(choice).filter((facet) => {
    const chosen = choice[facet] ?? [];
    return chosen.length > 0 && !values[facet]?.some((value) => chosen.includes(value));
  });
}

export function fits(values: Values | undefined, choice: Choice): boolean {
  return values !== undefined && missedBy(values, choice).length === 0;
}

/** How many stories have each value: in a facet from which something is chosen, as if it were not. */
export function countValues(stories: Iterable<Values>, choice: Choice): Counts {
  const counts: Record<string, Record<string, number>> = {};
  for (const values of stories) {
    const missed = missedBy(values, choice);
    for (const [facet, own] of Object.entries(values)) {
      if (missed.some((other) => other !== facet)) continue;
      const count = (counts[facet] ??= {});
      for (const value of own) count[value] = (count[value] ?? 0) + 1;
    }
  }
  return counts;
}
