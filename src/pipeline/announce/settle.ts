import type { Instant } from "../../content/time/calendar.ts";
import type { GitProblem } from "../git/branch-file.ts";
import type { Ledger } from "./ledger.ts";
import { type Entry, type Standing, standingOf, turnOf } from "./ledger-lines.ts";
import { LIMIT } from "./tell.ts";

/** How a person knows that an announcement ended of which no run can know it. */
export type Settled = "sent" | "lost";

/** What a person says of an announcement on a channel. */
export interface Settling {
  readonly key: string;
  readonly channel: string;
  readonly as: Settled;
  readonly run: string;
  readonly clock?: () => Instant;
}

/** Writes down what a person says of an announcement on a channel. Gives why it is not for a person to say. */
export async function settle(
  ledger: Ledger,
  { key, channel, as, run, clock = Date.now }: Settling,
): Promise<GitProblem | undefined> {
  let refusal: string | undefined;
  const decide = (entries: readonly Entry[]): Entry[] => {
    const standing = standingOf(entries, channel, key);
    refusal = refuseToSettle(standing.kind, turnOf(standing, clock(), LIMIT) === "wait", as);
    return refusal === undefined ? [{ at: clock(), verb: as, channel, key, run, note: "a person says so" }] : [];
  };
  const entries = await ledger.add(decide);
  if ("problem" in entries) return entries;
  if (entries.some((entry) => entry.run === run)) return undefined;
  return refusal === undefined ? undefined : { problem: refusal, isLasting: true };
}

function refuseToSettle(kind: Standing["kind"], isYoung: boolean, as: Settled): string | undefined {
  if (kind === "done") return "it is written down as told already";
  if (kind === "free") return "nobody has tried to tell it, so there is nothing to settle";
  if (isYoung) return "a run is telling it; ask again in ten minutes";
  if (kind === "refused" && as === "sent")
    return "it is written down as refused; only “lost” makes the next run try again";
  return undefined;
}
