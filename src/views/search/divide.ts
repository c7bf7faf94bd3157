import type { Dateline } from "../../content/dateline.ts";
import { groupBy } from "../pages/list-pages.ts";

/** What is known of an edition before its texts are read, as far as it matters for its place in the index. */
export interface Divisible {
  readonly dateline: Pick<Dateline, "date">;
  readonly stories: readonly unknown[];
}

/** Of more stories than this a part is divided, if it can be: a word that is changed in one has all others of its part packed again. */
const MOST = 500;

/** So many times as many stories may be in a part of a closed year: little is changed there, and each part makes a search longer. */
const CLOSED = 2;

/**
 * Into more parts than about so many an index is not divided, since a browser asks each of them: from 17 to 83 parts, a search takes twice as
 * long. So the parts of closed years may hold twice as many stories again once there are more than fill these, which packs them anew: seldom.
 */
const PARTS = 24;

/** The names of the parts of which a day may be, from the coarsest on: `2025`, `2025-q1`, `2025-02`, `2025-02-11`. */
function namesOf(date: string): string[] {
  const [year = "", month = "", day = ""] = date.split("-");
  const decade = Math.min(Math.floor((Number(day) - 1) / 10), 2);
  return [year, `${year}-q${Math.ceil(Number(month) / 3)}`, `${year}-${month}`, `${year}-${month}-${decade}1`];
}

function countStories(editions: readonly Divisible[]): number {
  return editions.reduce((sum, { stories }) => sum + stories.length, 0);
}

/** How many stories a part of a closed year may hold before it is divided, in an index of so many. */
function mostOf(stories: number): number {
  return MOST * Math.max(CLOSED, 2 ** Math.ceil(Math.log2(stories / (MOST * PARTS))));
}

/**
 * Divides editions so that a change costs one small part, wherever it is: a year with many stories into its quarters, such a quarter into
 * its months, such a month into three; the newest year, in which most is changed, soonest. Each name with its editions, the newest first.
 */
export function divide<E extends Divisible>(editions: readonly E[]): Map<string, E[]> {
  const closed = mostOf(countStories(editions));
  const split = (own: readonly E[], level: number, most: number): [string, E[]][] =>
    [...groupBy(own, ({ dateline }) => namesOf(dateline.date)[level])].flatMap(([name, group]) =>
      level < 3 && countStories(group) > most ? split(group, level + 1, most) : [[name, group] satisfies [string, E[]]],
    );
  const years = groupBy([...editions].reverse(), ({ dateline }) => dateline.date.slice(0, 4));
  const newest = [...years.keys()].sort().at(-1);
  return new Map([...years].flatMap(([year, own]) => split(own, 0, year === newest ? MOST : closed)));
}
