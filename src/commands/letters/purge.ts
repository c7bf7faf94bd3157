import { countOf } from "../../content/problems/count.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { KEPT_DAYS } from "../../pipeline/letters/queue.ts";
import { clockOf, createCommand, nowOption } from "../options.ts";
import { openLetters } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

export const purge = createCommand("purge", `delete the letters that wait for longer than ${KEPT_DAYS} days`)
  .addOption(queueOption())
  .addOption(nowOption())
  .option("--all", "all letters, however young, and what is remembered of others", false)
  .action(async ({ all, ...options }: { queue?: string; now?: Instant; all: boolean }) => {
    const { queue, deleted } = await openLetters(options.queue, clockOf(options.now));
    const more = all ? queue.purge(undefined) : 0;
    process.stdout.write(`deleted ${countOf(deleted + more, "letter", "letters")}\n`);
  });
