import { SCENARIO_NAMES, type Scenario } from "../scenarios.ts";
import {
  median,
  type Peer,
  type Quantity,
  ratioTo,
  type Results,
  type Row,
  type SizeResult,
  valuesOf,
} from "./results.ts";

/** What a scenario is measured by: Hugo in the same run, seconds or mebibytes as they are, or its own time at another size. */
type Measure = Peer | "absolute" | { readonly stories: number };

/** The most that a scenario may take, by the number of stories. */
interface Target {
  readonly scenarios: readonly Scenario[];
  readonly quantity: Quantity;
  readonly against: Measure;
  readonly most: Readonly<Record<number, number>>;
}

const CHANGES = ["body", "later", "title", "deletion"] as const;

export const TARGETS: readonly Target[] = [
  { scenarios: ["cold"], quantity: "wall", against: "hugo", most: { 5000: 0.8, 20000: 0.6 } },
  { scenarios: ["cold"], quantity: "wall", against: "lean", most: { 5000: 1.5, 20000: 0.8 } },
  { scenarios: ["cold"], quantity: "cpu", against: "hugo", most: { 5000: 0.9, 20000: 0.7 } },
  { scenarios: ["cold"], quantity: "cpu", against: "lean", most: { 5000: 1.5, 20000: 0.9 } },
  { scenarios: ["cold"], quantity: "memory", against: "hugo", most: { 5000: 0.6, 20000: 0.5 } },
  { scenarios: ["same"], quantity: "wall", against: "lean", most: { 5000: 0.05, 20000: 0.02 } },
  { scenarios: CHANGES, quantity: "wall", against: "lean", most: { 5000: 0.25, 20000: 0.08 } },
  { scenarios: ["edition"], quantity: "wall", against: "lean", most: { 5000: 0.35, 20000: 0.12 } },
  { scenarios: ["coldDefault"], quantity: "wall", against: "hugoDefault", most: { 1000: 0.8, 5000: 0.8 } },
  {
    scenarios: ["newest", "earlier", "earlierTitle"],
    quantity: "wall",
    against: "absolute",
    most: { 1000: 2.5, 5000: 2.5, 20000: 4 },
  },
  { scenarios: ["cold"], quantity: "wall", against: { stories: 20_000 }, most: { 100000: 6 } },
  { scenarios: ["cold"], quantity: "memory", against: "absolute", most: { 100000: 4096 } },
  { scenarios: ["later"], quantity: "wall", against: "absolute", most: { 100000: 10 } },
];

/** How a row stands beside a target. */
export interface Verdict {
  readonly stories: number;
  readonly by: string;
  readonly what: string;
  readonly limit: string;
  readonly reached: number;
  readonly met: boolean;
}

const QUANTITIES: Readonly<Record<Quantity, string>> = { wall: "wall", cpu: "CPU", memory: "peak memory" };
const PEERS: Readonly<Record<Peer, string>> = {
  hugo: "× Hugo, same pages",
  lean: "× Hugo, lean",
  hugoDefault: "× Hugo with cards, and Pagefind",
};

function unitOf({ against, quantity }: Target): string {
  if (against === "absolute") return quantity === "memory" ? " MB" : " s";
  return typeof against === "string" ? ` ${PEERS[against]}` : ` × ${against.stories.toLocaleString("en")} stories`;
}

/** What a row reached by a target's measure; undefined where that was not measured. */
function reach({ sizes }: Pick<Results, "sizes">, size: SizeResult, row: Row, target: Target): number | undefined {
  const { against, quantity } = target;
  const own = median(valuesOf(row, quantity));
  if (against === "absolute") return own;
  if (typeof against === "string") return ratioTo(size, against, row, quantity);
  const other = sizes
    .find(({ stories, extras }) => stories === against.stories && extras === size.extras)
    ?.rows.find(({ scenario, by }) => scenario === row.scenario && by === row.by);
  return other && own / median(valuesOf(other, quantity));
}

/** Every target that what was measured lets judge, size by size. */
export function judge(results: Pick<Results, "sizes">): Verdict[] {
  return results.sizes.flatMap((size) =>
    TARGETS.flatMap((target) => {
      const most = target.most[size.stories];
      if (most === undefined) return [];
      const rows = target.scenarios.flatMap((name) => size.rows.filter(({ scenario }) => scenario === name));
      return rows.flatMap((row): Verdict[] => {
        const reached = reach(results, size, row, target);
        if (reached === undefined) return [];
        const what = `${SCENARIO_NAMES[row.scenario]}, ${QUANTITIES[target.quantity]}`;
        const limit = `≤ ${most}${unitOf(target)}`;
        return [{ stories: size.stories, by: row.by, what, limit, reached, met: reached <= most }];
      });
    }),
  );
}
