import type { PlacedEdition } from "../../content/schedule.ts";
import { groupBy } from "../../views/list-pages.ts";
import type { IndexEntry } from "./index-files.ts";

/** A part of the search index as a build left it. */
export interface IndexPart {
  /** Of all that its records show. */
  readonly key: string;
  readonly files: readonly string[];
  readonly entry: IndexEntry | undefined;
}

/** The parts of a search index by their names. */
export type IndexParts = Readonly<Record<string, IndexPart>>;

/**
 * Divides editions by what a day's work touches: the months of the newest year are parts of their own, every year before is
 * one. Each name, `2025` or `2026-03`, with its editions, the newest first.
 */
export function divide<E extends Pick<PlacedEdition, "dateline">>(editions: readonly E[]): Map<string, E[]> {
  const yearOf = ({ dateline }: E) => dateline.date.slice(0, 4);
  const current = editions.map(yearOf).sort().at(-1);
  const newest = [...editions].reverse();
  return groupBy(newest, (edition) =>
    yearOf(edition) === current ? edition.dateline.date.slice(0, 7) : yearOf(edition),
  );
}
