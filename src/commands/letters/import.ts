import { relative } from "node:path";
import { countOf } from "../../content/problems/count.ts";
import { spellOut } from "../../content/words/invisible.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { importMail, type Imported } from "../../pipeline/letters/import-mail.ts";
import { listMessages } from "../../pipeline/letters/mail/list-messages.ts";
import { readMail } from "../../pipeline/letters/mail/read-mail.ts";
import { describeFailure } from "../failure.ts";
import { clockOf, contentOption, createCommand, nowOption } from "../options.ts";
import { openLetters, requireStories } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

function describe(imported: Imported): string {
  if ("problem" in imported) return `not taken: ${imported.problem}`;
  if ("known" in imported) return `taken before: ${imported.known}`;
  const { kept, left } = imported;
  return left.length === 0 ? `kept: ${kept}` : `kept: ${kept}, without ${left.join(", ")}`;
}

/** Does something with a file, and tells what the system refuses as what is wrong with that file alone. */
async function attempt<Result>(work: () => Promise<Result> | Result): Promise<Result | { readonly problem: string }> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { problem: describeFailure(error) };
  }
}

export const importLetters = createCommand(
  "import",
  "take letters from mails: files, a Maildir, or a folder of .eml files",
)
  .argument("<paths...>", "where the mails are")
  .addOption(contentOption())
  .addOption(queueOption())
  .addOption(nowOption())
  .action(async (paths: readonly string[], options: { content: string; queue?: string; now?: Instant }) => {
    const now = clockOf(options.now);
    const stories = requireStories(options.content, now);
    const { queue } = await openLetters(options.queue, now);
    const counts = { kept: 0, known: 0, problem: 0 };
    const tell = (path: string, imported: Imported) => {
      counts["kept" in imported ? "kept" : "known" in imported ? "known" : "problem"]++;
      process.stdout.write(`${spellOut(relative(process.cwd(), path))}  ${spellOut(describe(imported))}\n`);
    };
    for (const path of paths) {
      const messages = await attempt(() => listMessages(path));
      if ("problem" in messages) tell(path, messages);
      else
        for (const message of messages)
          tell(message, await attempt(() => importMail(message, readMail, queue, stories, now)));
    }
    const { kept, known, problem } = counts;
    process.stdout.write(`${countOf(kept, "letter", "letters")} kept, ${known} known, ${problem} not taken\n`);
    if (problem > 0) process.exitCode = 1;
  });
