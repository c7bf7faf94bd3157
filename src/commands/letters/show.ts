import { formatLocal, type Instant } from "../../content/time/calendar.ts";
import { UNKNOWN } from "../../content/files/files.ts";
import { spellOut } from "../../content/words/invisible.ts";
import { openPublication } from "../../pipeline/read/publication.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder } from "../options.ts";
import { openLetters, requireLetter } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

export const show = createCommand("show", "show a letter that waits")
  .argument("<id>", "as “list” has it")
  .addOption(contentOption())
  .addOption(queueOption())
  .addOption(nowOption())
  .action(async (id: string, options: { content: string; queue?: string; now?: Instant }) => {
    const now = clockOf(options.now);
    const { zone } = openPublication({ content: requireFolder(options.content), now, preview: false }, UNKNOWN).site
      .publication;
    const { queue } = await openLetters(options.queue, now);
    const letter = requireLetter(queue, id);
    const head = {
      story: letter.story,
      name: letter.name,
      "e-mail": letter.email ?? "none",
      at: formatLocal(letter.at, zone).replace("T", " "),
    };
    for (const [key, value] of Object.entries(head)) process.stdout.write(`${key}: ${spellOut(value)}\n`);
    // Every line of the letter is indented, so that none passes for one of the program's own.
    for (const line of letter.text.split("\n")) process.stdout.write(`${`    ${spellOut(line)}`.trimEnd()}\n`);
  });
