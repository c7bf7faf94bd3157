import type { Instant } from "../../content/time/calendar.ts";
import { clockOf, createCommand, nowOption } from "../options.ts";
import { openLetters, requireLetter } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

export const reject = createCommand("reject", "delete a letter that waits, and its writer’s address")
  .argument("<id>", "as “list” has it")
  .addOption(queueOption())
  .addOption(nowOption())
  .action(async (id: string, options: { queue?: string; now?: Instant }) => {
    const { queue } = await openLetters(options.queue, clockOf(options.now));
    queue.settle(requireLetter(queue, id).id);
    process.stdout.write(`deleted ${id}\n`);
  });
