import { median, type Quantity, ratioToHugo, type Results, type SizeResult, valuesOf } from "./results.ts";
import { SCENARIO_NAMES, type Scenario } from "../scenarios.ts";

/** The most that a scenario may take, as a part of what Hugo's full build takes, by the number of stories. */
interface Target {
  readonly scenario: Scenario;
  readonly quantity: Quantity;
  readonly most: Readonly<Record<number, number>>;
}

const INCREMENTAL = { 5000: 0.22, 20000: 0.08 } as const;

export const TARGETS: readonly Target[] = [
  { scenario: "cold", quantity: "wall", most: { 5000: 1, 20000: 0.8 } },
  { scenario: "cold", quantity: "cpu", most: { 5000: 0.9, 20000: 0.8 } },
  { scenario: "cold", quantity: "memory", most: { 5000: 0.8, 20000: 0.5 } },
  { scenario: "same", quantity: "wall", most: { 5000: 0.1, 20000: 0.05 } },
  { scenario: "body", quantity: "wall", most: INCREMENTAL },
  { scenario: "title", quantity: "wall", most: INCREMENTAL },
  { scenario: "edition", quantity: "wall", most: INCREMENTAL },
  { scenario: "deletion", quantity: "wall", most: INCREMENTAL },
];

/** What a cold build of 20,000 stories may take for each, as a multiple of what it takes at 5,000. */
const MOST_GROWTH = 1.1;

export interface Verdict {
  readonly stories: number;
  readonly scenario: Scenario;
  readonly quantity: Quantity;
  readonly target: number;
  readonly reached: number;
  readonly met: boolean;
  readonly what: string;
}

const QUANTITIES: Readonly<Record<Quantity, string>> = { wall: "wall", cpu: "CPU", memory: "memory" };

/** The targets of one size; sizes without a target have none. */
export function judgeSize(result: SizeResult): Verdict[] {
  const { stories } = result;
  return TARGETS.flatMap(({ scenario, quantity, most }) => {
    const target = most[stories];
    if (target === undefined) return [];
    const reached = ratioToHugo(result, scenario, quantity);
    const what = `${SCENARIO_NAMES[scenario]}, ${QUANTITIES[quantity]}`;
    return [{ stories, scenario, quantity, target, reached, met: reached <= target, what }];
  });
}

/** How the cost of a story grows from 5,000 to 20,000 stories, when both were measured. */
export function judgeGrowth({ sizes }: Pick<Results, "sizes">): Verdict[] {
  const costOf = (stories: number): number => {
    const result = sizes.find((size) => size.stories === stories);
    return result ? median(valuesOf(result, "cold", "wall")) / stories : NaN;
  };
  const reached = costOf(20_000) / costOf(5000);
  if (Number.isNaN(reached)) return [];
  const what = "cold wall of a story, against 5,000 stories";
  const verdict = { stories: 20_000, scenario: "cold", quantity: "wall" } as const;
  return [{ ...verdict, target: MOST_GROWTH, reached, met: reached <= MOST_GROWTH, what }];
}
