import { formatLocal, type Instant } from "../../content/time/calendar.ts";
import { UNKNOWN } from "../../content/files/files.ts";
import { spellOut } from "../../content/words/invisible.ts";
import { shorten } from "../../content/words/shorten.ts";
import { countOf } from "../../content/problems/count.ts";
import { openPublication } from "../../pipeline/read/publication.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder } from "../options.ts";
import { openLetters } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

/** So many characters of a letter's beginning are shown. */
const BEGINNING = 60;

export const list = createCommand("list", "show the letters that wait, the oldest first")
  .addOption(contentOption())
  .addOption(queueOption())
  .addOption(nowOption())
  .action(async (options: { content: string; queue?: string; now?: Instant }) => {
    const now = clockOf(options.now);
    const { zone } = openPublication({ content: requireFolder(options.content), now, preview: false }, UNKNOWN).site
      .publication;
    const { queue } = await openLetters(options.queue, now);
    const { letters, broken } = queue.list();
    for (const { id, at, story, name, text } of letters)
      process.stdout.write(
        `${id}  ${formatLocal(at, zone).replace("T", " ")}  ${spellOut(story)}  ${spellOut(name)}: ${spellOut(shorten(text.replace(/\s+/g, " "), BEGINNING))}\n`,
      );
    for (const id of broken) process.stdout.write(`${id}  cannot be read: ${spellOut(queue.pathOf(id))}\n`);
    process.stdout.write(`${countOf(letters.length, "letter waits", "letters wait")}\n`);
  });
