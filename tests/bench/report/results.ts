import type { Machine } from "../machine.ts";
import type { Cost } from "../measure.ts";
import type { Scenario } from "../scenarios.ts";

/** What one program took for one scenario. */
export interface Row {
  readonly scenario: Scenario;
  /** `Node 24.21.0`, whose build it is. */
  readonly by: string;
  /** Run by run. */
  readonly costs: readonly Cost[];
  /** How many files the first run left. */
  readonly files: number;
}

/** Everything measured of one size. */
export interface SizeResult {
  readonly stories: number;
  /** Whether cards and the search index are made, as by default. */
  readonly extras: boolean;
  readonly rows: readonly Row[];
}

export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
}

export type Quantity = keyof Cost;

/** The builds of Hugo's that others are measured by. */
export type Peer = "hugo" | "lean" | "hugoDefault";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function valuesOf({ costs }: Row, quantity: Quantity): number[] {
  return costs.map((cost) => cost[quantity]);
}

/** The rows of the default build stand beside Hugo with cards and Pagefind, all others beside Hugo's two sites. */
export function peersOf({ extras }: SizeResult): readonly Peer[] {
  return extras ? ["hugoDefault"] : ["hugo", "lean"];
}

/** Hugo's row that others are measured by: the newest of those that took part, since it is what somebody would install today. */
export function findPeer({ rows }: SizeResult, peer: Peer): Row | undefined {
  const own = rows.filter(({ scenario }) => scenario === peer);
  return own.sort((a, b) => b.by.localeCompare(a.by, "en", { numeric: true }))[0];
}

/** The median over the runs of what a row took, measured by what Hugo took in the same run; undefined without Hugo. */
export function ratioTo(result: SizeResult, peer: Peer, row: Row, quantity: Quantity): number | undefined {
  const hugo = findPeer(result, peer);
  if (!hugo) return undefined;
  const base = valuesOf(hugo, quantity);
  return median(valuesOf(row, quantity).map((value, run) => value / (base[run] ?? NaN)));
}

/** What was measured, as a heading. */
export function headingOf({ stories, extras }: SizeResult): string {
  return `${stories.toLocaleString("en")} stories${extras ? ", the default build" : ""}`;
}
