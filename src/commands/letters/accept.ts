import { join } from "node:path";
import type { Instant } from "../../content/time/calendar.ts";
import { acceptLetter } from "../../pipeline/letters/accept-letter.ts";
import { readArchive } from "../../pipeline/read/publication.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "../options.ts";
import { formatReport, summarise } from "../report.ts";
import { openLetters, requireLetter } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

interface AcceptOptions {
  readonly content: string;
  readonly queue?: string;
  readonly now?: Instant;
  readonly by: string;
  readonly reply?: string;
  readonly replyBy?: string;
}

export const accept = createCommand("accept", "make a letter part of the content, and delete its writer’s address")
  .argument("<id>", "as “list” has it")
  .addOption(contentOption())
  .addOption(queueOption())
  .addOption(nowOption())
  .requiredOption("--by <person>", "who accepts it, an id of people.yaml")
  .option("--reply <text>", "what is answered to it")
  .option("--reply-by <person>", "who answers (else who accepts)")
  .action(async (id: string, options: AcceptOptions) => {
    const { content, by, reply, replyBy } = options;
    if (replyBy !== undefined && reply === undefined) throw new UsageError("--reply-by goes with --reply TEXT");
    const now = clockOf(options.now);
    const archive = await readArchive({ content: requireFolder(content), now, preview: false });
    const { queue } = await openLetters(options.queue, now);
    const letter = requireLetter(queue, id);
    const decision = { by, at: now, reply: reply === undefined ? undefined : { by: replyBy ?? by, text: reply } };
    const { path, diagnostics } = acceptLetter(content, archive, queue, letter, decision);
    process.stdout.write(`${formatReport(diagnostics, "text")}${diagnostics.length > 0 ? summarise(diagnostics) : ""}`);
    if (path === undefined) {
      process.stdout.write(`\nnothing was written; the letter waits in ${queue.pathOf(id)}\n`);
      process.exitCode = 1;
    } else
      process.stdout.write(
        `${diagnostics.length > 0 ? "\n" : ""}wrote ${join(content, path)}, and deleted what waited with its address\n`,
      );
  });
