import type { Ended, Ending } from "../../pipeline/announce/tell.ts";
import { BUSY } from "../write-folder.ts";

/** How the command ends where somebody has to set something right. */
export const WRONG = 1;

/** What came of an announcement on a channel, in words. */
export function describeEnd({ ending, note, channel, announcement }: Ended): string {
  const words: Record<Ending, string> = {
    told: `told: ${note}`,
    "told-before": `told before: ${note}`,
    refused: `refused, and not tried again: ${note}`,
    "refused-before": `refused before: ${note}`,
    later: `not told yet: ${note}`,
    wait: "not told yet: another run is telling it, or died at it less than ten minutes ago",
    ask: `${note}; look whether it went out, and type npm run announce -- --resolve ${announcement.key}:${channel.name} --as sent (or lost, which has the next run tell it)`,
  };
  return words[ending];
}

/** How the command ends by what came of one announcement. */
export const EXITS: Record<Ending, number> = {
  told: 0,
  "told-before": 0,
  refused: WRONG,
  "refused-before": 0,
  later: BUSY,
  wait: BUSY,
  ask: BUSY,
};

/** Of several exit codes the one to end with: what a person has to set right comes before what time does. */
export function joinExits(...codes: readonly number[]): number {
  if (codes.includes(WRONG)) return WRONG;
  return codes.includes(BUSY) ? BUSY : 0;
}
