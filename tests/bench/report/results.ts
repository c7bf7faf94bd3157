import type { Machine } from "../machine.ts";
import type { Cost } from "../measure.ts";
import type { Scenario } from "../scenarios.ts";

/** Everything measured of one size. */
export interface SizeResult {
  readonly stories: number;
  /** The costs of each scenario, run by run. */
  readonly costs: Readonly<Partial<Record<Scenario, readonly Cost[]>>>;
  /** How many files each scenario's first build left. */
  readonly files: Readonly<Partial<Record<Scenario, number>>>;
}

export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly runs: number;
  readonly sizes: readonly SizeResult[];
}

export type Quantity = keyof Cost;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function valuesOf({ costs }: SizeResult, scenario: Scenario, quantity: Quantity): number[] {
  return (costs[scenario] ?? []).map((cost) => cost[quantity]);
}

/** The median over the runs of what a scenario took, measured by what Hugo took in the same run. */
export function ratioToHugo(result: SizeResult, scenario: Scenario, quantity: Quantity): number {
  const hugo = valuesOf(result, "hugo", quantity);
  return median(valuesOf(result, scenario, quantity).map((value, run) => value / (hugo[run] ?? NaN)));
}
